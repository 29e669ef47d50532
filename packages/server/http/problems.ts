import type { Refusal } from '@rapport/core';
import { type Problem, refusalMessage } from '@rapport/protocol';
import type { CustomerUnknown } from '../interactions/receive-interaction.ts';
import { problemOfImport } from './import-problems.ts';
import { CommandIdReused, HostBusy, HostUnavailable } from '../host/host-faults.ts';

const REFUSAL_STATUS: Readonly<Record<Refusal['code'], number>> = {
  'field-invalid': 400,
  'agent-unknown': 404,
  'agent-already-registered': 409,
  'agent-carries-work': 409,
  'agent-on-duty': 409,
  'agent-not-absent': 409,
  'deputy-unfit': 409,
  'promise-unknown': 404,
  'calendar-unknown': 404,
  'agreement-overlaps': 409,
  'promise-agreed': 409,
  'promise-missing': 400,
  'merge-not-possible': 409,
  'merge-unknown': 409,
  'credits-exhausted': 409,
  'credit-unknown': 409,
  'emergency-unknown': 409,
  'bonds-orphaned': 409,
  'nothing-rehomed': 409,
  'work-unknown': 404,
  'work-already-received': 409,
  'offer-not-open': 409,
  'work-not-yours': 403,
  'agent-not-choosable': 409,
  'matter-of-another': 409,
  'work-linked-already': 409,
  'work-not-linked': 409,
  'work-paused': 409,
  'callback-not-promised': 409,
  'moment-not-free': 409,
  'agent-full': 409,
  'agent-signed-out': 409,
  'alert-not-open': 409,
  'wrap-up-extended': 409,
  'turn-unchanged': 409,
  'work-state-wrong': 409,
};

/**
 * What the caller is told of a refusal, with the field of `body` that it is about, if it is about one;
 * a new code does not compile until it has its status.
 */
export function problemOfRefusal(refusal: Refusal, body?: unknown): Problem {
  const problem = {
    type: refusal.code,
    title: refusalMessage(refusal),
    status: REFUSAL_STATUS[refusal.code],
  };
  if (refusal.code === 'field-invalid') {
    return { ...problem, field: refusal.field, expected: refusal.expected };
  }
  const unknownId = unknownIdOf(refusal);
  const field = unknownId === undefined ? undefined : fieldWith(unknownId, body);
  return field === undefined ? problem : { ...problem, field };
}

/** The id of which there is nothing. */
function unknownIdOf(refusal: Refusal): string | undefined {
  if (refusal.code === 'agent-unknown') return refusal.agentId;
  if (refusal.code === 'promise-unknown') return refusal.promiseId;
  if (refusal.code === 'work-unknown') return refusal.workId;
  return refusal.code === 'calendar-unknown' ? refusal.calendarId : undefined;
}

/** Where a body names this id: `ownerId`, `deputyIds.1`. What an address names is no field. */
function fieldWith(id: string, body: unknown): string | undefined {
  for (const [field, value] of Object.entries(body ?? {}) as [string, unknown][]) {
    // An external id may be the same text as an id of ours.
    if (!/Ids?$/.test(field)) continue;
    if (value === id) return field;
    if (Array.isArray(value) && value.includes(id)) return `${field}.${value.indexOf(id)}`;
  }
  return undefined;
}

/** What the caller is told of an interaction that is not taken in. */
export function problemOfArrival(refusal: Refusal | CustomerUnknown, body: unknown): Problem {
  if (refusal.code !== 'customer-unknown') return problemOfRefusal(refusal, body);
  const title = `There is no customer ${refusal.customerId}.`;
  return { type: refusal.code, title, status: 404, field: 'customerId' };
}

/** What the caller is told of a field that only a look at the rest can judge. */
export function problemOfField(field: string, expected: string): Problem {
  const title = `${field} is not valid; expected ${expected}.`;
  return { type: 'field-invalid', title, status: 400, field, expected };
}

/** The same as an answer. */
export function fieldProblem(
  field: string,
  expected: string,
): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: problemOfField(field, expected) };
}

/** What whoever changes something is told that has another version by now. */
export function versionProblem(version: number): { readonly ok: false; readonly problem: Problem } {
  const title = `It was changed meanwhile, and has version ${version} now.`;
  return { ok: false, problem: { type: 'version-wrong', title, status: 409, field: 'version' } };
}

/** What the caller is told of a key that cannot be kept. */
export function problemOfKey(): Problem {
  const expected = '1 to 100 visible characters';
  return problemOfField('Idempotency-Key', expected);
}

/** What the caller is told of a fault that he can do something about; undefined for the others. */
export function problemOfFault(error: unknown): Problem | undefined {
  if (error instanceof CommandIdReused) {
    const title = 'This Idempotency-Key was used for another request.';
    return { type: error.code, title, status: 422, field: 'Idempotency-Key' };
  }
  const ofImport = problemOfImport(error);
  if (ofImport !== undefined) return ofImport;
  if (error instanceof HostBusy || error instanceof HostUnavailable) {
    const title = 'Not now: try again in a moment, with the same Idempotency-Key.';
    return { type: error.code, title, status: 503 };
  }
  return undefined;
}

/** To whoever undoes what was changed by somebody else in the meantime. */
export const CHANGED_SINCE = {
  ok: false,
  problem: {
    type: 'changed-since',
    title: 'It was changed again since then. Undo the later change first.',
    status: 409,
  },
} as const;
