import {
  advance,
  type Command,
  decide,
  type Desk,
  type DeskEvent,
  type Instant,
  isPlainText,
  nextDueAt,
  resume,
} from '@rapport/core';
import { reasonOf } from '../logs/reason-of.ts';
import { type JournalRow, LeaseLost } from '../store/journal.ts';
import type { Kept } from '../store/kept.ts';
import { appendBatch, type Batch, createBatch, ownRow } from './batch.ts';
import { commandHash } from './command-hash.ts';
import { type Envelope, type Outcome, refuseUnkeepable, storedOutcome } from './envelope.ts';
import { findRows } from './find-rows.ts';
import type { DeskAt } from './fold-history.ts';
import {
  type CommittedListener,
  type HostDependencies,
  type HostLimits,
  STANDARD_LIMITS,
} from './host-dependencies.ts';
import { CommandIdReused, CommandUndecidable, HostBusy, HostUnavailable } from './host-faults.ts';
import { type RecentCommands, recentCommands } from './recent-commands.ts';
import { createWaker, type Waker } from './waker.ts';

const RETRY_MS = 100;

type State = 'open' | 'recovering' | 'closed';

/**
 * The only writer of a centre: decides commands, and answers once the history holds them.
 *
 * open → recovering when an append fails: everybody who waits gets `HostUnavailable`, the lead is
 * taken anew, the desk made from the journal → open. open | recovering → closed by `close`, or when
 * another host leads.
 *
 * A command is decided as it arrives; its row joins the batch that is appended when the append in
 * flight has ended. There is one append in flight.
 */
export class Host implements AsyncDisposable {
  #state: State = 'recovering';
  #desk: Desk;
  #epoch = 0;
  /** Position of the last decided row; those after `#committedSeq` are on their way. */
  #seq = 0;
  #committedSeq = 0;
  #waitingCount = 0;
  #inFlight: Batch | undefined;
  #next: Batch = createBatch();
  #recent: RecentCommands<Outcome>;
  #recovery: Promise<void> = Promise.resolve();
  /** Commands that the rules cannot decide; asked again, they would make everybody wait again. */
  readonly #undecidable = new Set<string>();
  readonly #limits: HostLimits;
  readonly #listeners = new Set<CommittedListener>();
  readonly #dependencies: HostDependencies;
  readonly #waker: Waker;

  private constructor(dependencies: HostDependencies, desk: Desk) {
    this.#dependencies = dependencies;
    this.#waker = createWaker(dependencies.clock, () => this.#wake());
    this.#desk = desk;
    this.#limits = { ...STANDARD_LIMITS, ...dependencies.limits };
    this.#recent = recentCommands(Infinity, this.#limits.recentMax);
  }

  /** Takes the lead of the centre, makes its desk from the history and opens it. */
  static async open(dependencies: HostDependencies): Promise<Host> {
    const epoch = await dependencies.journal.lead(dependencies.holder);
    const recovered = await dependencies.recover();
    const host = new Host(dependencies, recovered.desk);
    host.#begin(epoch, recovered);
    return host;
  }

  /** Position of the last durable row. */
  get position(): number {
    return this.#committedSeq;
  }

  /** How many commands wait for their answer. */
  get waitingCount(): number {
    return this.#waitingCount;
  }

  get isOpen(): boolean {
    return this.#state === 'open';
  }

  /**
   * Decides a command, and answers when what it saw and what it did are durable.
   *
   * @throws {HostBusy} too many are waiting. @throws {HostUnavailable} the history could not be
   * written; retry under the same id. @throws {CommandIdReused} the id belongs to another command.
   */
  async execute(command: Command, envelope: Envelope): Promise<Outcome> {
    return await this.#observed(command, envelope);
  }

