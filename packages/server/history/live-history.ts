import {
  advance,
  type Command,
  createDesk,
  decide,
  type DeskEvent,
  type Instant,
  nextDueAt,
  type Refusal,
  type Result,
} from '@rapport/core';
import type { Envelope } from '../host/envelope.ts';
import { ownRow } from '../host/batch.ts';
import { commandHash } from '../host/command-hash.ts';
import type { DeskAt } from '../host/fold-history.ts';
import type { Journal, JournalRow } from '../store/journal.ts';
import type { KeptRow } from '../store/kept.ts';

/** A history that is lived on its caller's clock, and written later in one go. */
export interface LivedHistory {
  /** Decides a command as a host would at that time; what has fallen due before is decided first. */
  readonly execute: (
    command: Command,
    envelope: Envelope,
    at: Instant,
  ) => Result<readonly DeskEvent[], Refusal>;
  /** Decides what has fallen due by `at`, each thing at its own moment. */
  readonly passTime: (at: Instant) => readonly DeskEvent[];
  /** When something falls due next. */
  readonly nextDueAt: () => Instant | undefined;
  /** Appends all rows with what is kept beside them, and returns the desk that came of them. */
  readonly write: (journal: Journal, holder: string) => Promise<DeskAt>;
}

/** The rows that one statement takes. */
const ROWS_MAX = 2_000;
/** In which such a history is written: the first host of the centre leads in a later one. */
const EPOCH = 1;

/**
 * Begins the history of a new centre, without a journal: the same rules decide, and the same rows come
 * of them as if a host had been there at the time. Nothing is kept before `write`.
 */
export function liveHistory(): LivedHistory {
  const desk = createDesk();
  const rows: JournalRow[] = [];
  const kept: KeptRow[] = [];

  const add = (events: readonly DeskEvent[], row: Omit<JournalRow, 'seq' | 'events'>): number => {
    const seq = rows.length + 1;
    rows.push({ seq, ...row, events: JSON.stringify(events) });
    return seq;
  };

  const passTime = (at: Instant): readonly DeskEvent[] => {
    const happened: DeskEvent[] = [];
    for (;;) {
      const dueAt = nextDueAt(desk);
      if (dueAt === undefined || dueAt > at) return happened;
      const dueNow = Math.max(dueAt, desk.lastAt);
      const events = advance(desk, dueNow);
      if (events.length > 0) add(events, ownRow('time', dueNow, `${EPOCH}:${rows.length + 1}`));
      happened.push(...events);
    }
  };

  return {
    passTime,
    nextDueAt: () => nextDueAt(desk),
    execute: (command, { commandId, actor, cause = 'command', keep }, at) => {
      const now = Math.max(at, desk.lastAt);
      passTime(now);
      const decided = decide(desk, command, now);
      if (!decided.ok) return decided;
      const row = { commandId, commandHash: commandHash(command, keep), actor, cause, at: now };
      const seq = add(decided.value, row);
      if (keep !== undefined) kept.push({ ...keep, seq, at: now });
      return decided;
    },
    write: async (journal, holder) => {
      const epoch = await journal.lead(holder, 0);
      let next = 0;
      for (let from = 0; from < rows.length; from += ROWS_MAX) {
        const some = rows.slice(from, from + ROWS_MAX);
        const first = next;
        while (next < kept.length && (kept[next]?.seq ?? Infinity) <= from + some.length) next++;
        await journal.append(epoch, some, kept.slice(first, next));
      }
      return { desk, seq: rows.length };
    },
  };
}
