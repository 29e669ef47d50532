import { describe, expect, test } from 'vitest';
import { runStep } from './run-step.ts';

const step = (script: string) => runStep({ name: 'a step', argv: ['-e', script] }, 'kept');

describe('runStep', () => {
  test('keeps both streams, the exit code and the time', async () => {
    const result = await step('console.log(1); console.error(2); process.exitCode = 3');
    expect(result).toMatchObject({ name: 'a step', code: 3 });
    expect(result.output.split('\n').sort()).toEqual(['', '1', '2']);
    expect(result.durationMs).toBeGreaterThan(0);
  });

  test('finds the programs that npm installed, and the Node that it brought', async () => {
    const { output } = await step('console.log(process.env.PATH.split(":")[0])');
    expect(output).toMatch(/node_modules[\\/]\.bin\n$/);
  });

  test('has failed when a signal ended it', async () => {
    const { code, output } = await step('process.kill(process.pid, "SIGKILL")');
    expect(code).toBe(1);
    expect(output).toBe('a step was ended by SIGKILL\n');
  });
});
