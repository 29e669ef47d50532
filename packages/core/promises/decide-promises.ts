import { type Decision, emit } from '../decision.ts';
import type { Refusal } from '../messages.ts';
import { unreachable } from '../result.ts';
import { defineAgreement } from './decide-agreements.ts';
import type { DefineCalendar, DefinePromise, PromiseCommand } from './promise-messages.ts';
import { intervalFault } from './service-hours.ts';
import { termsRefusal } from './terms-refusal.ts';

/** Decides a command about promises, agreements or calendars. Returns why it is refused, or undefined. */
export function decidePromises(command: PromiseCommand, decision: Decision): Refusal | undefined {
  switch (command.type) {
    case 'define-calendar':
      return defineCalendar(command, decision);
    case 'define-promise':
      return definePromise(command, decision);
    case 'define-agreement':
      return defineAgreement(command, decision);
    default:
      return unreachable(command);
  }
}

function defineCalendar(
  { calendarId, openIntervals }: DefineCalendar,
  decision: Decision,
): Refusal | undefined {
  const fault = intervalFault('openIntervals', openIntervals);
  if (fault !== undefined) return { code: 'field-invalid', ...fault };
  emit(decision, { type: 'calendar-defined', v: 1, calendarId, openIntervals });
  return undefined;
}

function definePromise(command: DefinePromise, decision: Decision): Refusal | undefined {
  const { promiseId, targetMs, shareRatio, calendarId } = command;
  const { desk } = decision;
  const agreementId = desk.promises.get(promiseId)?.agreementId;
  if (agreementId !== undefined) return { code: 'promise-agreed', promiseId, agreementId };
  const refusal = termsRefusal(desk, command);
  if (refusal !== undefined) return refusal;
  const given = calendarId === undefined ? {} : { calendarId };
  emit(decision, { type: 'promise-defined', v: 1, promiseId, targetMs, shareRatio, ...given });
  return undefined;
}
