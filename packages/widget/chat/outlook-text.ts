import type { ThreadState } from '../thread/open-thread.ts';
import type { Speech } from '../words/speech.ts';

/**
 * What can honestly be said of who is there and how long it takes: one sentence or a few. A figure is
 * given with its basis, and none where there is none.
 */
export function outlookText(
  { entry, progress, outlook }: ThreadState,
  { words, time, duration }: Speech,
  now: number,
): string {
  if (entry?.isOpen === false && progress === undefined) return words.closed;
  if (progress?.status === 'with') return '';
  if (progress?.status === 'over') return words.over;
  if (outlook === undefined) return '';
  const { isStaffed, opensAt, aheadCount, wait } = outlook;
  if (!isStaffed) {
    const nobody = opensAt === undefined ? words.nobody : words.nobodyUntil(time(opensAt));
    return `${nobody} ${words.leaveMessage}`;
  }
  const isWaiting = progress?.status === 'waiting';
  const place =
    aheadCount > 0 ? words.ahead(aheadCount) : isWaiting ? words.next : words.somebodyIsHere;
  if (wait === undefined) return isWaiting ? `${place} ${words.noFigure}` : place;
  if (isWaiting && now - progress.receivedAt > wait.p80Ms) return `${place} ${words.longer}`;
  const { medianMs, p80Ms, answeredCount } = wait;
  return `${place} ${words.usually(duration(medianMs), duration(p80Ms), answeredCount)}`;
}
