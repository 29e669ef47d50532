import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callerOf, type ImportRooms, openImportRooms } from '../testing/import-rooms.ts';
import type { ImportRequest } from './begin-import.ts';
import { eraseFromImports, forgetOldImports } from './forget-imports.ts';
import { readFaults, readRows } from './import-details.ts';
import { undoImport } from './import-file.ts';

let rooms: ImportRooms;
let database: ImportRooms['database'];

beforeAll(async () => {
  rooms = await openImportRooms();
  ({ database } = rooms);
});

afterAll(async () => {
  await rooms[Symbol.asyncDispose]();
});

const CUSTOMERS = [
  'Customer ID;Full name;Company;E-Mail;Mobile;Phone 2;Language;Needs;Shoe size',
  'C1;Ann Müller;Acme;Ann@Example.ORG;079 123 45 67;;de;left-handed; 40',
  'C2;"Ben ""the"" Smith";A2;ben@example.org;;+44 20 7946 0958;en-gb;;41',
];
const ACCOUNTS = ['ID,Company', 'A1,Acme', 'A2,"Smith, Smith & Co"'];

describe('customers and their accounts', () => {
  test('are found, made and normalised; the same file again changes nothing', async () => {
    const centre = rooms.newCentre();
    await rooms.take(centre, 'accounts', ACCOUNTS);
    const trial = await rooms.take(centre, 'customers', CUSTOMERS, { isDryRun: true });
    expect(trial).toMatchObject({ status: 'done', counts: { created: 2, refused: 0 } });
    expect(await rooms.contents(centre)).toEqual([]);
    const first = await rooms.take(centre, 'customers', CUSTOMERS);
    expect(first).toMatchObject({ status: 'done', counts: { created: 2, refused: 0 } });
    expect(first.columns.at(-1)).toEqual({ column: 'Shoe size' });
    expect(await rooms.contents(centre)).toEqual([
      {
        external_id: 'C1',
        pii_name: 'Ann Müller',
        tier: null,
        language: 'de',
        pii_needs: '["left-handed"]',
        account: 'A1',
        identities: ['email ann@example.org', 'phone +41791234567'],
      },
      {
        external_id: 'C2',
        pii_name: 'Ben "the" Smith',
        tier: null,
        language: 'en-GB',
        pii_needs: '[]',
        account: 'A2',
        identities: ['email ben@example.org', 'phone +442079460958'],
      },
    ]);
    for (const isDryRun of [true, false]) {
      const again = await rooms.take(centre, 'customers', CUSTOMERS, { isDryRun });
      expect(again.counts).toEqual({ created: 0, changed: 0, unchanged: 2, refused: 0 });
    }
  });

  test('a dry run names the fields that would change, and changes nothing', async () => {
    const centre = rooms.newCentre();
    await rooms.take(centre, 'accounts', ACCOUNTS);
    await rooms.take(centre, 'accounts', ['ID,Company,Tier', 'A1,Acme,gold'], { isDryRun: true });
    const { importId } = await rooms.take(centre, 'accounts', ['ID,Company', 'A1,ACME'], {
      isDryRun: true,
    });
    expect(await readRows(database.kysely, centre, { importId, limit: 9 })).toMatchObject([
      { line: 2, outcome: 'changed', before: { name: 'Acme' }, after: { name: 'ACME' } },
    ]);
    const audited = database.kysely.selectFrom('audit_trail').select('action');
    const actions = await audited.where('centre', '=', centre).orderBy('ordinal').execute();
    expect(actions.map(({ action }) => action)).toEqual([
      'start-import',
      'import-created',
      'import-created',
      'start-import',
      'start-import',
    ]);
  });

  test('bad rows are named by line and column and stay out; good rows go in', async () => {
    const centre = rooms.newCentre();
    const file = [
      'id,name,email,phone,company',
      'C1,Ann,not an address,,',
      'C2,"Ben',
      'Smith",ben@example.org,,',
      'C3,Cleo,,12,Nowhere',
      ',Dan,,,',
      'C4,Eve,ben@example.org,,',
      'C2,Ben S.,,,',
      'C5,Fay,nonsense,nonsense,Nowhere,,too much',
    ];
    const { importId, counts } = await rooms.take(centre, 'customers', file);
    expect(counts).toEqual({ created: 1, changed: 0, unchanged: 0, refused: 6 });
    const faults = await readFaults(database.kysely, centre, { importId, limit: 20 });
    expect(faults.map(({ line, column, code }) => `${line} ${column ?? ''} ${code}`)).toEqual([
      '2 email email-invalid',
      '5 phone phone-invalid',
      '6  customer-unnamed',
      '7 email identity-taken',
      '8  row-repeats',
      '9  row-too-wide',
    ]);
    expect(faults[0]).toMatchObject({ piiFound: 'not an address' });
    expect(await rooms.contents(centre)).toMatchObject([
      { external_id: 'C2', pii_name: 'Ben Smith' },
    ]);
  });

  test('all or nothing: one bad row keeps all out', async () => {
    const centre = rooms.newCentre();
    const file = ['id,email', 'C1,ann@example.org', 'C2,nonsense'];
    const record = await rooms.take(centre, 'customers', file, { isAllOrNothing: true });
    expect(record).toMatchObject({ status: 'refused', counts: { created: 0, refused: 1 } });
    expect(await rooms.contents(centre)).toEqual([]);
    const good = await rooms.take(centre, 'customers', file.slice(0, 2), { isAllOrNothing: true });
    expect(good).toMatchObject({ status: 'done', counts: { created: 1 } });
  });

  test('somebody who wrote before is recognised, and gets his external id', async () => {
    const centre = rooms.newCentre();
    await rooms.take(centre, 'customers', ['E-mail', 'ann@example.org']);
    const { counts } = await rooms.take(centre, 'customers', ['ID,E-mail', 'C1,ANN@example.org']);
    expect(counts).toMatchObject({ created: 0, changed: 1 });
    expect(await rooms.contents(centre)).toMatchObject([{ external_id: 'C1' }]);
  });

  test.each([
    ['UTF-16', Buffer.from('\ufeffid\tname\temail\r\nC1\tJörg\tj@example.org\r\n', 'utf16le')],
    ['Latin 1', Buffer.from('id;name;email\nC1;Jörg;j@example.org\n', 'latin1')],
    ['UTF-8 with a mark', Buffer.from('\ufeffsep=;\r\nid;name;email\r\n\r\nC1;Jörg;j@example.org')],
  ])('%s is read as what it is', async (_encoding, bytes) => {
    const centre = rooms.newCentre();
    expect(await rooms.take(centre, 'customers', bytes)).toMatchObject({ counts: { created: 1 } });
    expect(await rooms.contents(centre)).toMatchObject([{ external_id: 'C1', pii_name: 'Jörg' }]);
  });

  test('what cannot be understood as a whole is refused before anything is done', async () => {
    const centre = rooms.newCentre();
    const refusal = (content: string | Buffer, more?: Partial<ImportRequest>) =>
      rooms.take(centre, 'customers', content, more);
    await expect(refusal('')).rejects.toMatchObject({ code: 'file-empty' });
    await expect(refusal(Buffer.from([1, 0, 2, 3, 0, 9]))).rejects.toMatchObject({
      code: 'file-not-text',
    });
    await expect(refusal('name,tier\nAnn,gold')).rejects.toMatchObject({ code: 'field-missing' });
    const map = new Map([['Nummer', 'externalId']]);
    await expect(refusal('id\nC1', { map })).rejects.toMatchObject({ code: 'column-unknown' });
    expect(
      await database.kysely.selectFrom('import').where('centre', '=', centre).selectAll().execute(),
    ).toEqual([]);
    const mapped = await refusal('Nummer\nC1', { map });
    expect(mapped).toMatchObject({ counts: { created: 1 } });
  });

  test('a quote that nobody closes ends the import where it stands', async () => {
    const centre = rooms.newCentre();
    const record = await rooms.take(centre, 'customers', 'id,name\nC1,Ann\nC2,"Ben\nC3,Cleo\n');
    expect(record).toMatchObject({ status: 'failed', fault: 'quote-not-closed' });
  });
});

