import { expect, test } from 'vitest';
import { NEW_TERM, termDraftOf, termOf, type Term } from './agreement-draft.ts';

const term: Term = {
  ...{ channel: 'synchronous', tier: 'gold', caseType: 'outage', minPriority: 0 },
  ...{ targetMs: 90_000, shareRatio: 0.855, calendarId: 'office', promiseId: 'care/2/1' },
};

test('a promise of an agreement is typed as it was, and is the same when nothing is changed', () => {
  const { promiseId, ...terms } = term;
  expect(termOf(termDraftOf(term))).toEqual(terms);
  expect(promiseId).toBe('care/2/1');
});

test('what is left empty is not said', () => {
  expect(termOf({ ...NEW_TERM, tier: ' ' })).toEqual({ targetMs: 20_000, shareRatio: 0.8 });
});
