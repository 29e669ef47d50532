import {
  POLICY,
  POLICY_FIELDS,
  policyFault,
  type PolicyNumbers,
  policyNumbers,
  policyOf,
} from '@rapport/core';
import { civilDay } from '../live/civil-day.ts';
import { fieldProblem } from './problems.ts';
import { answer, give, type Handler, notFound } from './respond.ts';

const DEFAULTS = policyNumbers(POLICY);
const HALF_DAY_MS = 43_200_000;
const NAMES = new Set(POLICY_FIELDS.map(({ name }) => name));

export const getPolicy: Handler<'getPolicy'> = async (_, { host }) => {
  const numbers = await host.ask((desk) => policyNumbers(desk.policy));
  const fields = POLICY_FIELDS.map((field) => ({ ...field, byDefault: DEFAULTS[field.name] ?? 0 }));
  return answer({ numbers: { ...numbers }, fields });
};

export const setPolicy: Handler<'setPolicy'> = async (call, rooms) => {
  const unknown = unknownOf(call.body);
  if (unknown !== undefined) return unknown;
  return await give({ type: 'set-policy', policy: policyOf(call.body) }, call, rooms);
};

export const startPolicyPreview: Handler<'startPolicyPreview'> = async ({ body }, rooms) => {
  const { numbers } = body;
  const unknown = unknownOf(numbers);
  if (unknown !== undefined) return unknown;
  const changed = policyOf(numbers);
  const fault = policyFault(changed);
  if (fault !== undefined) return fieldProblem(fault.field, fault.expected);
  const { timeZone } = rooms.settings.current();
  const today = civilDay(rooms.now(), timeZone);
  const asked = dayAsked(body.day, today.beganAt - 1, timeZone);
  if (asked === undefined || asked.endsAt > today.beganAt) {
    return fieldProblem('day', 'a day that is over');
  }
  const { day, beganAt: fromAt, endsAt: untilAt } = asked;
  const policy = await rooms.host.ask((desk) => desk.policy);
  return answer(rooms.previews.start({ day, fromAt, untilAt, today: policy, changed }));
};

export const getPolicyPreview: Handler<'getPolicyPreview'> = ({ params }, { previews }) => {
  const found = previews.find(params.previewId);
  return Promise.resolve(found === undefined ? notFound('such preview') : answer(found));
};

export const endPolicyPreview: Handler<'endPolicyPreview'> = async ({ params }, { previews }) =>
  (await previews.end(params.previewId)) ? answer({}) : notFound('such preview');

/** The day of that date, or the one before today, in a time zone; undefined where there is no such date. */
function dayAsked(
  date: string | undefined,
  yesterdayAt: number,
  timeZone: string,
): (ReturnType<typeof civilDay> & { readonly day: string }) | undefined {
  // Noon in UTC is on that date in nearly every time zone; the date is compared all the same.
  const at = date === undefined ? yesterdayAt : Date.parse(`${date}T12:00:00Z`);
  if (Number.isNaN(at)) return undefined;
  const dateOf = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  const found = [at, at - HALF_DAY_MS, at + HALF_DAY_MS].find(
    (moment) => date === undefined || dateOf.format(moment) === date,
  );
  if (found === undefined) return undefined;
  return { ...civilDay(found, timeZone), day: dateOf.format(found) };
}

function unknownOf(numbers: PolicyNumbers) {
  const name = Object.keys(numbers).find((each) => !NAMES.has(each));
  return name === undefined ? undefined : fieldProblem(name, 'a name of GET /api/v1/policy');
}
