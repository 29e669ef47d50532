import { type Kysely, sql } from 'kysely';
import { findByIdentities } from '../customers/find-customer.ts';
import { type KnownBy, normaliseIdentity } from '../customers/normalise-identity.ts';
import type { Tables } from '../store/tables.ts';
import { agentsNamed, type KnownAgents, loadAgents, noAgents } from './agents/known-agents.ts';
import { type Bond, changeBond, loadBonds } from './bonds/load-bonds.ts';
import { undoBonds } from './bonds/undo-bonds.ts';
import { identityKey } from './customers/identity-key.ts';
import { isAsLeft } from './differences.ts';
import type { ImportContext, ImportKind } from './import-kind.ts';
import { cellOf, cellsOf, type ImportCell, type ImportRow } from './import-row.ts';
import type { Asked, Draft, Note } from './plan-rows.ts';
import { runOfSteps } from './run-of-steps.ts';

interface Wanted {
  readonly customer: ImportCell;
  readonly owner: ImportCell | undefined;
  readonly deputies: readonly ImportCell[];
}

interface Known {
  readonly agents: KnownAgents;
  /** Ids of customers by what rows call them. */
  readonly customers: Map<string, string>;
  readonly bonds: Map<string, Bond>;
}

/** With the owner; the desk takes no more. */
const AGENTS_MAX = 5;

/** Who knows whom: a customer, his owner and the deputies in their order. */
export const bondImport: ImportKind = {
  fields: [
    {
      name: 'customer',
      summary:
        'The external id, an e-mail address or a telephone number of the customer, or his id.',
      synonyms: [
        ...['Customer ID', 'External ID', 'Customer number', 'Contact', 'Contact ID'],
        ...['E-mail', 'Customer e-mail', 'Phone', 'Phone number'],
      ],
    },
    {
      name: 'owner',
      summary: 'Who owns the relationship: his external id, e-mail, name or id.',
      synonyms: ['Agent', 'Account manager', 'Owner name', 'Owner e-mail', 'Owner ID', 'Assignee'],
    },
    {
      name: 'deputies',
      summary: 'Who stands in, in this order, each as the owner.',
      synonyms: ['Deputy', 'Stand-in', 'Backup', 'Substitute'],
      isMany: true,
    },
  ],
  required: [['customer'], ['owner', 'deputies']],
  isForDesk: true,
  begin: (context) =>
    runOfSteps(context, {
      read: readBond,
      nothingKnown,
      load: (db, known, wanted) => load(db, context, { known, wanted }),
      draft: draftBond,
      // The desk keeps bonds, and ordinary tables nothing of them.
      apply: () => Promise.resolve(),
    }),
  undo: undoBonds,
};

function nothingKnown(): Known {
  return { agents: noAgents(), customers: new Map(), bonds: new Map() };
}

function readBond(row: ImportRow, note: Note): Wanted | undefined {
  const customer = cellOf(row, 'customer');
  const owner = cellOf(row, 'owner');
  const deputies = cellsOf(row, 'deputies');
  if (customer === undefined) {
    note(undefined, { code: 'customer-missing', expected: 'whose bond it is' });
    return undefined;
  }
  if (owner === undefined && deputies.length === 0) {
    note(undefined, { code: 'agent-missing', expected: 'an owner or a deputy' });
  }
  return { customer, owner, deputies };
}

async function load(
  db: Kysely<Tables>,
  context: ImportContext,
  { known, wanted }: { known: Known; wanted: readonly Wanted[] },
): Promise<void> {
  const { centre } = context;
  const agents = wanted.flatMap(({ owner, deputies }) => [owner ?? [], deputies].flat());
  const called = [...new Set(agents.map(({ text }) => text))];
  const asked = { ids: called, externalIds: called, names: called, emails: called };
  await loadAgents(db, centre, known.agents, asked);
  const words = [...new Set(wanted.map(({ customer }) => customer.text))];
  await loadCustomers(db, context, { known, words });
  const ids = words.flatMap((word) => known.customers.get(word) ?? []);
  for (const [id, bond] of await loadBonds(db, centre, ids)) {
    if (!known.bonds.has(id)) known.bonds.set(id, bond);
  }
}

