import process from 'node:process';
import { isatty } from 'node:tty';
import type { CliWorld } from './cli-command.ts';
import { describeFault } from './describe-fault.ts';
import { type CliProgram, runCli } from './run-cli.ts';
import { stopOnSignals } from './stop-signals.ts';

const EXIT_INTERRUPTED = 130;
/** What a shell reports of a process that a closed pipe has ended. */
const EXIT_PIPE_CLOSED = 141;

/** Runs the program as this process: its words, streams, signals and exit code. */
export async function runProcess(program: CliProgram): Promise<void> {
  const stop = stopOnSignals(process, () => process.exit(EXIT_INTERRUPTED));
  const pipe = watchForClosedPipe(stop);
  process.on('uncaughtException', endOnBug);
  const world: CliWorld = {
    environment: process.env,
    out: (text) => {
      if (!pipe.isClosed) process.stdout.write(text);
    },
    err: (text) => {
      if (!pipe.isClosed) process.stderr.write(text);
    },
    isTerminal: isatty(2),
    stop: stop.signal,
  };
  const code = await runCli(process.argv.slice(2), world, program);
  // What a command left open must not keep the caller's shell waiting; what it wrote goes first.
  process.stdout.write('', () => {
    process.exit(pipe.isClosed && code !== 0 ? EXIT_PIPE_CLOSED : code);
  });
}

/** After `rapport … | head` nobody reads on: the work is asked to stop, and nothing more is said. */
function watchForClosedPipe(stop: AbortController): { readonly isClosed: boolean } {
  const pipe = { isClosed: false };
  const receive = (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    pipe.isClosed = true;
    stop.abort();
  };
  process.stdout.on('error', receive);
  process.stderr.on('error', receive);
  return pipe;
}

function endOnBug(error: unknown): void {
  process.stderr.write(`rapport: ${describeFault(error)}\n`);
  if (process.env['RAPPORT_DEBUG'] === '1') console.error(error);
  process.exit(1);
}
