import process from 'node:process';
import { startDemo } from '../start-demo.ts';

// The demo with a short past, as a process that tests may kill. The folder of the screens.
const [webFolder = ''] = process.argv.slice(2);
const stop = new AbortController();
process.on('SIGTERM', () => stop.abort());

await startDemo({
  environment: process.env,
  port: 0,
  isFresh: false,
  speed: 50,
  days: 5,
  prepareScreens: () => Promise.resolve({ webFolder, widgetFolder: webFolder }),
  say: (text) => void process.stdout.write(text),
  stop: stop.signal,
});
process.exit(0);
