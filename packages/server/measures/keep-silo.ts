import { type Instant, SiloTime } from '@rapport/core';
import type { Kysely } from 'kysely';
import { eventsOf } from '../host/fold-history.ts';
import type { RecentRows } from '../host/recent-rows.ts';
import { repeat, type Repeating } from '../host/repeat.ts';
import { civilDay } from '../live/civil-day.ts';
import type { JournalRow } from '../store/journal.ts';
import { queryableOf } from '../store/queryable-of.ts';
import { sqlJournal } from '../store/sql-journal.ts';
import type { Tables } from '../store/tables.ts';
import {
  type Checkpoint,
  CHECKPOINT_EVERY_MS,
  loadCheckpoint,
  storeCheckpoint,
} from './checkpoints.ts';

/** Silo time as it goes on. */
export interface KeptSilo extends Repeating {
  /** Silo time from the beginning of the present day on; undefined while that is not known yet. */
  readonly between: (fromAt: Instant, untilAt: Instant) => number | undefined;
}

/** Whose silo time is kept. */
export interface SiloCentre {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  readonly recent: Pick<RecentRows, 'after'>;
  readonly now: () => Instant;
  /** As it is set now. */
  readonly timeZone: () => string;
  readonly notice: (message: string) => void;
}

const PAGE_ROWS = 1_000;

/** Follows the history in memory, and stores a checkpoint four times a day. */
export function keepSilo(centre: SiloCentre): KeptSilo {
  let fold: SiloFold | undefined;
  const repeating = repeat('silo time', centre.notice, async () => {
    const timeZone = centre.timeZone();
    if (fold?.timeZone !== timeZone) fold = undefined;
    const following = (fold ??= await beginFold(centre, timeZone));
    try {
      await following.catchUp();
    } catch (error) {
      // What it has taken in of a page nobody knows.
      fold = undefined;
      throw error;
    }
  });
  return { ...repeating, between: (fromAt, untilAt) => fold?.between(fromAt, untilAt) };
}

async function beginFold(centre: SiloCentre, timeZone: string): Promise<SiloFold> {
  const { beganAt } = civilDay(centre.now(), timeZone);
  return new SiloFold(centre, timeZone, await loadCheckpoint(centre.db, centre.centre, beganAt));
}

/** A day, and what silo time had come to when it began. */
interface SiloDay {
  readonly beganAt: Instant;
  readonly endsAt: Instant;
  readonly totalMs: number;
}

class SiloFold {
  readonly timeZone: string;
  readonly #centre: SiloCentre;
  readonly #silo = new SiloTime();
  /** Up to which row, and when that was. */
  #seq: number;
  #at: Instant;
  #day: SiloDay | undefined;
  #isCurrent = false;

  constructor(centre: SiloCentre, timeZone: string, { seq, at, events }: Checkpoint) {
    this.#centre = centre;
    this.timeZone = timeZone;
    this.#seq = seq;
    this.#at = at;
    for (const event of events) this.#silo.take(event, at);
  }

  async catchUp(): Promise<void> {
    const { db, centre, recent } = this.#centre;
    const journal = sqlJournal(queryableOf(db), centre);
    for (;;) {
      const known = recent.after(this.#seq, PAGE_ROWS);
      const rows = known.length > 0 ? known : await journal.read(this.#seq, PAGE_ROWS);
      for (const row of rows) await this.#take(row);
      if (rows.length < PAGE_ROWS) break;
    }
    this.#isCurrent = true;
  }

  between(fromAt: Instant, untilAt: Instant): number | undefined {
    if (!this.#isCurrent) return undefined;
    const { beganAt, totalMs } = this.#dayOf(untilAt);
    return fromAt === beganAt ? Math.max(0, this.#totalMs(untilAt) - totalMs) : undefined;
  }

  async #take({ seq, at, events }: Pick<JournalRow, 'seq' | 'at' | 'events'>): Promise<void> {
    const { db, centre } = this.#centre;
    const boundaryAt = Math.floor(at / CHECKPOINT_EVERY_MS) * CHECKPOINT_EVERY_MS;
    if (this.#seq > 0 && this.#at < boundaryAt) {
      const checkpoint = { seq: this.#seq, at: boundaryAt, events: this.#silo.checkpoint() };
      await storeCheckpoint(db, centre, checkpoint);
    }
    this.#dayOf(at);
    for (const event of eventsOf({ events })) this.#silo.take(event, at);
    this.#seq = seq;
    this.#at = at;
  }

  /** The day of a moment, which does not go back; where one begins, what had come before it is noted. */
  #dayOf(at: Instant): SiloDay {
    if (this.#day !== undefined && at < this.#day.endsAt) return this.#day;
    const { beganAt, endsAt } = civilDay(at, this.timeZone);
    return (this.#day = { beganAt, endsAt, totalMs: this.#totalMs(beganAt) });
  }

  #totalMs(at: Instant): number {
    return Object.values(this.#silo.figures(at)).reduce((sum, ms) => sum + ms, 0);
  }
}
