import type { DeskFigures } from '@rapport/core';
import { expect, test } from 'vitest';
import { EN } from '../packages/web/reports/words/en.ts';

type Miss = keyof DeskFigures['total']['bonds']['ownerMisses'];

/** Every one that there is; a new one does not compile until it stands here. */
const MISSES: Readonly<Record<Miss, true>> = {
  refused: true,
  'asked-enough': true,
  'lacks-skill': true,
  excluded: true,
  absent: true,
  'signed-out': true,
  'not-ready': true,
  unreachable: true,
  busy: true,
  full: true,
  'being-offered': true,
  'break-near': true,
  'shift-ends': true,
  'callback-near': true,
  'no-owner': true,
};

const SILOS: Readonly<Record<keyof DeskFigures['siloMs'], true>> = {
  declined: true,
  missed: true,
  'handed-on': true,
  'kept-apart': true,
  reserved: true,
  'break-near': true,
  department: true,
  'personal-queue': true,
  unexplained: true,
};

// What fails here is mended in packages/web/reports/words.
test('the reports say every reason of the measures in words', () => {
  const said = (kind: string) =>
    Object.keys(EN)
      .filter((id) => id.startsWith(`reports.${kind}.`))
      .map((id) => id.slice(`reports.${kind}.`.length))
      .sort();
  expect(said('miss')).toEqual(Object.keys(MISSES).sort());
  expect(said('silo')).toEqual(Object.keys(SILOS).sort());
});
