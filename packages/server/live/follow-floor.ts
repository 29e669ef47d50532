import type { Kysely } from 'kysely';
import { eventsOf } from '../host/fold-history.ts';
import type { Host } from '../host/host.ts';
import type { Journal, JournalRow } from '../store/journal.ts';
import { queryableOf } from '../store/queryable-of.ts';
import { sqlJournal } from '../store/sql-journal.ts';
import type { Tables } from '../store/tables.ts';
import { beginTail } from './begin-tail.ts';
import { Floor } from './floor.ts';
import { type FloorPlace, loadFacts, loadFloor } from './load-floor.ts';
import { isPutOff } from './put-off.ts';
import type { HistoryRow, RowChanges } from './row-changes.ts';
import { type Tail, TAIL_ROWS } from './tail.ts';

/** Whose floor is followed, and who hears of it. */
export interface FollowedCentre extends Omit<FloorPlace, 'now' | 'timeZone'> {
  /** As it is set now: asked for whenever the floor is loaded. */
  readonly timeZone: () => string;
  readonly db: Kysely<Tables>;
  readonly host: Pick<Host, 'position' | 'onCommitted'>;
  readonly now: () => number;
  /** Hears of each row that brought something about, in order. */
  readonly onRow: (changes: RowChanges) => void;
  /** Hears that the floor contradicts the history and takes in no more of it. */
  readonly onFault: (error: unknown) => void;
}

const PAGE_ROWS = 1_000;

/** Loads the floor of a centre and keeps it in step with the history. */
export async function followFloor(centre: FollowedCentre): Promise<FollowedFloor> {
  const { db, now, centre: name, timeZone, siloMs } = centre;
  const journal = sqlJournal(queryableOf(db), name);
  const floor = new Floor(
    await loadFloor(db, { centre: name, timeZone: timeZone(), now: now(), siloMs }),
  );
  const tail = await loadTail({ db, journal, centre: name }, floor.position);
  const followed = new FollowedFloor(centre, { journal, floor, tail });
  try {
    await followed.settled();
  } catch (error) {
    followed.stop();
    throw error;
  }
  return followed;
}

/**
 * A floor that takes in each row as it becomes durable: from the host, and from the journal where the
 * host could not tell of it, as after an append whose answer was lost.
 */
export class FollowedFloor {
  readonly floor: Floor;
  /** What the last rows brought about. */
  readonly tail: Tail;
  readonly #centre: FollowedCentre;
  readonly #journal: Pick<Journal, 'read'>;
  readonly #ignore: () => void;
  #fault: Error | undefined;
  #isStopped = false;
  #isReading = false;
  #reading: Promise<void> = Promise.resolve();

  constructor(
    centre: FollowedCentre,
    { journal, floor, tail }: { journal: Pick<Journal, 'read'>; floor: Floor; tail: Tail },
  ) {
    this.#centre = centre;
    this.#journal = journal;
    this.floor = floor;
    this.tail = tail;
    this.#ignore = centre.host.onCommitted((rows, events) => {
      const first = rows[0]?.seq;
      if (this.#isReading || first === undefined) return;
      if (first > floor.position + 1) {
        this.poke();
        return;
      }
      this.#guarded(() => {
        for (const [index, { seq, at }] of rows.entries()) {
          if (seq === floor.position + 1) this.#take({ seq, at, events: events[index] ?? [] });
        }
      });
    });
  }

  /** Looks whether there are rows of which the host has not told. */
  poke(): void {
    // What fails is tried again at the next poke.
    if (this.#isBehind()) this.#read().catch(() => undefined);
  }

  /** What of the history it could not take in; undefined while there is nothing. */
  get fault(): Error | undefined {
    return this.#fault;
  }

  /** Settles when all that is durable by now has been taken in. Rejects when it cannot be. */
  async settled(): Promise<void> {
    while (this.#isBehind()) await this.#read();
    if (this.#fault !== undefined) throw this.#fault;
  }

  stop(): void {
    this.#isStopped = true;
    this.#ignore();
  }

  #read(): Promise<void> {
    if (!this.#isReading) this.#reading = this.#readOn();
    return this.#reading;
  }

  async #readOn(): Promise<void> {
    this.#isReading = true;
    try {
      while (this.#isBehind()) {
        const rows = await this.#journal.read(this.floor.position, PAGE_ROWS);
        if (rows.length === 0) throw new Error('the journal lacks rows that the host has kept');
        this.#guarded(() => {
          for (const row of rows) this.#take(historyRow(row));
        });
      }
    } finally {
      // In the same turn as the last look at the host's position: what comes now, the host tells.
      this.#isReading = false;
    }
  }

  #isBehind(): boolean {
    return !this.#isStopped && this.floor.position < this.#centre.host.position;
  }

  #take(row: HistoryRow): void {
    const changes = this.floor.apply(row);
    this.tail.push(row.seq, changes);
    if (changes !== undefined) this.#centre.onRow(changes);
  }

  /** The host must never hear of what goes wrong here. */
  #guarded(work: () => void): void {
    if (this.#isStopped) return;
    try {
      work();
    } catch (error) {
      this.stop();
      this.#fault = error instanceof Error ? error : new Error('no row follows', { cause: error });
      this.#centre.onFault(error);
    }
  }
}

/** What the last rows up to a position brought about. */
async function loadTail(
  { db, journal, centre }: { db: Kysely<Tables>; journal: Pick<Journal, 'read'>; centre: string },
  position: number,
): Promise<Tail> {
  const rows: HistoryRow[] = [];
  for (let from = Math.max(0, position - TAIL_ROWS); from < position;) {
    const page = await journal.read(from, Math.min(PAGE_ROWS, position - from));
    rows.push(...page.map(historyRow));
    from = page.at(-1)?.seq ?? position;
  }
  const named = new Set<string>();
  for (const { events } of rows) {
    for (const event of events) {
      // By these an item comes to somebody who may never have heard of it.
      if (event.type === 'work-offered' || isPutOff(event)) named.add(event.workId);
    }
  }
  const facts = await loadFacts(db, centre, [...named]);
  return beginTail(rows, position, (workId) => {
    const known = facts.get(workId);
    if (known === undefined)
      throw new Error('the views lack an item that the history has given to somebody');
    return known;
  });
}

function historyRow({ seq, at, events }: JournalRow): HistoryRow {
  return { seq, at, events: eventsOf({ events }) };
}
