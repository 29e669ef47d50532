import type { Desk } from '../desk.ts';
import type { Refusal } from '../messages.ts';
import type { DefinePromise } from './promise-messages.ts';

/** Why this cannot be promised, or undefined; its fields are named after `prefix`. */
export function termsRefusal(
  desk: Desk,
  { targetMs, shareRatio, calendarId }: Omit<DefinePromise, 'type' | 'promiseId'>,
  prefix = '',
): Refusal | undefined {
  if (!Number.isSafeInteger(targetMs) || targetMs < 1) {
    const expected = 'whole milliseconds, at least 1';
    return { code: 'field-invalid', field: `${prefix}targetMs`, expected };
  }
  if (!(shareRatio > 0 && shareRatio <= 1)) {
    return {
      code: 'field-invalid',
      field: `${prefix}shareRatio`,
      expected: 'above 0, at most 1',
    };
  }
  if (calendarId !== undefined && !desk.calendars.has(calendarId)) {
    return { code: 'calendar-unknown', calendarId };
  }
  return undefined;
}
