import type { CliCommand } from '../cli-command.ts';

/** One command of every shape that the frame has to deal with. */
export const SAMPLE_COMMANDS: readonly CliCommand[] = [
  {
    name: 'replay',
    summary: 'Plays a recorded day to the desk.',
    arguments: [
      { name: 'FILE', summary: 'What to play.', isRequired: true },
      { name: 'REPORT', summary: 'Where the report goes.', isRequired: false },
    ],
    options: {
      format: {
        kind: 'text',
        summary: 'How the file is written.',
        valueName: 'FORMAT',
        choices: ['call-log', 'mail'],
        isRequired: true,
      },
      seed: { kind: 'text', summary: 'Draws the same numbers again.', valueName: 'N' },
      durable: { kind: 'flag', summary: 'Keeps the history.' },
    },
    run: (call, world) => {
      world.out(`${JSON.stringify(call)}\n`);
      return Promise.resolve(0);
    },
  },
  {
    name: 'fail',
    summary: 'Meets a fault.',
    arguments: [],
    options: {},
    run: () => Promise.reject(new Error('the disk is full', { cause: new Error('ENOSPC') })),
  },
  {
    name: 'wait',
    summary: 'Waits to be stopped, and then takes its time.',
    arguments: [],
    options: { stubborn: { kind: 'flag', summary: 'Never ends by itself.' } },
    run: async (call, world) => {
      const keepAlive = setInterval(() => undefined, 1_000);
      world.out('waiting\n');
      await new Promise((resolve) => {
        world.stop.addEventListener('abort', resolve);
      });
      world.err('stopping\n');
      if (call.options['stubborn'] === true) await new Promise(() => undefined);
      clearInterval(keepAlive);
      return 0;
    },
  },
  {
    name: 'talk',
    summary: 'Writes without end.',
    arguments: [],
    options: {},
    run: async (_call, world) => {
      while (!world.stop.aborted) {
        world.out('a line\n'.repeat(1_000));
        await new Promise((resolve) => setImmediate(resolve));
      }
      throw world.stop.reason;
    },
  },
];
