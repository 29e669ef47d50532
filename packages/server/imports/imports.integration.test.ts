import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../database/database.ts';
import { openDatabase } from '../database/open-database.ts';
import { migrate } from '../store/migrate.ts';
import type { Tables } from '../store/tables.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import type { ImportRequest } from './begin-import.ts';
import { eraseFromImports, forgetOldImports } from './forget-imports.ts';
import { readFaults, readRows } from './import-details.ts';
import { importFile, undoImport } from './import-file.ts';
import type { ImportKindName } from './import-kinds.ts';

let root: string;
let database: Database<Tables>;
let fileCount = 0;
let centreCount = 0;

beforeAll(async () => {
  root = await temporaryFolder();
  database = await openDatabase<Tables>({ dataFolder: join(root, 'data'), databaseUrl: undefined });
  await migrate(database.kysely);
});

afterAll(async () => {
  await database.close();
  await rm(root, { recursive: true, force: true });
});

const newCentre = (): string => `centre-${++centreCount}`;

async function fileOf(content: string | Buffer | readonly string[]): Promise<string> {
  const path = join(root, `file-${++fileCount}.csv`);
  const isLines = Array.isArray(content);
  await writeFile(path, isLines ? content.join('\n') : (content as string | Buffer));
  return path;
}

const requestFor = (kind: ImportKindName, more: Partial<ImportRequest> = {}): ImportRequest => ({
  kind,
  map: new Map(),
  delimiter: undefined,
  region: 'CH',
  isDryRun: false,
  isAllOrNothing: false,
  ...more,
});

const callerOf = (centre: string, onProgress: (rowCount: number) => void = () => undefined) => ({
  centre,
  actor: 'tester',
  signal: new AbortController().signal,
  onProgress,
  onOwed: () => undefined,
});

async function take(
  centre: string,
  kind: ImportKindName,
  content: string | Buffer | readonly string[],
  more: Partial<ImportRequest> = {},
) {
  const request = requestFor(kind, more);
  return await importFile(database, await fileOf(content), { ...callerOf(centre), request });
}

/** All that is kept of customers and accounts, without what differs between two centres. */
async function contents(centre: string) {
  const { pool } = database;
  const { rows } = await pool.query<Record<string, unknown>>(
    `select c.external_id, c.pii_name, c.tier, c.language, c.pii_needs, a.external_id as account,
       array(select i.kind || ' ' || i.pii_value from customer_identity i
         where i.centre = c.centre and i.customer_id = c.id order by 1) as identities
     from customer c left join account a on a.centre = c.centre and a.id = c.account_id
     where c.centre = $1 order by c.external_id, c.pii_name`,
    [centre],
  );
  return rows;
}

const CUSTOMERS = [
  'Customer ID;Full name;Company;E-Mail;Mobile;Phone 2;Language;Needs;Shoe size',
  'C1;Ann Müller;Acme;Ann@Example.ORG;079 123 45 67;;de;left-handed; 40',
  'C2;"Ben ""the"" Smith";A2;ben@example.org;;+44 20 7946 0958;en-gb;;41',
];
const ACCOUNTS = ['ID,Company', 'A1,Acme', 'A2,"Smith, Smith & Co"'];

