import { describe, expect, test } from 'vitest';
import { IMPORT_KINDS } from './import-kinds.ts';
import { mapColumns } from './map-columns.ts';
import { parseMap } from './parse-map.ts';

const fieldsOf = (header: readonly string[], map = '') =>
  mapColumns(header, IMPORT_KINDS.customers, parseMap(map)).map(({ field }) => field ?? '-');

describe('columns', () => {
  test('are recognised however people write them', () => {
    expect(fieldsOf(['CUSTOMER_ID', ' e-mail ', 'Phone Number', 'Company', 'Höhe'])).toEqual([
      'externalId',
      'emails',
      'phones',
      'account',
      '-',
    ]);
  });

  test('of the same kind all count where a field may hold several; else the first', () => {
    expect(fieldsOf(['Phone', 'Phone 2', 'mobile', 'Name', 'Full name'])).toEqual([
      'phones',
      'phones',
      'phones',
      'name',
      '-',
    ]);
  });

  test('are what they are said to be', () => {
    expect(fieldsOf(['No.', 'Name', 'A, B = C'], 'No.=externalId,"A, B = C"=tier')).toEqual([
      'externalId',
      'name',
      'tier',
    ]);
    expect(fieldsOf(['id', 'number'], 'number=externalId')).toEqual(['-', 'externalId']);
  });

  test('of a file without a header are not repeated: they are data of somebody', () => {
    const header = ['C1', 'Leila Haddad', 'leila@example.org'];
    expect(() => fieldsOf(header)).toThrow(/a first row that names columns, as externalId, name/u);
    expect(() => fieldsOf(header)).not.toThrow(/Leila/iu);
  });

  test.each([
    ['Nobody=tier', 'column-unknown'],
    ['id=shoeSize', 'field-unknown'],
    ['id=tier,name=tier', 'field-doubled'],
    ['id', 'map-invalid'],
    ['id=', 'map-invalid'],
    ['id=tier,id=name', 'map-invalid'],
    ['id=tier', 'field-missing'],
  ])('cannot be %s: %s', (map, code) => {
    expect(() => fieldsOf(['id', 'name'], map)).toThrow(expect.objectContaining({ code }));
  });

  test('every name and synonym of a field means that field alone', () => {
    for (const { fields } of Object.values(IMPORT_KINDS)) {
      const names = fields.flatMap(({ name, synonyms }) => [
        ...new Set([name, ...synonyms].map((each) => each.toLowerCase().replace(/[^a-z]/g, ''))),
      ]);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
