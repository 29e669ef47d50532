import { advance, resume } from '../advance.ts';
import { decide } from '../decide.ts';
import type { Desk } from '../desk.ts';
import type { Command, DeskEvent, Refusal } from '../messages.ts';
import type { Instant } from '../time.ts';

/** What is asked of a desk at some moment: a command, that time has passed, or to resume. */
export interface Attempt {
  readonly at: Instant;
  readonly cause: Command | 'time' | 'resume';
}

/** An attempt and what came of it. */
export interface Row extends Attempt {
  readonly events: readonly DeskEvent[];
  readonly refusal: Refusal | undefined;
}

/** Makes one attempt on a desk. */
export function attempt(desk: Desk, { at, cause }: Attempt): Row {
  if (cause === 'time') return { at, cause, events: advance(desk, at), refusal: undefined };
  if (cause === 'resume') return { at, cause, events: resume(desk, at), refusal: undefined };
  const result = decide(desk, cause, at);
  return result.ok
    ? { at, cause, events: result.value, refusal: undefined }
    : { at, cause, events: [], refusal: result.refusal };
}
