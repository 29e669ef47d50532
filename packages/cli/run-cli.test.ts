import { SettingsError } from '@rapport/server';
import { describe, expect, test } from 'vitest';
import { type CliCommand, UsageError } from './cli-command.ts';
import { runCli } from './run-cli.ts';
import { SAMPLE_COMMANDS } from './testing/sample-commands.ts';

async function run(argv: readonly string[], options: RunOptions = {}) {
  const written = { out: '', err: '' };
  const world = {
    environment: options.environment ?? {},
    out: (text: string) => void (written.out += text),
    err: (text: string) => void (written.err += text),
    isTerminal: false,
    stop: options.stop ?? new AbortController().signal,
  };
  const commands = [...SAMPLE_COMMANDS, ...(options.commands ?? [])];
  const code = await runCli(argv, world, { version: '1.2.3', commands });
  return { ...written, code };
}

interface RunOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly stop?: AbortSignal;
  readonly commands?: readonly CliCommand[];
}

const throwing = (error: unknown): CliCommand => ({
  name: 'throw',
  summary: 'Throws.',
  arguments: [],
  options: {},
  run: () => {
    throw error;
  },
});

describe('a good call', () => {
  test('reaches its command with arguments, options and the wish for JSON', async () => {
    const argv = ['replay', 'day.log', '--format=mail', '--durable', '--seed', '7', '--json'];
    const { out, code } = await run(argv);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      arguments: { FILE: 'day.log' },
      options: { format: 'mail', durable: true, seed: '7' },
      isJson: true,
    });
  });

  test('takes what follows -- as arguments, and a value with a dash after =', async () => {
    const { out } = await run(['replay', '--format', 'mail', '--seed=-1', '--', '--odd', 'b']);
    expect(JSON.parse(out)).toEqual({
      arguments: { FILE: '--odd', REPORT: 'b' },
      options: { format: 'mail', seed: '-1' },
      isJson: false,
    });
  });
});

describe('help and version', () => {
  test.each([[[]], [['--help']], [['-h']], [['help']]])('%j lists the commands', async (argv) => {
    const { out, err, code } = await run(argv);
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out).toContain('  replay  Plays a recorded day to the desk.\n');
  });

  test.each([
    [['replay', '--help']],
    [['replay', '-h', '--bogus']],
    [['help', 'replay']],
    [['replay', 'a', 'b', 'c', '--help']],
  ])('%j explains the command', async (argv) => {
    const { out, code } = await run(argv);
    expect(code).toBe(0);
    expect(out).toContain('Usage: rapport replay FILE [REPORT] --format FORMAT [OPTION …]');
    expect(out).toContain('How the file is written. One of: call-log, mail. Required.');
    expect(out).toContain('--json');
  });

  test('--version names the version, as JSON when asked', async () => {
    expect((await run(['--version'])).out).toBe('1.2.3\n');
    expect(JSON.parse((await run(['--version', '--json'])).out)).toEqual({ version: '1.2.3' });
  });

  test('no page is wider than a terminal', async () => {
    const pages = await Promise.all([run([]), run(['replay', '--help'])]);
    const lines = pages.flatMap(({ out }) => out.split('\n'));
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
  });
});

describe('a wrong call is one line on stderr, exit code 2', () => {
  const good = ['replay', 'f', '--format', 'mail'];
  test.each([
    [['reply'], "Unknown command 'reply'. Did you mean 'replay'?"],
    [['xyzzy'], "Unknown command 'xyzzy'."],
    [['--json', 'replay'], "Unknown option '--json'; options follow the command."],
    [[...good, '--durabel'], "Unknown option '--durabel'. Did you mean '--durable'?"],
    [[...good, '--constructor'], "Unknown option '--constructor'."],
    [[...good, '-x'], "Unknown option '-x'."],
    [[...good, '--seed'], '--seed needs a value: N.'],
    [[...good, '--seed='], '--seed needs a value: N.'],
    [
      ['replay', 'f', '--format', '--durable'],
      "--format needs a value: call-log or mail. If '--durable' is the value, write --format=--durable.",
    ],
    [
      ['replay', 'f', '--format', 'mial'],
      "--format cannot be 'mial'; it is call-log or mail. Did you mean 'mail'?",
    ],
    [[...good, '--durable=yes'], "--durable takes no value; leave out '=yes'."],
    [[...good, '--seed', '1', '--seed', '2'], '--seed is given twice.'],
    [['replay', '--format', 'mail'], 'rapport replay needs FILE.'],
    [['replay', '', '--format', 'mail'], 'rapport replay needs FILE.'],
    [['replay', 'f'], 'rapport replay needs --format call-log or mail.'],
    [[...good, 'r', 'more'], "'more' is one argument too many for rapport replay."],
    [['two\nlines'], "Unknown command 'two lines'."],
  ])('%j', async (argv, message) => {
    const { out, err, code } = await run(argv);
    expect(err).toMatch(/^rapport: [^\n]+ See 'rapport[^\n]*--help'\.\n$/);
    expect(err).toContain(message);
    expect(out).toBe('');
    expect(code).toBe(2);
  });

  test('also when the command itself finds it wrong', async () => {
    const commands = [throwing(new UsageError('FILE is empty.'))];
    const { err, code } = await run(['throw'], { commands });
    expect(err).toBe("rapport: FILE is empty. See 'rapport throw --help'.\n");
    expect(code).toBe(2);
  });
});

describe('a fault', () => {
  test('is one line with its cause, exit code 1', async () => {
    const { out, err, code } = await run(['fail']);
    expect({ out, err, code }).toEqual({
      out: '',
      err: 'rapport: the disk is full: ENOSPC\n',
      code: 1,
    });
  });

  test('shows its stack when RAPPORT_DEBUG is 1', async () => {
    const { err } = await run(['fail'], { environment: { RAPPORT_DEBUG: '1' } });
    expect(err).toMatch(/^rapport: the disk is full: ENOSPC\n/);
    expect(err).toContain('sample-commands.ts');
  });

  test('of a setting has exit code 2, without a word on the options', async () => {
    const commands = [throwing(new SettingsError('RAPPORT_PORT is "many"; expected less.'))];
    const { err, code } = await run(['throw'], { commands });
    expect(err).toBe('rapport: RAPPORT_PORT is "many"; expected less.\n');
    expect(code).toBe(2);
  });

  test('that is only the stop somebody asked for is not reported, exit code 130', async () => {
    const stop = AbortSignal.abort();
    const commands = [throwing(stop.reason)];
    expect(await run(['throw'], { stop, commands })).toEqual({ out: '', err: '', code: 130 });
  });
});
