import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { startDemo } from '@rapport/demo';
import { stopOnSignals } from '../packages/cli/stop-signals.ts';
import { buildScreens } from './start/build-screens.ts';
import { StartMisspelt, startRequest, USAGE } from './start/start-request.ts';

// `npm start`: builds the screens where they are older than their sources, then opens the demo centre;
// with --no-demo the empty product, as `rapport start` does.
const EXIT_USAGE = 2;
const EXIT_INTERRUPTED = 130;
const root = fileURLToPath(new URL('..', import.meta.url));

const say = (text: string): void => void process.stdout.write(text);

try {
  await start();
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`npm start: ${message}\n`);
  if (process.env['RAPPORT_DEBUG'] === '1') console.error(error);
  process.exit(error instanceof StartMisspelt ? EXIT_USAGE : 1);
}

async function start(): Promise<void> {
  const request = startRequest(process.argv.slice(2));
  if (request.kind === 'help') {
    say(USAGE);
    return;
  }
  if (request.kind === 'product') {
    if (request.port !== undefined) process.env['RAPPORT_PORT'] = String(request.port);
    await buildScreens(root, say);
    process.argv.splice(2, Infinity, 'start');
    await import('../packages/cli/main.ts');
    return;
  }
  const stop = stopOnSignals(process, () => process.exit(EXIT_INTERRUPTED));
  await startDemo({
    environment: process.env,
    ...request,
    prepareScreens: () => buildScreens(root, say),
    say,
    stop: stop.signal,
  });
  // A browser that keeps its connection does not keep the process.
  process.exit(0);
}
