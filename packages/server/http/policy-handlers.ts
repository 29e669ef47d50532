import { POLICY, POLICY_FIELDS, policyNumbers, policyOf } from '@rapport/core';
import { fieldProblem } from './problems.ts';
import { answer, give, type Handler } from './respond.ts';

const DEFAULTS = policyNumbers(POLICY);
const NAMES = new Set(POLICY_FIELDS.map(({ name }) => name));

export const getPolicy: Handler<'getPolicy'> = async (_, { host }) => {
  const numbers = await host.ask((desk) => policyNumbers(desk.policy));
  const fields = POLICY_FIELDS.map((field) => ({ ...field, byDefault: DEFAULTS[field.name] ?? 0 }));
  return answer({ numbers: { ...numbers }, fields });
};

export const setPolicy: Handler<'setPolicy'> = async (call, rooms) => {
  const unknown = Object.keys(call.body).find((name) => !NAMES.has(name));
  if (unknown !== undefined) return fieldProblem(unknown, 'a name of GET /api/v1/policy');
  return await give({ type: 'set-policy', policy: policyOf(call.body) }, call, rooms);
};
