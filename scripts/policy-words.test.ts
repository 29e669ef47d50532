import { POLICY, POLICY_FIELDS, policyNumbers } from '@rapport/core';
import { expect, test } from 'vitest';
import {
  isWithin,
  policyDraft,
  typedNumbers,
  unitOf,
} from '../packages/web/set-up/policy-numbers.ts';
import { EN_POLICY_NUMBERS } from '../packages/web/set-up/words/en-policy-numbers.ts';

const NUMBERS = policyNumbers(POLICY);
const FIELDS = POLICY_FIELDS.map((field) => ({ ...field, byDefault: NUMBERS[field.name] ?? 0 }));
const SHOWN = { numbers: { ...NUMBERS }, fields: FIELDS };

// What fails here is mended in packages/web/set-up/policy-numbers.ts and its words.
test('every number of the policy has its group and unit in set-up, a name, and what it does', () => {
  const names = POLICY_FIELDS.map(({ name }) => name);
  expect(names.filter((name) => unitOf(name) === undefined)).toEqual([]);
  const ids = names.flatMap((name) => [`field.${name}`, `policy.about.${name}`]);
  expect(Object.keys(EN_POLICY_NUMBERS).sort()).toEqual([...ids].sort());
});

test('what is shown and not touched is saved as it was', () => {
  expect(typedNumbers(SHOWN, policyDraft(SHOWN))).toEqual(NUMBERS);
  expect(FIELDS.filter((field) => !isWithin(field, policyDraft(SHOWN)))).toEqual([]);
});

test('a policy that reserves nothing is saved without the numbers of reservations', () => {
  const own = Object.entries(NUMBERS).filter(([name]) => !name.startsWith('reservation.'));
  const without = { fields: FIELDS, numbers: Object.fromEntries(own) };
  const draft = policyDraft(without);
  expect(typedNumbers(without, draft)).toEqual(without.numbers);
  expect(typedNumbers(without, { ...draft, reserves: 'yes' })).toEqual(NUMBERS);
});

test('what cannot be as typed is known before it is sent, in the unit in which it is typed', () => {
  const ring = FIELDS.find(({ name }) => name === 'ringMsSynchronous');
  const often = FIELDS.find(({ name }) => name === 'wrapUpExtensionsMax');
  if (ring === undefined || often === undefined) throw new Error('there are no such numbers');
  const can = (field: typeof ring, text: string) => isWithin(field, { [field.name]: text });
  expect([can(ring, '5'), can(ring, '12.5'), can(ring, '4.9'), can(ring, '')]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect([can(often, '0'), can(often, '1.5'), can(often, '11')]).toEqual([true, false, false]);
});
