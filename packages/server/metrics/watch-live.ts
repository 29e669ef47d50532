import { TOPICS } from '@rapport/protocol';
import { Gauge, type Registry } from 'prom-client';
import type { Host } from '../host/host.ts';
import type { Live } from '../live/live.ts';
import type { LiveFigures } from '../live/live-figures.ts';

type Watched = Pick<Live, 'figures'>;

/** A centre may listen at several addresses, and is measured as one. */
const watchedIn = new WeakMap<Registry, Set<Watched>>();

/** Shows how the live side of a centre stands; returns how to stop that. */
export function watchLive(
  live: Watched,
  host: Pick<Host, 'position'>,
  registry: Registry,
): () => void {
  const known = watchedIn.get(registry);
  const lives = known ?? new Set<Watched>();
  lives.add(live);
  if (known === undefined) {
    watchedIn.set(registry, lives);
    register(lives, host, registry);
  }
  return () => lives.delete(live);
}

function register(
  lives: ReadonlySet<Watched>,
  host: Pick<Host, 'position'>,
  registry: Registry,
): void {
  const sum = (count: (figures: LiveFigures) => number): number =>
    [...lives].reduce((total, live) => total + count(live.figures()), 0);
  const gauges = [
    [
      'rapport_live_connections',
      'Connections of live clients.',
      () => sum((figures) => figures.connectionCount),
    ],
    [
      'rapport_live_behind',
      'Connections of live clients that do not keep up.',
      () => sum((figures) => figures.behindCount),
    ],
    [
      'rapport_live_lag_rows',
      'Durable rows of the history of which live clients have not been told.',
      () => {
        const positions = [...lives].map((live) => live.figures().position ?? 0);
        return host.position - Math.min(...positions, host.position);
      },
    ],
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
  new Gauge({
    name: 'rapport_live_subscriptions',
    help: 'What live clients follow, by topic.',
    labelNames: ['topic'],
    registers: [registry],
    collect() {
      for (const topic of Object.keys(TOPICS) as (keyof typeof TOPICS)[]) {
        this.set(
          { topic },
          sum(({ subscriptionCounts }) => subscriptionCounts.get(topic) ?? 0),
        );
      }
    },
  });
}