describe('an import is undone', () => {
  const ids = async (centre: string): Promise<ReadonlyMap<string, string>> => {
    const rows = await database.kysely
      .selectFrom('customer')
      .select(['id', 'external_id'])
      .where('centre', '=', centre)
      .execute();
    return new Map(rows.map(({ id, external_id: externalId }) => [externalId ?? '', id]));
  };

  test('what it made goes and what it changed is as before, but for what happened since', async () => {
    const centre = rooms.newCentre();
    const db = database.kysely;
    await rooms.take(centre, 'customers', ['id,name,email', 'C1,Ann,a@x.org', 'C2,Ben,b@x.org']);
    const before = await rooms.contents(centre);
    const { importId } = await rooms.take(centre, 'customers', [
      'id,name,email',
      'C1,Anna,a2@x.org',
      'C2,Benno,b@x.org',
      'C3,Cleo,c@x.org',
      'C4,Dan,d@x.org',
      'C5,Eve,e@x.org',
    ]);
    const known = await ids(centre);
    const benno = known.get('C2') ?? '';
    await db
      .updateTable('customer')
      .set({ tier: 'gold' })
      .where('id', '=', known.get('C1') ?? '')
      .execute();
    await db.updateTable('customer').set({ pii_name: 'Ben II' }).where('id', '=', benno).execute();
    await db
      .insertInto('interaction')
      .values({
        centre,
        id: `interaction-${centre}`,
        customer_id: known.get('C4') ?? '',
        work_id: 'work_1',
        channel: 'phone',
        pii_subject: null,
        started_at: 1,
      })
      .execute();
    await db.transaction().execute((trx) => eraseFromImports(trx, centre, known.get('C5') ?? ''));
    const undone = await undoImport(database, importId, callerOf(centre));
    expect(undone.status).toBe('undone');
    const kept = await readRows(db, centre, { importId, limit: 9, isKeptAlone: true });
    expect(kept.map(({ line, undone: why }) => [line, why])).toEqual([
      [3, 'changed-since'],
      [5, 'referred-to'],
      [6, 'erased'],
    ]);
    const after = await rooms.contents(centre);
    expect(after).toMatchObject([
      { ...before[0], tier: 'gold' },
      { external_id: 'C2', pii_name: 'Ben II' },
      { external_id: 'C4' },
      { external_id: 'C5' },
    ]);
    await expect(undoImport(database, importId, callerOf(centre))).rejects.toMatchObject({
      code: 'nothing-to-undo',
    });
  });

  test('accounts that customers belong to stay', async () => {
    const centre = rooms.newCentre();
    const { importId } = await rooms.take(centre, 'accounts', ACCOUNTS);
    await rooms.take(centre, 'customers', ['id,company', 'C1,Acme']);
    await undoImport(database, importId, callerOf(centre));
    const kept = await readRows(database.kysely, centre, { importId, limit: 9, isKeptAlone: true });
    expect(kept).toMatchObject([{ line: 2, undone: 'referred-to' }]);
  });

  test('not after a month, when what was there before is forgotten', async () => {
    const centre = rooms.newCentre();
    const { importId } = await rooms.take(centre, 'customers', [
      'id,name,phone',
      'C1,Ann,',
      'C2,B,x',
    ]);
    const in31Days = Date.now() + 31 * 24 * 3_600_000;
    expect(await forgetOldImports(database.kysely, centre)).toBe(0);
    expect(await forgetOldImports(database.kysely, centre, in31Days)).toBe(1);
    const { rows } = await database.pool.query(
      `select pii_before as pii from import_row where centre = $1 and pii_after is not null
       union all select pii_found from import_fault where centre = $1 and pii_found is not null`,
      [centre],
    );
    expect(rows).toEqual([]);
    await expect(undoImport(database, importId, callerOf(centre))).rejects.toMatchObject({
      code: 'import-forgotten',
    });
    await expect(undoImport(database, 'import_x', callerOf(centre))).rejects.toMatchObject({
      code: 'import-unknown',
    });
  });
});
