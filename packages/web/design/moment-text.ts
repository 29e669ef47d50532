import { locale } from '../words/words.ts';

/** A moment as somebody would say it today: the time alone, with its day where that is another. */
export function momentText(at: number, now = Date.now()): string {
  const isToday = dayOf(at) === dayOf(now);
  return new Intl.DateTimeFormat(locale(), {
    hour: '2-digit',
    minute: '2-digit',
    ...(!isToday && { weekday: 'short', day: 'numeric', month: 'short' }),
  }).format(at);
}

/** When somebody is back: the day alone where it is the beginning of one. */
export function returnText(at: number, now = Date.now()): string {
  const date = new Date(at);
  if (date.getHours() > 0 || date.getMinutes() > 0) return momentText(at, now);
  const parts = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  return new Intl.DateTimeFormat(locale(), parts).format(date);
}

/** Which day this is, where the reader is. */
export function dayOf(at: number): string {
  return new Date(at).toDateString();
}
