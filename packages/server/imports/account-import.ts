import { type Kysely, sql, type Transaction } from 'kysely';
import { mintUuid } from '../identity/mint-id.ts';
import type { Tables } from '../store/tables.ts';
import type { Change, ImportContext, ImportKind, TakenRow, UndoneRow } from './import-kind.ts';
import type { ImportRow } from './import-row.ts';
import { differences, isAsLeft } from './differences.ts';
import { findNamed } from './find-named.ts';
import type { Asked, Draft, Note } from './plan-rows.ts';
import { foldName, readCode, readName } from './read-cells.ts';
import { runOfSteps } from './run-of-steps.ts';

interface Wanted {
  readonly externalId: string | undefined;
  readonly name: string | undefined;
  readonly tier: string | undefined;
}

interface Account {
  readonly externalId: string | null;
  readonly name: string;
  readonly tier: string | null;
}

/** What is known of the accounts that rows are about. */
interface Known {
  readonly byId: Map<string, Account>;
  readonly idByExternalId: Map<string, string>;
  readonly idsByName: Map<string, Set<string>>;
}

/** Accounts: found by external id, or by a name that only one has. */
export const accountImport: ImportKind = {
  fields: [
    {
      name: 'externalId',
      summary: 'What your other system calls it.',
      synonyms: ['ID', 'Account ID', 'Account number', 'Company ID', 'Customer number', 'Number'],
    },
    {
      name: 'name',
      summary: 'Its name.',
      synonyms: [
        'Account',
        'Account name',
        'Company',
        'Company name',
        'Organisation',
        'Organization',
      ],
    },
    {
      name: 'tier',
      summary: 'Its entitlement, as a code.',
      synonyms: ['Level', 'Class', 'Service level', 'Plan', 'Segment'],
    },
  ],
  required: [['externalId', 'name']],
  isForDesk: false,
  begin: (context) =>
    runOfSteps(context, {
      read: readAccount,
      nothingKnown,
      load: (db, known, wanted) => load(db, context, { known, wanted }),
      draft: draftAccount,
      apply: (trx, known, changes) => apply(trx, context.centre, { changes, known }),
    }),
  undo,
};

function nothingKnown(): Known {
  return { byId: new Map(), idByExternalId: new Map(), idsByName: new Map() };
}

function readAccount(row: ImportRow, note: Note): Wanted {
  const externalId = readCode(row, 'externalId', note);
  const name = readName(row, 'name', note);
  if (externalId === undefined && name === undefined) {
    note(undefined, { code: 'account-unnamed', expected: 'an externalId or a name' });
  }
  return { externalId, name, tier: readCode(row, 'tier', note) };
}

async function load(
  db: Kysely<Tables>,
  { centre, isDryRun }: ImportContext,
  { known, wanted }: { known: Known; wanted: readonly Wanted[] },
): Promise<void> {
  const externalIds = wanted.flatMap(({ externalId }) => externalId ?? []);
  const names = wanted.flatMap(({ name }) => (name === undefined ? [] : [name.toLowerCase()]));
  const { rows } = await sql<{ id: string } & Account>`
    select id, external_id as "externalId", pii_name as name, tier
    from account
    where centre = ${centre}
      and (external_id = any(${externalIds}) or lower(pii_name) = any(${names}))
    order by id ${isDryRun ? sql`` : sql`for update`}`.execute(db);
  for (const { id, ...account } of rows) if (!known.byId.has(id)) remember(known, id, account);
}

function remember(known: Known, id: string, account: Account): void {
  const earlier = known.byId.get(id);
  if (earlier !== undefined) known.idsByName.get(foldName(earlier.name))?.delete(id);
  known.byId.set(id, account);
  if (account.externalId !== null) known.idByExternalId.set(account.externalId, id);
  const name = foldName(account.name);
  known.idsByName.set(name, (known.idsByName.get(name) ?? new Set()).add(id));
}

function draftAccount(
  known: Known,
  { wanted, row: { line } }: Asked<Wanted>,
  note: Note,
): Draft | undefined {
  const found = findNamed(known, wanted);
  if (found === undefined) {
    const expected = 'an externalId; several have this name';
    note(undefined, { code: 'account-ambiguous', expected });
    return undefined;
  }
  const account = found.id === undefined ? undefined : known.byId.get(found.id);
  if (found.id === undefined || account === undefined) {
    const { externalId = null, name, tier = null } = wanted;
    if (name === undefined) {
      note(undefined, { code: 'name-missing', expected: 'a name, because there is none such yet' });
      return undefined;
    }
    const subject = `account_${mintUuid()}`;
    const made: Account = { externalId, name, tier };
    return {
      change: { line, subject, outcome: 'created', before: {}, after: { ...made } },
      commit: () => remember(known, subject, made),
    };
  }
  const subject = found.id;
  const { before, after } = differences<Account>(account, wanted);
  const outcome = Object.keys(after).length === 0 ? 'unchanged' : 'changed';
  return {
    change: { line, subject, outcome, before, after },
    commit: () => remember(known, subject, { ...account, ...after }),
  };
}

async function apply(
  trx: Transaction<Tables>,
  centre: string,
  { changes, known }: { changes: readonly Change[]; known: Known },
): Promise<void> {
  const rowsOf = (outcome: Change['outcome']): string =>
    JSON.stringify(
      changes
        .filter((change) => change.outcome === outcome)
        .map(({ subject }) => ({ id: subject, ...known.byId.get(subject) })),
    );
  await sql`
    insert into account (centre, id, external_id, pii_name, tier)
    select ${centre}, id, "externalId", name, tier
    from json_to_recordset(${rowsOf('created')}::json)
      as given (id text, "externalId" text, name text, tier text)`.execute(trx);
  await write(trx, centre, rowsOf('changed'));
}

async function write(trx: Transaction<Tables>, centre: string, rows: string): Promise<void> {
  await sql`
    update account a
    set external_id = given."externalId", pii_name = given.name, tier = given.tier,
      version = a.version + 1
    from json_to_recordset(${rows}::json)
      as given (id text, "externalId" text, name text, tier text)
    where a.centre = ${centre} and a.id = given.id`.execute(trx);
}

async function undo(
  trx: Transaction<Tables>,
  centre: string,
  rows: readonly TakenRow[],
): Promise<readonly UndoneRow[]> {
  const subjects = rows.map(({ subject }) => subject);
  const { rows: current } = await sql<{ id: string; isReferredTo: boolean } & Account>`
    select id, external_id as "externalId", pii_name as name, tier,
      exists (
        select 1 from customer c where c.centre = a.centre and c.account_id = a.id
      ) as "isReferredTo"
    from account a where centre = ${centre} and id = any(${subjects})
    order by id for update`.execute(trx);
  const byId = new Map(current.map(({ id, ...account }) => [id, account]));
  const gone: string[] = [];
  const restored: (Account & { id: string })[] = [];
  const undone = rows.map(({ line, subject, isCreated, before, after }): UndoneRow => {
    const found = byId.get(subject);
    if (found === undefined || !isAsLeft(found, after)) return { line, outcome: 'changed-since' };
    const { isReferredTo, ...account } = found;
    if (isCreated && isReferredTo) return { line, outcome: 'referred-to' };
    if (isCreated) gone.push(subject);
    else restored.push({ id: subject, ...account, ...before });
    return { line, outcome: 'restored' };
  });
  await sql`delete from account where centre = ${centre} and id = any(${gone})`.execute(trx);
  await write(trx, centre, JSON.stringify(restored));
  return undone;
}
