import { spoken } from '../words/words.ts';

/** A moment as somebody would say it today: the time alone, with its day where that is another. */
export function momentText(at: number, now = Date.now()): string {
  const isToday = dayOf(at) === dayOf(now);
  return new Intl.DateTimeFormat(spoken(), {
    hour: '2-digit',
    minute: '2-digit',
    ...(!isToday && { weekday: 'short', day: 'numeric', month: 'short' }),
  }).format(at);
}

/** The time of day. */
export function timeText(at: number): string {
  return new Intl.DateTimeFormat(spoken(), { hour: '2-digit', minute: '2-digit' }).format(at);
}

/** The day, where this is another year with the year. */
export function dayText(at: number, now = Date.now()): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(spoken(), {
    day: 'numeric',
    month: 'short',
    ...(!isThisYear && { year: 'numeric' }),
  }).format(at);
}

/** Which day this is, where the reader is. */
export function dayOf(at: number): string {
  return new Date(at).toDateString();
}
