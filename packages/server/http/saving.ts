import type { Result } from '@rapport/core';
import type { Problem, RouteName } from '@rapport/protocol';
import type { Saving } from '../customers/save-customer.ts';
import type { SaveRefusal } from '../customers/save-refusal.ts';
import { problemOfField, versionProblem } from './problems.ts';
import { answer, type Call, type Response, type Rooms } from './respond.ts';

/** Who saves for this call, and where. */
export function savingOf(
  { principal }: Pick<Call<RouteName>, 'principal'>,
  { db, centre }: Rooms,
): Saving {
  return { db, centre, actor: principal.id };
}

/** The answer to whoever had something saved, or why it was not. */
export function respondSaved<Value>(saved: Result<Value, SaveRefusal>): Response<Value> {
  return saved.ok ? answer(saved.value) : { ok: false, problem: problemOf(saved.refusal) };
}

function problemOf(refusal: SaveRefusal): Problem {
  switch (refusal.code) {
    case 'field-invalid':
      return problemOfField(refusal.field, refusal.expected);
    case 'taken': {
      const { code: type, field, by } = refusal;
      return { type, title: `${field} belongs to ${by}.`, status: 409, field };
    }
    case 'version-wrong':
      return versionProblem(refusal.version).problem;
    case 'not-found':
      return { type: 'not-found', title: `There is no ${refusal.what}.`, status: 404 };
    case 'customer-erased': {
      const title = `The customer ${refusal.customerId} was erased.`;
      return { type: 'customer-erased', title, status: 409 };
    }
  }
}
