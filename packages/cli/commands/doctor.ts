import { type Check, examine, pendingMigrations, type Tables } from '@rapport/server';
import type { CliCommand } from '../cli-command.ts';

/** `rapport doctor`: says what is wrong with this installation, and what mends it. */
export const doctorCommand: CliCommand = {
  name: 'doctor',
  summary: 'Looks at what the centre stands on; says what is wrong and which command mends it.',
  arguments: [],
  options: {},
  async run({ isJson }, { environment, out }) {
    const checks = await examine<Tables>({
      environment,
      pendingMigrations: ({ kysely }) => pendingMigrations(kysely),
    });
    const isSound = checks.every(({ state }) => state !== 'failed');
    out(isJson ? `${JSON.stringify({ isSound, checks })}\n` : checks.map(lineOf).join(''));
    return isSound ? 0 : 1;
  },
};

function lineOf({ name, state, found, mend }: Check): string {
  const line = `${state.padEnd(7)}  ${name.padEnd(19)}  ${found}`;
  return mend === undefined ? `${line}\n` : `${line}; mend it with: ${mend}\n`;
}
