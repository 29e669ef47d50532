import { type Kysely, sql } from 'kysely';
import { Gauge, type Registry } from 'prom-client';
import type { Tables } from '../store/tables.ts';

interface StoreGauge {
  readonly name: string;
  readonly help: string;
  readonly label?: string;
  /** Rows of `value` and, where there is a label, `label`. */
  readonly query: (centre: string) => ReturnType<typeof sql<ValueRow>>;
}

interface ValueRow {
  readonly value: number | null;
  readonly label: string;
}

/**
 * What the tables say, asked when somebody collects: each is one look at an index. While the
 * database is away these are missing, and everything else is there.
 */
const GAUGES: readonly StoreGauge[] = [
  {
    name: 'rapport_follower_lag_rows',
    help: 'Rows of the history that a follower has not taken in yet.',
    label: 'follower',
    query: (centre) => sql`
      select name as label, greatest(0, (
        select coalesce(max(seq), 0) from journal where centre = ${centre}) - seq)::float8 as value
      from follower where centre = ${centre}`,
  },
  {
    name: 'rapport_outbox_waiting',
    help: 'Commands that ordinary tables owe the desk.',
    query: (centre) => sql`
      select coalesce(sum(command_count), 0)::float8 as value
      from outbox where centre = ${centre} and done_at is null`,
  },
  {
    name: 'rapport_work_open',
    help: 'Items that are not done yet, by status.',
    label: 'status',
    query: (centre) => sql`
      select status as label, count(*)::float8 as value from view_work
      where centre = ${centre} and status in ('waiting', 'offered', 'active', 'on-hold', 'deferred', 'wrap-up')
      group by status`,
  },
  {
    name: 'rapport_agents',
    help: 'Agents, by state.',
    label: 'state',
    query: (centre) => sql`
      select state as label, count(*)::float8 as value from view_agent
      where centre = ${centre} group by state`,
  },
  {
    name: 'rapport_webhook_deliveries',
    help: 'Events that webhooks are still to be told, and those that they were told in vain, by state.',
    label: 'state',
    query: (centre) => sql`
      select 'waiting' as label, count(*)::float8 as value
      from webhook_delivery where centre = ${centre} and state = 'waiting'
      union all
      select 'dead', count(*) from webhook_delivery where centre = ${centre} and state = 'dead'`,
  },
  {
    name: 'rapport_snapshot_age_seconds',
    help: 'Since the newest snapshot of the desk was stored; missing where there is none.',
    query: (centre) => sql`
      select extract(epoch from now() - max(made_at))::float8 as value
      from snapshot where centre = ${centre}`,
  },
];

/** Shows what the tables of a centre say. */
export function watchStore(db: Kysely<Tables>, centre: string, registry: Registry): void {
  for (const { name, help, label, query } of GAUGES) {
    new Gauge({
      name,
      help,
      labelNames: label === undefined ? [] : [label],
      registers: [registry],
      async collect() {
        if (label === undefined) this.remove();
        else this.reset();
        const rows = await rowsOf(query(centre).execute(db));
        for (const { label: value, value: count } of rows) {
          if (count !== null) this.set(label === undefined ? {} : { [label]: value }, count);
        }
      },
    });
  }
}

async function rowsOf(asked: Promise<{ rows: ValueRow[] }>): Promise<readonly ValueRow[]> {
  try {
    return (await asked).rows;
  } catch {
    // The database is away; /readyz says so.
    return [];
  }
}
