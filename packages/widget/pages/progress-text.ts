import type { VisitorProgress } from '@rapport/protocol';
import { callText } from '../chat/call-text.ts';
import type { Speech } from '../words/speech.ts';

/** A step from the customer's view. */
export interface Step {
  readonly name: string;
  readonly state: 'done' | 'now' | 'missed' | 'next';
  /** When, or by when. */
  readonly detail: string;
}

/** Received, with whom, answered, done. What was promised and not kept stays visible. */
export function progressSteps(progress: VisitorProgress, speech: Speech, now: number): Step[] {
  const { words, time } = speech;
  const { status, receivedAt, overAt } = progress;
  const isOver = status === 'over';
  return [
    { name: words.stepReceived, state: 'done', detail: time(receivedAt) },
    takenStep(progress, speech),
    answeredStep(progress, speech, now),
    {
      name: words.stepOver,
      state: isOver ? 'done' : 'next',
      detail: overAt === undefined ? '' : time(overAt),
    },
  ];
}

function takenStep(progress: VisitorProgress, { words, time }: Speech): Step {
  const { status, acceptedAt, answeredAt, agentName } = progress;
  const isPast = status === 'over' || answeredAt !== undefined;
  const isStillToCall = progress.callback?.state === 'promised';
  const standing = isPast ? 'done' : isStillToCall ? 'next' : 'now';
  return {
    name: agentName === undefined ? words.stepWith : words.with(agentName),
    state: status === 'waiting' ? 'next' : standing,
    detail: acceptedAt === undefined ? '' : time(acceptedAt),
  };
}

function answeredStep(progress: VisitorProgress, { words, time }: Speech, now: number): Step {
  const { status, answeredAt, callback } = progress;
  // Who is to be called is answered then.
  const dueAt = callback?.dueAt ?? progress.dueAt;
  const isOver = status === 'over';
  const name = words.stepAnswered;
  const promised = dueAt === undefined ? '' : `${words.stepMissed} ${time(dueAt)}`;
  const isLate = dueAt !== undefined && (answeredAt ?? now) > dueAt;
  if (answeredAt === undefined) {
    return { name, state: isLate && !isOver ? 'missed' : 'next', detail: isOver ? '' : promised };
  }
  if (isLate) return { name, state: 'missed', detail: `${time(answeredAt)}, ${promised}` };
  return { name, state: isOver ? 'done' : 'now', detail: time(answeredAt) };
}

/** What happens next, by when, and who does it. */
export function nextText(progress: VisitorProgress, speech: Speech, now: number): string {
  const { words, time } = speech;
  const { status, answeredAt, dueAt, agentName } = progress;
  if (status === 'over') return words.nextOver;
  const call = callText(progress, speech, now);
  if (call !== undefined) return call;
  if (answeredAt !== undefined) return words.nextAnswered;
  const by = dueAt === undefined ? undefined : time(dueAt);
  const isLate = dueAt !== undefined && now > dueAt;
  if (status === 'waiting' || agentName === undefined) {
    if (by === undefined) return words.nextWaitingPlain;
    return isLate ? words.nextLate(by) : words.nextWaiting(by);
  }
  if (by === undefined) return words.nextWithPlain(agentName);
  return isLate ? words.nextWithLate(agentName, by) : words.nextWith(agentName, by);
}
