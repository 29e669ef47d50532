import { normaliseIdentity } from '../../customers/normalise-identity.ts';
import { cellOf, cellsOf, type ImportCell, type ImportRow } from '../import-row.ts';
import type { Note } from '../plan-rows.ts';
import { readCode, readName } from '../read-cells.ts';
import { type Identity, identityKey } from './identity-key.ts';

/** What a row says of a customer; what it leaves empty is undefined. */
export interface WantedCustomer {
  readonly externalId: string | undefined;
  readonly name: string | undefined;
  readonly account: string | undefined;
  readonly tier: string | undefined;
  readonly language: string | undefined;
  readonly needs: readonly string[] | undefined;
  /** Normal, each once. */
  readonly identities: readonly Identity[];
  /** Where an identity stands. */
  readonly cellOf: (identity: Identity) => ImportCell | undefined;
}

const KINDS = { emails: 'email', phones: 'phone', handles: 'handle' } as const;
const REGION_HINT = ': a column region, the region of the import (--region CH), or RAPPORT_REGION';
const IDENTITIES_MAX = 20;
const NEEDS_MAX = 20;
const NEED_LENGTH_MAX = 500;

/** What a row says of a customer; what cannot be understood is noted. */
export function readCustomer(
  row: ImportRow,
  region: string | undefined,
  note: Note,
): WantedCustomer {
  const externalId = readCode(row, 'externalId', note);
  const identities = new Map<string, { identity: Identity; cell: ImportCell }>();
  const country = readRegion(row, note) ?? region;
  for (const [field, kind] of Object.entries(KINDS)) {
    for (const cell of cellsOf(row, field)) {
      const normal = normaliseIdentity({ kind, value: cell.text }, country);
      if (!normal.ok) {
        const hint = kind === 'phone' && country === undefined ? REGION_HINT : '';
        note(cell, { code: `${kind}-invalid`, expected: `${normal.refusal}${hint}` });
      } else {
        const identity = { kind: normal.value.kind, value: normal.value.piiValue };
        identities.set(identityKey(identity), { identity, cell });
      }
    }
  }
  if (identities.size > IDENTITIES_MAX) {
    note(undefined, { code: 'identities-many', expected: `at most ${IDENTITIES_MAX} identities` });
  }
  if (externalId === undefined && identities.size === 0) {
    const expected = 'an externalId, an e-mail address, a telephone number or a handle';
    note(undefined, { code: 'customer-unnamed', expected });
  }
  return {
    externalId,
    name: readName(row, 'name', note),
    account: cellOf(row, 'account')?.text,
    tier: readCode(row, 'tier', note),
    language: readLanguage(row, note),
    needs: readNeeds(row, note),
    identities: [...identities.values()].map(({ identity }) => identity),
    cellOf: (identity) => identities.get(identityKey(identity))?.cell,
  };
}

function readRegion(row: ImportRow, note: Note): string | undefined {
  const cell = cellOf(row, 'region');
  if (cell === undefined) return undefined;
  const region = cell.text.toUpperCase();
  if (/^[A-Z]{2}$/.test(region)) return region;
  note(cell, { code: 'region-invalid', expected: 'a country as ISO 3166 abbreviates it: CH' });
  return undefined;
}

function readLanguage(row: ImportRow, note: Note): string | undefined {
  const cell = cellOf(row, 'language');
  if (cell === undefined) return undefined;
  const language = canonicalLanguage(cell.text);
  if (language !== undefined) return language;
  note(cell, { code: 'language-invalid', expected: 'a language as BCP 47 writes it: de, fr-CH' });
  return undefined;
}

/** There are few languages, and asking for one costs more than all the rest of a row. */
const languages = new Map<string, string | undefined>();
const LANGUAGES_MAX = 1_000;

function canonicalLanguage(text: string): string | undefined {
  if (languages.has(text)) return languages.get(text);
  let language: string | undefined;
  try {
    [language] = Intl.getCanonicalLocales(text.replaceAll('_', '-'));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  if (languages.size < LANGUAGES_MAX) languages.set(text, language);
  return language;
}

function readNeeds(row: ImportRow, note: Note): readonly string[] | undefined {
  const cells = cellsOf(row, 'needs');
  const [first] = cells;
  if (first === undefined) return undefined;
  const isFit = cells.every(
    ({ text }) => text.length <= NEED_LENGTH_MAX && !/[\p{Cc}\p{Cs}]/u.test(text),
  );
  if (cells.length <= NEEDS_MAX && isFit) return cells.map(({ text }) => text);
  const expected = `at most ${NEEDS_MAX} needs of at most ${NEED_LENGTH_MAX} characters`;
  note(first, { code: 'needs-invalid', expected });
  return undefined;
}
