import type { Desk } from './desk.ts';
import { evolve } from './evolve.ts';
import type { DeskEvent } from './messages.ts';
import { settleArrival } from './routing/queues.ts';
import type { Instant } from './time.ts';

/** A decision being made. */
export interface Decision {
  readonly desk: Desk;
  readonly at: Instant;
  /** What has been emitted so far. */
  readonly events: DeskEvent[];
}

export function beginDecision(desk: Desk, at: Instant): Decision {
  settleArrival(desk);
  return { desk, at, events: [] };
}

/** Makes an event part of the decision. It is applied at once, so that the next choice sees it. */
export function emit({ desk, at, events }: Decision, event: DeskEvent): void {
  evolve(desk, event, at);
  events.push(event);
}
