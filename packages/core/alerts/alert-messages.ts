import type { AgentId, WorkId } from '../id.ts';
import type { Instant } from '../time.ts';

/**
 * How late an unanswered item is, or will be: predicted to be late by what waits before it, near its promised
 * time, or beyond it. Or that it has been handed on three times, however late it is.
 */
export type Rung = 'predicted' | 'approaching' | 'exceeded' | 'handed-on';

/** What to do about it: answer it; hand on something else that he has; promise to call back; find who will see to it to the end. */
export type Advice = 'hurry' | 'hand-one-over' | 'call-back-later' | 'find-somebody';

/** Somebody has seen an item's alert, so that nobody else has to be told. */
export interface AcknowledgeAlert {
  readonly type: 'acknowledge-alert';
  readonly workId: WorkId;
  /** Whom it was told to; absent where somebody did who watches over him. */
  readonly agentId?: AgentId;
}

/**
 * An item that nobody has answered is late, or going to be: once for each rung. Whoever has it or knows its
 * customer is told; where there is nobody, or it is late already, those who watch over it are told too. Of what
 * has been handed on three times they alone are told.
 */
export interface AlertRaised {
  readonly type: 'alert-raised';
  readonly v: 1;
  readonly workId: WorkId;
  readonly rung: Rung;
  /** Who is told first. */
  readonly agentId?: AgentId;
  readonly advice: Advice;
  /** By when the item is promised an answer; absent where the service hours end before. */
  readonly dueAt?: Instant;
  /** When those who watch over him are told, if he has neither seen nor answered it; absent where they are told now. */
  readonly escalatesAt?: Instant;
}

/** Whoever was told did nothing about it; those who watch over him are told. */
export interface AlertEscalated {
  readonly type: 'alert-escalated';
  readonly v: 1;
  readonly workId: WorkId;
  readonly rung: Rung;
  readonly agentId: AgentId;
}

/** Somebody has seen it; it goes no further. */
export interface AlertAcknowledged {
  readonly type: 'alert-acknowledged';
  readonly v: 1;
  readonly workId: WorkId;
  readonly rung: Rung;
  readonly agentId?: AgentId;
}

export type AlertEvent = AlertRaised | AlertEscalated | AlertAcknowledged;

/** The item has no alert that somebody still has to see, or it was not told to this agent. */
export interface AlertNotOpen {
  readonly code: 'alert-not-open';
  readonly workId: WorkId;
}
