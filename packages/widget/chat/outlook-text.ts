import type { VisitorOutlook, VisitorProgress } from '@rapport/protocol';
import type { ThreadState } from '../thread/open-thread.ts';
import type { Speech } from '../words/speech.ts';
import { callText } from './call-text.ts';

/**
 * What can honestly be said of who is there and how long it takes: one sentence or a few. A figure is
 * given with its basis, and none where there is none.
 */
export function outlookText(state: ThreadState, speech: Speech, now: number): string {
  const { words } = speech;
  const { entry, progress, outlook } = state;
  if (progress === undefined && entry?.isOpen === false) return words.closed;
  if (progress?.callback !== undefined) return dueText(progress, speech, now);
  if (progress !== undefined && progress.status !== 'waiting') {
    return progress.status === 'over' ? words.over : '';
  }
  if (outlook === undefined) return '';
  return outlook.isStaffed
    ? staffedText(outlook, speech, progress && now - progress.receivedAt)
    : nobodyText(outlook, speech);
}

/** What was promised, the choice says. */
function dueText(progress: VisitorProgress, speech: Speech, now: number): string {
  const isPromised = progress.callback?.state === 'promised';
  return isPromised ? '' : (callText(progress, speech, now) ?? '');
}

function nobodyText({ opensAt }: VisitorOutlook, { words, time }: Speech): string {
  const nobody = opensAt === undefined ? words.nobody : words.nobodyUntil(time(opensAt));
  return `${nobody} ${words.leaveMessage}`;
}

/** For whoever has waited so long already, or for whoever has not begun. */
function staffedText(
  { aheadCount, wait }: VisitorOutlook,
  { words, duration }: Speech,
  waitedMs: number | undefined,
): string {
  const isWaiting = waitedMs !== undefined;
  const first = isWaiting ? words.next : words.somebodyIsHere;
  const place = aheadCount > 0 ? words.ahead(aheadCount) : first;
  if (wait === undefined) return isWaiting ? `${place} ${words.noFigure}` : place;
  const { medianMs, p80Ms, answeredCount } = wait;
  if (isWaiting && waitedMs > p80Ms) return `${place} ${words.longer}`;
  return `${place} ${words.usually(duration(medianMs), duration(p80Ms), answeredCount)}`;
}
