import { createDesk, type Desk } from '../desk.ts';
import { restoreDesk } from '../evolution/restore-desk.ts';
import { type SnapshotRecord, snapshotDesk } from '../evolution/snapshot.ts';
import { evolve } from '../evolve.ts';
import type { Command } from '../messages.ts';
import type { Policy } from '../routing/policy.ts';
import type { Instant } from '../time.ts';
import { type Attempt, attempt, type Row } from './desk-driver.ts';
import { drawWhole, type Random } from './seeded-random.ts';

/** At which point of a command's way the process ends. */
export type CrashPoint = 'before-commit' | 'before-publication';

/** What a command came to, as whoever sent it is told. */
type Answer = Pick<Row, 'events' | 'refusal'>;

/**
 * The least that keeps a desk alive: rows are committed one by one, told to a reader after it, and a
 * command that comes twice under one id is decided once. It can end at any point; what it is then is
 * what its rows, read back as text, say.
 */
export class FragileHost {
  readonly #policy: Policy;
  readonly #watch: (row: Row, desk: Desk) => void;
  readonly #random: Random;
  /** What is durable: rows as text, and whose command brought them about. */
  readonly #journal: { readonly text: string; readonly commandId: string | undefined }[] = [];
  #snapshot: { readonly position: number; readonly records: string } | undefined;
  /** What the process remembers beside the desk. */
  #desk: Desk;
  #answers = new Map<string, Answer>();
  /** Somebody else's desk, which follows the published rows. */
  readonly #reader: Desk;
  #readerPosition = 0;

  constructor(random: Random, policy: Policy, watch: (row: Row, desk: Desk) => void) {
    this.#random = random;
    this.#policy = policy;
    this.#watch = watch;
    this.#desk = createDesk(policy);
    this.#reader = createDesk(policy);
  }

  get desk(): Desk {
    return this.#desk;
  }

  /** The desk of whoever reads the published rows. */
  get reader(): Desk {
    return this.#reader;
  }

  /** What became of a command, row by row; there must be one at most. */
  rowsOf(commandId: string): readonly Pick<Row, 'at' | 'events'>[] {
    return this.#journal.filter((row) => row.commandId === commandId).map(({ text }) => read(text));
  }

  /** Lets time pass, or the desk resume. */
  take(next: Attempt): void {
    const row = attempt(this.#desk, next);
    this.#commit(row, undefined);
    this.#publish();
  }

  /**
   * Gives a command. Undefined where the process ended before it could answer; it is up again, and
   * whoever sent it will send it again.
   */
  give(commandId: string, command: Command, at: Instant, crash?: CrashPoint): Answer | undefined {
    const earlier = this.#answers.get(commandId);
    if (earlier !== undefined) return earlier;
    const row = attempt(this.#desk, { at, cause: command });
    if (crash === 'before-commit') {
      this.restart(at);
      return undefined;
    }
    this.#commit(row, commandId);
    // A refusal leaves no trace: asked again, it is decided again.
    if (row.refusal === undefined) this.#answers.set(commandId, row);
    if (crash === 'before-publication') {
      this.restart(at);
      return undefined;
    }
    this.#publish();
    return row;
  }

  /** Writes down what the desk is, so that less is folded after the next end. */
  takeSnapshot(): void {
    const records = JSON.stringify([...snapshotDesk(this.#desk)]);
    this.#snapshot = { position: this.#journal.length, records };
  }

  /** Ends, and begins again from what is durable, now from a snapshot, now from the first row. */
  restart(at: Instant): void {
    const from = this.#random() < 0.5 ? this.#snapshot : undefined;
    const records = JSON.parse(from?.records ?? '[]') as readonly SnapshotRecord[];
    this.#desk = from === undefined ? createDesk(this.#policy) : restoreDesk(records, this.#policy);
    for (const { text } of this.#journal.slice(from?.position ?? 0)) fold(this.#desk, text);
    this.#answers = new Map(
      this.#journal.flatMap(({ commandId, text }) =>
        commandId === undefined
          ? []
          : [[commandId, { events: read(text).events, refusal: undefined }]],
      ),
    );
    this.take({ at, cause: 'resume' });
    this.take({ at, cause: 'time' });
  }

  #commit(row: Row, commandId: string | undefined): void {
    if (row.events.length > 0) {
      const { at, events } = row;
      this.#journal.push({ text: JSON.stringify({ at, events }), commandId });
    }
    this.#watch(row, this.#desk);
  }

  /** Tells the reader the last row, unless it is lost; whoever sees a gap reads what he missed. */
  #publish(): void {
    const isLost = drawWhole(this.#random, 1, 10) === 1;
    if (!isLost) this.catchUp();
  }

  /** The reader reads all that was committed. */
  catchUp(): void {
    const missed = this.#journal.slice(this.#readerPosition);
    for (const { text } of missed) fold(this.#reader, text);
    this.#readerPosition = this.#journal.length;
  }
}

function read(text: string): Pick<Row, 'at' | 'events'> {
  return JSON.parse(text) as Pick<Row, 'at' | 'events'>;
}

function fold(desk: Desk, text: string): void {
  const { at, events } = read(text);
  for (const event of events) evolve(desk, event, at);
}
