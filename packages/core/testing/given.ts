import assert from 'node:assert/strict';
import { advance, resume } from '../advance.ts';
import type { AlertEvent } from '../alerts/alert-messages.ts';
import { decide } from '../decide.ts';
import { createDesk, type Desk } from '../desk.ts';
import { snapshotDesk } from '../evolution/snapshot.ts';
import { evolve } from '../evolve.ts';
import type { Command, DeskEvent, Refusal } from '../messages.ts';
import { nextDueAt } from '../routing/timers.ts';
import type { Instant } from '../time.ts';
import { describeOffers } from './describe-offers.ts';
import type { DeskResumes, TimePasses } from './messages.ts';

/** One step of a story: a command, an event that is known to have happened, or time. */
export type Step = Command | DeskEvent | TimePasses | DeskResumes;

/** What came of the last step of a story. */
export interface Outcome {
  readonly desk: Desk;
  /** Without the alerts, which are a subject of their own. */
  readonly events: readonly DeskEvent[];
  readonly alerts: readonly AlertEvent[];
  readonly refusal: Refusal | undefined;
  /** Asserts that exactly these events happened, alerts aside, or that the command was refused so. */
  readonly then: (expected: readonly DeskEvent[] | Refusal) => void;
  /** Asserts who was offered what and why, each as `describeOffers` words it. */
  readonly thenOffers: (...expected: readonly string[]) => void;
}

/**
 * Tells a story to a new desk, from instant 0 on, and then looks at what one more step brings.
 *
 * @throws {Error} when a step before the last is refused.
 */
export function given(...story: readonly (Step | readonly Step[])[]): {
  readonly when: (step: Step) => Outcome;
} {
  const desk = createDesk();
  let at: Instant = 0;
  const take = (step: Step): Refusal | readonly DeskEvent[] => {
    if (step.type === 'time-passes' || step.type === 'desk-resumes') at = step.untilAt;
    return takeStep(desk, step, at);
  };
  for (const step of story.flat()) {
    const result = take(step);
    if ('code' in result) assert.fail(`${step.type} was refused: ${JSON.stringify(result)}`);
  }
  return { when: (step) => outcomeOf(desk, take(step)) };
}

function takeStep(desk: Desk, step: Step, at: Instant): Refusal | readonly DeskEvent[] {
  if (step.type === 'time-passes') return step.isLate ? advance(desk, at) : pass(desk, at);
  if (step.type === 'desk-resumes') return resume(desk, at);
  if ('v' in step) {
    evolve(desk, step, at);
    return [step];
  }
  const before = JSON.stringify([...snapshotDesk(desk)]);
  const result = decide(desk, step, at);
  if (result.ok) return result.value;
  assert.equal(JSON.stringify([...snapshotDesk(desk)]), before, 'refused, but it left a trace');
  return result.refusal;
}

/** Lets everything that falls due by `untilAt` happen at its own moment. */
function pass(desk: Desk, untilAt: Instant): readonly DeskEvent[] {
  const events: DeskEvent[] = [];
  for (;;) {
    const dueAt = nextDueAt(desk);
    if (dueAt === undefined || dueAt > untilAt) return events;
    events.push(...advance(desk, dueAt));
  }
}

function isAlert(event: DeskEvent): event is AlertEvent {
  return event.type.startsWith('alert-');
}

function outcomeOf(desk: Desk, result: Refusal | readonly DeskEvent[]): Outcome {
  const isRefused = 'code' in result;
  const events = isRefused ? [] : result.filter((event) => !isAlert(event));
  return {
    desk,
    events,
    alerts: isRefused ? [] : result.filter(isAlert),
    refusal: isRefused ? result : undefined,
    then: (expected) => assert.deepEqual(isRefused ? result : events, expected),
    thenOffers: (...expected) => {
      if (isRefused) assert.fail(`refused: ${JSON.stringify(result)}`);
      assert.deepEqual(describeOffers(events), expected);
    },
  };
}
