import type { AgentId, WorkId } from '../id.ts';
import type { Instant } from '../time.ts';

/**
 * Promises the customer of an item that waits that one who knows him calls back at a moment; of one that is
 * promised already, another moment or somebody else. The agent has to be back by then where he has said when he
 * is, at work by what is planned of his days, in no meeting, and to have promised nobody else a call near it.
 */
export interface PromiseCallback {
  readonly type: 'promise-callback';
  readonly workId: WorkId;
  readonly agentId: AgentId;
  readonly dueAt: Instant;
}

/**
 * The agent called the customer of a promised callback, and nobody answered. He tries again later; the third
 * time, the item is done.
 */
export interface NoteNoAnswer {
  readonly type: 'note-no-answer';
  readonly workId: WorkId;
  readonly agentId: AgentId;
}

export type CallbackCommand = PromiseCallback | NoteNoAnswer;

/**
 * The customer was promised a call at `dueAt`. Until then the item is put off by whoever promised it, who is
 * offered no other live work from `keptFreeFromAt` on.
 */
export interface CallbackPromised {
  readonly type: 'callback-promised';
  readonly v: 1;
  readonly workId: WorkId;
  readonly agentId: AgentId;
  readonly dueAt: Instant;
  readonly keptFreeFromAt: Instant;
}

/** Nobody answered. He calls again at `againAt`; without it, this was the last time. */
export interface CallbackMissed {
  readonly type: 'callback-missed';
  readonly v: 1;
  readonly workId: WorkId;
  readonly agentId: AgentId;
  /** How often nobody has answered by now. */
  readonly attemptCount: number;
  readonly againAt?: Instant;
  readonly keptFreeFromAt?: Instant;
}

/** The customer was there before he was called, with this item: that is the callback, and this one ends. */
export interface CallbackMet {
  readonly type: 'callback-met';
  readonly v: 1;
  readonly workId: WorkId;
  readonly byWorkId: WorkId;
}

export type CallbackEvent = CallbackPromised | CallbackMissed | CallbackMet;

/** The item is no promised callback. */
export interface CallbackNotPromised {
  readonly code: 'callback-not-promised';
  readonly workId: WorkId;
}

/** At that moment the agent is not at work, is busy, or has promised another call. */
export interface MomentNotFree {
  readonly code: 'moment-not-free';
  readonly workId: WorkId;
  readonly agentId: AgentId;
  readonly dueAt: Instant;
}

export type CallbackRefusal = CallbackNotPromised | MomentNotFree;
