import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Host } from '../host/host.ts';
import type { CommandObserver } from '../host/host-dependencies.ts';
import type { Journal } from '../store/journal.ts';
import type { Tracing } from '../tracing/tracing.ts';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];

/** Counts commands by their type and by what came of them, and measures how long they took. */
export function watchCommands(registry: Registry): CommandObserver {
  const duration = new Histogram({
    name: 'rapport_command_duration_seconds',
    help: 'From a command to its answer, durable; the outcome is done, a refusal or a fault.',
    labelNames: ['command', 'outcome'],
    buckets: SECONDS,
    registers: [registry],
  });
  // Found by one text: the library compares its labels one by one.
  const series = new Map<string, ReturnType<typeof duration.labels>>();
  const seriesOf = (command: string, outcome: string): ReturnType<typeof duration.labels> => {
    const key = `${command} ${outcome}`;
    let found = series.get(key);
    if (found === undefined) series.set(key, (found = duration.labels({ command, outcome })));
    return found;
  };
  return async ({ type: command }, _envelope, carryOut) => {
    const startedAt = performance.now();
    const note = (outcome: string): void =>
      seriesOf(command, outcome).observe((performance.now() - startedAt) / 1_000);
    try {
      const outcome = await carryOut();
      note(outcome.ok ? 'done' : outcome.refusal.code);
      return outcome;
    } catch (error) {
      note(error instanceof Error && 'code' in error ? String(error.code) : 'bug');
      throw error;
    }
  };
}

/** The same journal, with its appends measured and traced. */
export function watchedJournal(journal: Journal, registry: Registry, tracing: Tracing): Journal {
  const rowCount = new Histogram({
    name: 'rapport_append_rows',
    help: 'Rows of one append.',
    buckets: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000],
    registers: [registry],
  });
  const duration = new Histogram({
    name: 'rapport_append_duration_seconds',
    help: 'How long an append took until it was durable.',
    buckets: SECONDS,
    registers: [registry],
  });
  const failed = new Counter({
    name: 'rapport_append_failures_total',
    help: 'Appends that failed, after which the desk is made anew.',
    registers: [registry],
  });
  return {
    ...journal,
    async append(epoch, rows, kept) {
      const startedAt = performance.now();
      try {
        await tracing.append(rows, () => journal.append(epoch, rows, kept));
      } catch (error) {
        failed.inc();
        throw error;
      }
      rowCount.observe(rows.length);
      duration.observe((performance.now() - startedAt) / 1_000);
    },
  };
}

/** Shows where the host stands. */
export function watchHost(host: Host, registry: Registry): void {
  const gauges = [
    ['rapport_host_open', 'Whether the centre takes commands: 1 or 0.', () => Number(host.isOpen)],
    ['rapport_commands_waiting', 'Commands that wait for their answer.', () => host.waitingCount],
    ['rapport_position', 'Position of the last durable row of the history.', () => host.position],
  ] as const;
  for (const [name, help, read] of gauges) {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  }
}