/** By id or external id; whoever is called otherwise, by an identity. */
async function loadCustomers(
  db: Kysely<Tables>,
  { centre, region }: ImportContext,
  { known: { customers }, words }: { known: Known; words: readonly string[] },
): Promise<void> {
  // Only what looks like an id is looked for among them: with nearly all of a file's words the planner
  // would read the whole table.
  const ids = words.filter((word) => word.startsWith('customer_'));
  const { rows: named } = await sql<{ word: string; id: string }>`
    select id as word, id from customer
    where centre = ${centre} and id = any(${ids}) and erased_at is null
    union all
    select external_id as word, id from customer
    where centre = ${centre} and external_id = any(${words})
  `.execute(db);
  for (const { word, id } of named) customers.set(word, id);
  const wordsByKey = new Map<string, string[]>();
  const identities = words.flatMap((word) => {
    const identity = customers.has(word) ? undefined : identityOf(word, region);
    if (identity === undefined) return [];
    const key = keyOf(identity);
    wordsByKey.set(key, [...(wordsByKey.get(key) ?? []), word]);
    return [identity];
  });
  for (const { customerId, ...identity } of await findByIdentities(db, centre, identities)) {
    for (const word of wordsByKey.get(keyOf(identity)) ?? []) customers.set(word, customerId);
  }
}

function keyOf({ kind, piiValue }: KnownBy): string {
  return identityKey({ kind, value: piiValue });
}

function identityOf(word: string, region: string | undefined): KnownBy | undefined {
  const kind = word.includes('@') ? 'email' : 'phone';
  const normal = normaliseIdentity({ kind, value: word }, region);
  return normal.ok ? normal.value : undefined;
}

function draftBond(
  known: Known,
  { wanted, row: { line } }: Asked<Wanted>,
  note: Note,
): Draft | undefined {
  const subject = known.customers.get(wanted.customer.text);
  if (subject === undefined) {
    const expected = 'a customer who is there; import customers first';
    note(wanted.customer, { code: 'customer-unknown', expected });
  }
  const agents = agentsOf(known, wanted, note);
  if (subject === undefined || agents === undefined) return undefined;
  const current = known.bonds.get(subject) ?? NO_BOND;
  const bond: Bond = { ...current, ...agents };
  if (!isFit(bond)) {
    const expected = `at most ${AGENTS_MAX} agents with the owner, each once`;
    note(wanted.deputies[0] ?? wanted.owner, { code: 'agents-repeat', expected });
    return undefined;
  }
  const commit = (): void => void known.bonds.set(subject, bond);
  if (isAsLeft(current, { ...bond })) {
    return { change: { line, subject, outcome: 'unchanged', before: {}, after: {} }, commit };
  }
  const isNew = isAsLeft(current, { ...NO_BOND });
  return {
    change: {
      line,
      subject,
      outcome: isNew ? 'created' : 'changed',
      // A bond counts as a whole: what it was is restored together.
      before: { ...current },
      after: { ...bond },
      command: changeBond(subject, bond),
    },
    commit,
  };
}

const NO_BOND: Bond = { ownerId: null, deputyIds: [] };

/** What a row says of owner and deputies; undefined where it names somebody unknown, which is noted. */
function agentsOf(
  known: Known,
  { owner, deputies }: Wanted,
  note: Note,
): Partial<Bond> | undefined {
  const ownerId = owner && agentOf(known, owner, note);
  const deputyIds = deputies
    .map((cell) => agentOf(known, cell, note))
    .filter((id) => id !== undefined);
  if (deputyIds.length < deputies.length) return undefined;
  if (owner !== undefined && ownerId === undefined) return undefined;
  return {
    ...(ownerId !== undefined && { ownerId }),
    ...(deputyIds.length > 0 && { deputyIds }),
  };
}

function isFit({ ownerId, deputyIds }: Bond): boolean {
  const named = ownerId === null ? deputyIds : [ownerId, ...deputyIds];
  return named.length <= AGENTS_MAX && new Set(named).size === named.length;
}

function agentOf(known: Known, cell: ImportCell, note: Note): string | undefined {
  const ids = agentsNamed(known.agents, cell.text);
  if (ids.length === 1) return ids[0];
  const expected =
    ids.length === 0
      ? 'the external id, e-mail, name or id of an agent who is there'
      : 'an external id; several agents have this name';
  note(cell, { code: 'agent-unknown', expected });
  return undefined;
}
