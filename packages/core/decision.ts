import type { Desk } from './desk.ts';
import { evolve } from './evolve.ts';
import type { DeskEvent } from './messages.ts';
import type { Instant } from './time.ts';

/** A decision being made: each event is applied at once, so that the next choice sees it. */
export interface Decision {
  readonly desk: Desk;
  readonly at: Instant;
  readonly emit: (event: DeskEvent) => void;
  /** What has been emitted so far. */
  readonly events: readonly DeskEvent[];
}

export function beginDecision(desk: Desk, at: Instant): Decision {
  const events: DeskEvent[] = [];
  const emit = (event: DeskEvent): void => {
    evolve(desk, event, at);
    events.push(event);
  };
  return { desk, at, emit, events };
}
