import type { VisitorProgress } from '@rapport/protocol';
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
  const { status, receivedAt, acceptedAt, answeredAt, dueAt, agentName } = progress;
  const isOver = status === 'over';
  const isAnswered = answeredAt !== undefined;
  const isMissed = dueAt !== undefined && (answeredAt ?? now) > dueAt && !(isOver && !isAnswered);
  const promised = dueAt === undefined ? '' : `${words.stepMissed} ${time(dueAt)}`;
  const isTaken = status === 'with' || isOver;
  return [
    { name: words.stepReceived, state: 'done', detail: time(receivedAt) },
    {
      name: agentName === undefined ? words.stepWith : words.with(agentName),
      state: isTaken ? (isAnswered || isOver ? 'done' : 'now') : 'next',
      detail: acceptedAt === undefined ? '' : time(acceptedAt),
    },
    {
      name: words.stepAnswered,
      state: isMissed ? 'missed' : isAnswered ? (isOver ? 'done' : 'now') : 'next',
      detail: isAnswered && !isMissed ? time(answeredAt) : promised,
    },
    {
      name: words.stepOver,
      state: isOver ? 'done' : 'next',
      detail: progress.overAt === undefined ? '' : time(progress.overAt),
    },
  ];
}

/** What happens next, by when, and who does it. */
export function nextText(progress: VisitorProgress, speech: Speech, now: number): string {
  const { words, time } = speech;
  const { status, answeredAt, dueAt, agentName } = progress;
  if (status === 'over') return words.nextOver;
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
