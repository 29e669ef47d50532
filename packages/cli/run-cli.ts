import { inspect } from 'node:util';
import { SettingsError } from '@rapport/server';
import { type CliCommand, type CliWorld, UsageError } from './cli-command.ts';
import { describeFault, oneLine } from './describe-fault.ts';
import { commandText, overviewText } from './help-text.ts';
import { nearestName } from './nearest-name.ts';
import { parseCall } from './parse-call.ts';

/** What `rapport` is made of: its version and its verbs. */
export interface CliProgram {
  readonly version: string;
  readonly commands: readonly CliCommand[];
}

/**
 * Runs what was typed and returns the exit code: 0 success, 1 failure, 2 usage or a wrong setting,
 * 130 interrupted.
 *
 * Never throws: a fault is one line on standard error, with its stack when `RAPPORT_DEBUG` is 1.
 */
export async function runCli(
  argv: readonly string[],
  world: CliWorld,
  program: CliProgram,
): Promise<number> {
  try {
    return await dispatch(argv, world, program);
  } catch (error) {
    if (error instanceof UsageError) return reportUsage(error, argv, { world, program });
    return reportFault(error, world);
  }
}

async function dispatch(
  argv: readonly string[],
  world: CliWorld,
  { version, commands }: CliProgram,
): Promise<number> {
  const [first, ...rest] = argv[0] === 'help' ? [...argv.slice(1), '--help'] : argv;
  if (first === undefined || first === '--help' || first === '-h') {
    world.out(overviewText(commands));
    return 0;
  }
  if (first === '--version') {
    world.out(rest.includes('--json') ? `${JSON.stringify({ version })}\n` : `${version}\n`);
    return 0;
  }
  const command = commandNamed(first, commands);
  const call = parseCall(command, rest);
  if (call !== 'help') return await command.run(call, world);
  world.out(commandText(command));
  return 0;
}

function commandNamed(typed: string, commands: readonly CliCommand[]): CliCommand {
  const command = commands.find(({ name }) => name === typed);
  if (command !== undefined) return command;
  if (typed.startsWith('-')) {
    throw new UsageError(`Unknown option '${typed}'; options follow the command.`);
  }
  const nearest = nearestName(
    typed,
    commands.map(({ name }) => name),
  );
  const suggestion = nearest === undefined ? '' : ` Did you mean '${nearest}'?`;
  throw new UsageError(`Unknown command '${typed}'.${suggestion}`);
}

function reportUsage(
  error: UsageError,
  [first]: readonly string[],
  { world, program }: { readonly world: CliWorld; readonly program: CliProgram },
): number {
  const isKnown = program.commands.some(({ name }) => name === first);
  const page = isKnown ? `rapport ${first ?? ''} --help` : 'rapport --help';
  world.err(`rapport: ${oneLine(error.message)} See '${page}'.\n`);
  return 2;
}

function reportFault(error: unknown, world: CliWorld): number {
  // Whoever pressed Ctrl-C knows why the work ended.
  if (world.stop.aborted && isAbort(error, world.stop)) return 130;
  world.err(`rapport: ${describeFault(error)}\n`);
  if (world.environment['RAPPORT_DEBUG'] === '1') world.err(`${inspect(error)}\n`);
  return error instanceof SettingsError ? 2 : 1;
}

function isAbort(error: unknown, stop: AbortSignal): boolean {
  return error === stop.reason || (error instanceof Error && error.name === 'AbortError');
}
