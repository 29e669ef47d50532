import { CHANNELS } from '../channel.ts';
import { type Decision, emit } from '../decision.ts';
import type { Refusal } from '../messages.ts';
import { isPlainText } from '../text.ts';
import { isPriority } from '../work/is-priority.ts';
import type { AgreementTerm, DefineAgreement, Served } from './agreement-messages.ts';
import { promiseIdOf, servedKey } from './agreements.ts';
import { termsRefusal } from './terms-refusal.ts';

/** Beyond that nobody could say any more what was agreed. */
const TERM_COUNT_MAX = 100;

/** Makes the next version of an agreement, and a promise for each of its terms. */
export function defineAgreement(command: DefineAgreement, decision: Decision): Refusal | undefined {
  const { agreementId, serves, agreedBy, agreedWith, terms } = command;
  const refusal = agreementRefusal(command, decision);
  if (refusal !== undefined) return refusal;
  const version = (decision.desk.agreements.get(agreementId)?.versions.length ?? 0) + 1;
  emit(decision, {
    type: 'agreement-defined',
    v: 1,
    agreementId,
    version,
    serves,
    agreedBy,
    ...(agreedWith !== undefined && { agreedWith }),
    holdsFromAt: command.holdsFromAt ?? decision.at,
    terms,
  });
  for (const [index, { targetMs, shareRatio, calendarId }] of terms.entries()) {
    const promiseId = promiseIdOf(agreementId, version, index + 1);
    emit(decision, {
      type: 'promise-defined',
      v: 1,
      promiseId,
      targetMs,
      shareRatio,
      ...(calendarId !== undefined && { calendarId }),
      agreementId,
    });
  }
  return undefined;
}

function agreementRefusal(command: DefineAgreement, decision: Decision): Refusal | undefined {
  const { agreementId, serves, holdsFromAt, terms } = command;
  const { desk, at } = decision;
  const servedRefusal = servesRefusal(command, decision);
  if (servedRefusal !== undefined) return servedRefusal;
  const other = desk.agreementsByServed.get(servedKey(serves));
  if (other !== undefined && other.id !== agreementId) {
    return { code: 'agreement-overlaps', agreementId: other.id };
  }
  if (holdsFromAt !== undefined && !(Number.isSafeInteger(holdsFromAt) && holdsFromAt >= at)) {
    const expected = 'a moment that has not passed: what came in before keeps its promise';
    return { code: 'field-invalid', field: 'holdsFromAt', expected };
  }
  if (terms.length === 0 || terms.length > TERM_COUNT_MAX) {
    return { code: 'field-invalid', field: 'terms', expected: `1 to ${TERM_COUNT_MAX} of them` };
  }
  return termRefusals(command, decision);
}

/** Whoever it serves, it does so for good: his items are told by it which versions were theirs. */
function servesRefusal(
  { agreementId, serves }: DefineAgreement,
  { desk }: Decision,
): Refusal | undefined {
  const ids = [serves.accountId, serves.divisionId].filter((id) => id !== undefined);
  if (ids.length > 1 || !ids.every(isPlainText)) {
    const expected = 'an account, or a division, or neither for everybody';
    return { code: 'field-invalid', field: 'serves', expected };
  }
  const known = desk.agreements.get(agreementId);
  if (known === undefined || servedKey(known.serves) === servedKey(serves)) return undefined;
  return { code: 'field-invalid', field: 'serves', expected: 'the same as in its other versions' };
}

function termRefusals(
  { agreementId, terms }: DefineAgreement,
  { desk }: Decision,
): Refusal | undefined {
  const version = (desk.agreements.get(agreementId)?.versions.length ?? 0) + 1;
  const before = new Set<string>();
  for (const [index, term] of terms.entries()) {
    const field = `terms[${index}]`;
    const refusal = conditionRefusal(term, field) ?? termsRefusal(desk, term, `${field}.`);
    if (refusal !== undefined) return refusal;
    const conditions = conditionsOf(term);
    if (before.has(conditions)) {
      return {
        code: 'field-invalid',
        field,
        expected: 'other conditions than the terms before it',
      };
    }
    before.add(conditions);
    const promiseId = promiseIdOf(agreementId, version, index + 1);
    if (!isPlainText(promiseId) || desk.promises.has(promiseId)) {
      const expected = 'a shorter name, of which no promise is called a part';
      return { code: 'field-invalid', field: 'agreementId', expected };
    }
  }
  return undefined;
}

function conditionsOf({ channel, tier, minPriority, caseType }: AgreementTerm): string {
  return JSON.stringify([channel, tier, minPriority, caseType]);
}

function conditionRefusal(
  { channel, tier, minPriority, caseType }: AgreementTerm,
  field: string,
): Refusal | undefined {
  const isKind = channel === undefined || channel === 'synchronous' || channel === 'asynchronous';
  if (!isKind && !CHANNELS.includes(channel)) {
    const expected = 'a channel, synchronous or asynchronous';
    return { code: 'field-invalid', field: `${field}.channel`, expected };
  }
  if (minPriority !== undefined && !isPriority(minPriority)) {
    const expected = 'a number from -10 to 10 in steps of 0.01';
    return { code: 'field-invalid', field: `${field}.minPriority`, expected };
  }
  if (tier !== undefined && !isPlainText(tier)) return textFault(`${field}.tier`);
  if (caseType !== undefined && !isPlainText(caseType)) return textFault(`${field}.caseType`);
  return undefined;
}

function textFault(field: string): Refusal {
  return { code: 'field-invalid', field, expected: 'visible characters, not too many' };
}

/** Why what the outside says of an arriving item cannot be worked with, or undefined. */
export function serviceRefusal(
  service: Served & { tier?: string; caseType?: string },
): Refusal | undefined {
  for (const field of ['accountId', 'divisionId', 'tier', 'caseType'] as const) {
    const value = service[field];
    if (value !== undefined && !isPlainText(value)) return textFault(`service.${field}`);
  }
  return undefined;
}
