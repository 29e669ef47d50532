import {
  POLICY,
  POLICY_FIELDS,
  policyFault,
  type PolicyNumbers,
  policyNumbers,
  policyOf,
} from '@rapport/core';
import { pastDay } from '../policy/past-day.ts';
import { fieldProblem } from './problems.ts';
import { answer, give, type Handler, notFound } from './respond.ts';

const DEFAULTS = policyNumbers(POLICY);
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
  const asked = pastDay(body.day, { now: rooms.now(), timeZone });
  if (asked === undefined) return fieldProblem('day', 'a day that is over');
  const policy = await rooms.host.ask((desk) => desk.policy);
  return answer(rooms.previews.start({ ...asked, today: policy, changed }));
};

export const getPolicyPreview: Handler<'getPolicyPreview'> = ({ params }, { previews }) => {
  const found = previews.find(params.previewId);
  return Promise.resolve(found === undefined ? notFound('such preview') : answer(found));
};

export const endPolicyPreview: Handler<'endPolicyPreview'> = async ({ params }, { previews }) =>
  (await previews.end(params.previewId)) ? answer({}) : notFound('such preview');

function unknownOf(numbers: PolicyNumbers) {
  const name = Object.keys(numbers).find((each) => !NAMES.has(each));
  return name === undefined ? undefined : fieldProblem(name, 'a name of GET /api/v1/policy');
}
