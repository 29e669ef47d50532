import type { Decision } from '../decision.ts';
import type { Refusal } from '../messages.ts';
import type { DefineCalendar, DefinePromise, PromiseCommand } from './promise-messages.ts';
import { intervalFault } from './service-hours.ts';

/** Decides a command about promises or calendars. Returns why it is refused, or undefined. */
export function decidePromises(command: PromiseCommand, decision: Decision): Refusal | undefined {
  return command.type === 'define-calendar'
    ? defineCalendar(command, decision)
    : definePromise(command, decision);
}

function defineCalendar(
  { calendarId, openIntervals }: DefineCalendar,
  { emit }: Decision,
): Refusal | undefined {
  const fault = intervalFault('openIntervals', openIntervals);
  if (fault !== undefined) return { code: 'field-invalid', ...fault };
  emit({ type: 'calendar-defined', v: 1, calendarId, openIntervals });
  return undefined;
}

function definePromise(command: DefinePromise, { desk, emit }: Decision): Refusal | undefined {
  const { promiseId, targetMs, shareRatio, calendarId } = command;
  if (!Number.isSafeInteger(targetMs) || targetMs < 1) {
    const expected = 'whole milliseconds, at least 1';
    return { code: 'field-invalid', field: 'targetMs', expected };
  }
  if (!(shareRatio > 0 && shareRatio <= 1)) {
    return { code: 'field-invalid', field: 'shareRatio', expected: 'above 0, at most 1' };
  }
  if (calendarId !== undefined && !desk.calendars.has(calendarId)) {
    return { code: 'calendar-unknown', calendarId };
  }
  const given = calendarId === undefined ? {} : { calendarId };
  emit({ type: 'promise-defined', v: 1, promiseId, targetMs, shareRatio, ...given });
  return undefined;
}