  /**
   * Decides commands in their order, so that they share an append, and answers each as `execute`
   * would. When one is to be tried again, so are all after it. @throws {HostUnavailable} they all are.
   */
  async executeInOrder(
    asked: readonly { readonly command: Command; readonly envelope: Envelope }[],
  ): Promise<readonly PromiseSettledResult<Outcome>[]> {
    this.#refuseUnlessOpen();
    const epoch = this.#epoch;
    const { journal, clock } = this.#dependencies;
    const ids = asked.map(({ envelope }) => envelope.commandId).filter(isPlainText);
    const found = await findRows(
      journal,
      ids.filter((id) => !this.#recent.isSurelyNew(id, clock.now())),
    );
    this.#refuseUnlessOpen();
    // A desk that was made anew meanwhile may know of rows that the journal did not show yet.
    if (epoch !== this.#epoch) throw new HostUnavailable('the desk was made anew');
    return await Promise.allSettled(
      asked.map(({ command, envelope }) => this.#observed(command, envelope, found)),
    );
  }

  async #observed(
    command: Command,
    envelope: Envelope,
    found?: ReadonlyMap<string, JournalRow>,
  ): Promise<Outcome> {
    const carryOut = () => this.#take(command, envelope, found);
    return await (this.#dependencies.observe?.(command, envelope, carryOut) ?? carryOut());
  }

  /** `found` holds the rows of earlier tries where they were looked up already. */
  async #take(
    command: Command,
    envelope: Envelope,
    found?: ReadonlyMap<string, JournalRow>,
  ): Promise<Outcome> {
    this.#refuseUnlessOpen();
    const { commandId } = envelope;
    refuseUnkeepable(envelope);
    if (this.#undecidable.has(commandId)) throw new CommandUndecidable(commandId);
    const hash = commandHash(command, envelope.keep);
    const earlier = this.#recent.get(commandId);
    if (earlier !== undefined) {
      if (earlier.hash !== hash) throw new CommandIdReused(commandId);
      return await earlier.answer;
    }
    if (this.#waitingCount >= this.#limits.waitingMax) throw new HostBusy(this.#waitingCount);
    this.#waitingCount++;
    const now = this.#dependencies.clock.now();
    const answer = this.#answer(command, envelope, hash, found);
    const recent = this.#recent;
    recent.add(commandId, { hash, answer }, now);
    try {
      const outcome = await answer;
      if (!outcome.ok) recent.forget(commandId);
      return outcome;
    } catch (error) {
      recent.forget(commandId);
      throw error;
    } finally {
      this.#waitingCount--;
    }
  }

  /**
   * What the question finds, once all that it saw is durable. It must hand out values, because the
   * desk goes on changing.
   *
   * @throws {HostUnavailable} the history could not be written; ask again.
   */
  async ask<Answer>(question: (desk: Desk) => Answer): Promise<Answer> {
    this.#refuseUnlessOpen();
    const found = question(this.#desk);
    await this.#whenCommitted();
    return found;
  }

  /** When time alone next brings something about. */
  get nextDueAt(): Instant | undefined {
    return nextDueAt(this.#desk);
  }

  /**
   * Decides what has fallen due and returns what happened, once it is durable. For drivers of a
   * virtual clock, which wakes nobody.
   */
  async passTime(): Promise<readonly DeskEvent[]> {
    this.#refuseUnlessOpen();
    const events: DeskEvent[] = [];
    this.#deciding(() => this.#passTime((happened) => events.push(...happened)));
    await this.#whenCommitted();
    return events;
  }

  /** Calls `listener` with rows as they become durable, in order; returns how to stop that. */
  onCommitted(listener: CommittedListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes nothing more in, waits until everything decided is durable, and stops. */
  async close(): Promise<void> {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    this.#waker.at(undefined);
    await this.#recovery;
    await this.#whenCommitted().catch((error: unknown) => {
      // Whoever waits for these rows has been told the same.
      this.#dependencies.notice?.(`the last rows were not written: ${reasonOf(error)}`);
    });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #answer(
    command: Command,
    envelope: Envelope,
    hash: string,
    found?: ReadonlyMap<string, JournalRow>,
  ): Promise<Outcome> {
    const { journal, clock } = this.#dependencies;
    const { commandId } = envelope;
    let stored = found?.get(commandId);
    if (found === undefined && !this.#recent.isSurelyNew(commandId, clock.now())) {
      stored = (await findRows(journal, [commandId])).get(commandId);
      this.#refuseUnlessOpen();
    }
    if (stored !== undefined) return storedOutcome(stored, hash);
    return await this.#decide(command, envelope, hash);
  }

  async #decide(command: Command, envelope: Envelope, hash: string): Promise<Outcome> {
    const { commandId, actor, cause = 'command', keep } = envelope;
    const at = this.#deciding(() => this.#passTime());
    const decided = this.#deciding(() => decide(this.#desk, command, at), commandId);
    if (decided.ok) {
      this.#add(decided.value, { commandId, commandHash: hash, actor, cause, at }, keep);
    }
    const position = this.#seq;
    this.#scheduleWake();
    await this.#whenCommitted();
    return decided.ok
      ? { ok: true, position, events: decided.value }
      : { ok: false, position, refusal: decided.refusal };
  }

  /** Decides all that fell due, each at its own moment, and returns the time to stamp. */
  #passTime(onEvents: (events: readonly DeskEvent[]) => void = () => undefined): Instant {
    const now = Math.max(this.#dependencies.clock.now(), this.#desk.lastAt);
    for (;;) {
      const dueAt = nextDueAt(this.#desk);
      if (dueAt === undefined || dueAt > now) return now;
      const at = Math.max(dueAt, this.#desk.lastAt);
      const events = advance(this.#desk, at);
      this.#add(events, ownRow('time', at, `${this.#epoch}:${this.#seq + 1}`));
      onEvents(events);
    }
  }

  /** A bug in the rules may leave the desk half changed: it is made anew from the history. */
  #deciding<Value>(work: () => Value, commandId?: string): Value {
    try {
      return work();
    } catch (error) {
      void this.#recover(error);
      if (commandId === undefined) throw new HostUnavailable('time failed', { cause: error });
      if (this.#undecidable.size >= this.#limits.recentMax) this.#undecidable.clear();
      this.#undecidable.add(commandId);
      throw new CommandUndecidable(commandId, error);
    }
  }

  #add(events: readonly DeskEvent[], row: Omit<JournalRow, 'seq' | 'events'>, keep?: Kept): void {
    if (events.length === 0) return;
    const seq = ++this.#seq;
    this.#next.rows.push({ seq, ...row, events: JSON.stringify(events) });
    if (keep !== undefined) this.#next.kept.push({ ...keep, seq, at: row.at });
    this.#next.events.push(events);
    // One turn later, so that commands that arrive together share an append.
    if (this.#inFlight === undefined && this.#next.rows.length === 1) {
      queueMicrotask(() => void this.#append());
    }
  }

  /** Settles when all that has been decided so far is durable. */
  #whenCommitted(): Promise<void> {
    if (this.#next.rows.length > 0) return this.#next.committed;
    return this.#inFlight?.committed ?? Promise.resolve();
  }

  async #append(): Promise<void> {
    const { journal } = this.#dependencies;
    while (this.#inFlight === undefined && this.#next.rows.length > 0) {
      const batch = this.#next;
      this.#inFlight = batch;
      this.#next = createBatch();
      try {
        await appendBatch(journal, this.#epoch, batch, this.#limits.batchMax);
      } catch (error) {
        if (this.#inFlight === batch) await this.#recover(error);
        return;
      }
      if (this.#inFlight !== batch) return;
      this.#inFlight = undefined;
      this.#committedSeq += batch.rows.length;
      batch.commit();
      for (const listener of this.#listeners) listener(batch.rows, batch.events);
    }
  }

  async #recover(cause: unknown): Promise<void> {
    if (this.#state === 'recovering') return;
    const { onLeaseLost } = this.#dependencies;
    const wasOpen = this.#state === 'open';
    this.#waker.at(undefined);
    this.#failWaiting(cause);
    if (cause instanceof LeaseLost || !wasOpen) {
      this.#state = 'closed';
      if (cause instanceof LeaseLost) onLeaseLost?.();
      return;
    }
    this.#state = 'recovering';
    await (this.#recovery = this.#makeAnew(cause));
  }

  async #makeAnew(cause: unknown): Promise<void> {
    const { journal, recover, holder, notice, onLeaseLost } = this.#dependencies;
    notice?.(`the history could not be written, making the desk anew: ${reasonOf(cause)}`);
    while (this.#isRecovering()) {
      try {
        const epoch = await journal.lead(holder, this.#epoch);
        this.#epoch = epoch;
        const recovered = await recover();
        if (this.#isRecovering()) this.#begin(epoch, recovered);
      } catch (error) {
        if (error instanceof LeaseLost) {
          this.#state = 'closed';
          onLeaseLost?.();
          return;
        }
        notice?.(`the desk cannot be made yet: ${reasonOf(error)}`);
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  // A method, because the compiler cannot see that `close` changes the state meanwhile.
  #isRecovering(): boolean {
    return this.#state === 'recovering';
  }

  #failWaiting(cause: unknown): void {
    const fault = new HostUnavailable('the history could not be written', { cause });
    const batches = [this.#inFlight, this.#next];
    this.#inFlight = undefined;
    this.#next = createBatch();
    for (const batch of batches) batch?.fail(fault);
  }

  #begin(epoch: number, { desk, seq }: DeskAt): void {
    const { clock } = this.#dependencies;
    this.#epoch = epoch;
    this.#desk = desk;
    this.#seq = seq;
    this.#committedSeq = seq;
    this.#recent = recentCommands(clock.now(), this.#limits.recentMax);
    const at = Math.max(clock.now(), desk.lastAt);
    this.#add(resume(desk, at), ownRow('resume', at, `${epoch}:${seq + 1}`));
    this.#state = 'open';
    this.#scheduleWake();
  }

  #wake(): void {
    if (this.#state !== 'open') return;
    try {
      this.#passTime();
      this.#scheduleWake();
    } catch (error) {
      void this.#recover(error);
    }
  }

  #scheduleWake(): void {
    this.#waker.at(this.#state === 'open' ? nextDueAt(this.#desk) : undefined);
  }

  #refuseUnlessOpen(): void {
    if (this.#state === 'open') return;
    throw new HostUnavailable(
      this.#state === 'closed' ? 'the host is closed' : 'the desk is being made anew',
    );
  }
}