describe('customers and their accounts', () => {
  test('are found, made and normalised; the same file again changes nothing', async () => {
    const centre = newCentre();
    await take(centre, 'accounts', ACCOUNTS);
    const trial = await take(centre, 'customers', CUSTOMERS, { isDryRun: true });
    expect(trial).toMatchObject({ status: 'done', counts: { created: 2, refused: 0 } });
    expect(await contents(centre)).toEqual([]);
    const first = await take(centre, 'customers', CUSTOMERS);
    expect(first).toMatchObject({ status: 'done', counts: { created: 2, refused: 0 } });
    expect(first.columns.at(-1)).toEqual({ column: 'Shoe size' });
    expect(await contents(centre)).toEqual([
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
      const again = await take(centre, 'customers', CUSTOMERS, { isDryRun });
      expect(again.counts).toEqual({ created: 0, changed: 0, unchanged: 2, refused: 0 });
    }
  });

  test('a dry run names the fields that would change, and changes nothing', async () => {
    const centre = newCentre();
    await take(centre, 'accounts', ACCOUNTS);
    await take(centre, 'accounts', ['ID,Company,Tier', 'A1,Acme,gold'], { isDryRun: true });
    const { importId } = await take(centre, 'accounts', ['ID,Company', 'A1,ACME'], {
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
    const centre = newCentre();
    const file = [
      'id,name,email,phone,company',
      'C1,Ann,not an address,,',
      'C2,"Ben',
      'Smith",ben@example.org,,',
      'C3,Cleo,,12,Nowhere',
      ',Dan,,,',
      'C4,Eve,ben@example.org,,',
      'C2,Ben S.,,,',
      'C5,Fay,fay@example.org,,,,too much',
    ];
    const { importId, counts } = await take(centre, 'customers', file);
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
    expect(await contents(centre)).toMatchObject([{ external_id: 'C2', pii_name: 'Ben Smith' }]);
  });

  test('all or nothing: one bad row keeps all out', async () => {
    const centre = newCentre();
    const file = ['id,email', 'C1,ann@example.org', 'C2,nonsense'];
    const record = await take(centre, 'customers', file, { isAllOrNothing: true });
    expect(record).toMatchObject({ status: 'refused', counts: { created: 0, refused: 1 } });
    expect(await contents(centre)).toEqual([]);
    const good = await take(centre, 'customers', file.slice(0, 2), { isAllOrNothing: true });
    expect(good).toMatchObject({ status: 'done', counts: { created: 1 } });
  });

  test('somebody who wrote before is recognised, and gets his external id', async () => {
    const centre = newCentre();
    await take(centre, 'customers', ['E-mail', 'ann@example.org']);
    const { counts } = await take(centre, 'customers', ['ID,E-mail', 'C1,ANN@example.org']);
    expect(counts).toMatchObject({ created: 0, changed: 1 });
    expect(await contents(centre)).toMatchObject([{ external_id: 'C1' }]);
  });

  test.each([
    ['UTF-16', Buffer.from('\ufeffid\tname\temail\r\nC1\tJörg\tj@example.org\r\n', 'utf16le')],
    ['Latin 1', Buffer.from('id;name;email\nC1;Jörg;j@example.org\n', 'latin1')],
    ['UTF-8 with a mark', Buffer.from('\ufeffsep=;\r\nid;name;email\r\n\r\nC1;Jörg;j@example.org')],
  ])('%s is read as what it is', async (_encoding, bytes) => {
    const centre = newCentre();
    expect(await take(centre, 'customers', bytes)).toMatchObject({ counts: { created: 1 } });
    expect(await contents(centre)).toMatchObject([{ external_id: 'C1', pii_name: 'Jörg' }]);
  });

  test('what cannot be understood as a whole is refused before anything is done', async () => {
    const centre = newCentre();
    const refusal = (content: string | Buffer, more?: Partial<ImportRequest>) =>
      take(centre, 'customers', content, more);
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
    const centre = newCentre();
    const record = await take(centre, 'customers', 'id,name\nC1,Ann\nC2,"Ben\nC3,Cleo\n');
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
    const centre = newCentre();
    const db = database.kysely;
    await take(centre, 'customers', ['id,name,email', 'C1,Ann,a@x.org', 'C2,Ben,b@x.org']);
    const before = await contents(centre);
    const { importId } = await take(centre, 'customers', [
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
    const after = await contents(centre);
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
    const centre = newCentre();
    const { importId } = await take(centre, 'accounts', ACCOUNTS);
    await take(centre, 'customers', ['id,company', 'C1,Acme']);
    await undoImport(database, importId, callerOf(centre));
    const kept = await readRows(database.kysely, centre, { importId, limit: 9, isKeptAlone: true });
    expect(kept).toMatchObject([{ line: 2, undone: 'referred-to' }]);
  });

  test('not after a month, when what was there before is forgotten', async () => {
    const centre = newCentre();
    const { importId } = await take(centre, 'customers', ['id,name,phone', 'C1,Ann,', 'C2,B,x']);
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

describe('an import is interrupted', () => {
  // Every eleventh repeats an earlier one, so that what was met before must be known afterwards.
  const LARGE = [
    'id,name,email,phone',
    ...Array.from({ length: 9_000 }, (_, index) =>
      index % 11 === 10
        ? `C${index - 7},Again ${index},,`
        : `C${index},Name ${index},c${index}@example.org,0791${String(100_000 + index)}`,
    ),
  ];

  async function compare(path: string, centre: string): Promise<void> {
    const request = requestFor('customers');
    const record = await importFile(database, path, { ...callerOf(centre), request });
    const whole = newCentre();
    const expected = await importFile(database, path, { ...callerOf(whole), request });
    expect(record).toMatchObject({ status: 'done', rowCount: 9_000, counts: expected.counts });
    expect(expected.counts.refused).toBeGreaterThan(800);
    expect(await contents(centre)).toEqual(await contents(whole));
    const records = database.kysely.selectFrom('import').where('centre', '=', centre);
    expect(await records.select('id').execute()).toHaveLength(1);
  }

  test('by its caller: with the same file it goes on, and ends as if nothing had been', async () => {
    const centre = newCentre();
    const path = await fileOf(LARGE);
    const stop = new AbortController();
    const onProgress = (): void => stop.abort();
    const caller = { ...callerOf(centre, onProgress), signal: stop.signal };
    const request = requestFor('customers');
    await expect(importFile(database, path, { ...caller, request })).rejects.toThrow('aborted');
    await compare(path, centre);
  }, 60_000);

  test('by kill -9: the same', async () => {
    const centre = newCentre();
    const path = await fileOf(LARGE);
    const { map, ...options } = requestFor('customers');
    const child = spawn(
      process.execPath,
      [
        join(import.meta.dirname, '../testing/import-process.ts'),
        ...[path, centre, JSON.stringify({ ...options, map: [...map] })],
      ],
      { env: { PATH: process.env['PATH'], RAPPORT_DATA: join(root, 'data') }, stdio: 'inherit' },
    );
    const exited = once(child, 'exit');
    await expect
      .poll(
        async () => {
          const records = database.kysely.selectFrom('import').where('centre', '=', centre);
          return (await records.select('row_position').executeTakeFirst())?.row_position ?? 0;
        },
        { timeout: 30_000, interval: 5 },
      )
      .toBeGreaterThan(0);
    child.kill('SIGKILL');
    expect(await exited).toEqual([null, 'SIGKILL']);
    await compare(path, centre);
  }, 60_000);

  test('meanwhile nobody else imports into this centre', async () => {
    const centre = newCentre();
    const other = await fileOf(['id', 'C1']);
    const request = requestFor('customers');
    let refusal: unknown;
    const path = await fileOf(LARGE.slice(0, 4_000));
    await importFile(database, path, {
      ...callerOf(centre),
      request,
      onBegun: () => {
        refusal = importFile(database, other, { ...callerOf(centre), request }).catch(
          (error: unknown) => error,
        );
      },
    });
    expect(await refusal).toMatchObject({ code: 'import-busy' });
  }, 60_000);
});
