import type { Command, DeskEvent, Instant, Refusal, Result } from '@rapport/core';
import type { Kysely } from 'kysely';
import { openDatabase } from './database/open-database.ts';
import type { Clock } from './host/clock.ts';
import { catchUp } from './host/follower.ts';
import { Host } from './host/host.ts';
import type { Settings } from './settings.ts';
import { migrate } from './store/migrate.ts';
import { recoverDesk } from './store/recover-desk.ts';
import { sqlJournal } from './store/sql-journal.ts';
import type { Tables } from './store/tables.ts';
import { viewFollower } from './views/view-follower.ts';

/** The desk of a new centre whose history is stored, on a clock that its caller sets. */
export interface ReplayDesk extends AsyncDisposable {
  /** `replay-1`, or the next number that is free. */
  readonly centre: string;
  readonly execute: (
    command: Command,
    at: Instant,
  ) => Promise<Result<readonly DeskEvent[], Refusal>>;
  /** Decides what has fallen due by `at`. */
  readonly advance: (at: Instant) => Promise<readonly DeskEvent[]>;
  readonly nextDueAt: () => Instant | undefined;
}

/** Makes a centre for one replay, beside whatever else the database holds. Its views follow at the end. */
export async function openReplayDesk(settings: Settings): Promise<ReplayDesk> {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(
    await openDatabase<Tables>(settings, { applicationName: 'rapport replay' }),
  );
  const db = database.kysely;
  await migrate(db);
  const centre = await freeCentre(db);
  const journal = sqlJournal(database.pool, centre);
  stack.defer(async () => {
    await catchUp(db, centre, viewFollower(centre));
  });
  let now: Instant = 0;
  const clock: Clock = { now: () => now, wakeAt: () => () => undefined };
  const host = stack.use(
    await Host.open({
      journal,
      clock,
      holder: 'rapport replay',
      recover: () => recoverDesk({ db, journal, centre }),
    }),
  );
  let commandCount = 0;
  const owned = stack.move();
  return {
    centre,
    nextDueAt: () => host.nextDueAt,
    advance: (at) => {
      now = at;
      return host.passTime();
    },
    execute: async (command, at) => {
      now = at;
      const envelope = { commandId: `replay:${++commandCount}`, actor: 'replay', cause: 'replay' };
      const outcome = await host.execute(command, envelope);
      return outcome.ok ? { ok: true, value: outcome.events } : outcome;
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

async function freeCentre(db: Kysely<Tables>): Promise<string> {
  const taken = await db
    .selectFrom('lease')
    .select('centre')
    .where('centre', 'like', 'replay-%')
    .execute();
  const numbers = taken.map(({ centre }) => Number(centre.slice('replay-'.length)));
  return `replay-${Math.max(0, ...numbers.filter(Number.isSafeInteger)) + 1}`;
}
