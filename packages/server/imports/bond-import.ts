import { type Kysely, sql } from 'kysely';
import { findByIdentities } from '../customers/find-customer.ts';
import { type KnownBy, normaliseIdentity } from '../customers/normalise-identity.ts';
import type { Tables } from '../store/tables.ts';
import { agentsNamed, type KnownAgents, loadAgents, noAgents } from './agents/known-agents.ts';
import {
  type Bond,
  type BondOf,
  changeBond,
  type DeclaredBonds,
  loadBonds,
  NO_BOND,
  subjectOf,
} from './bonds/load-bonds.ts';
import { type Declared, readScope } from './bonds/read-scope.ts';
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
  readonly declared: Declared;
}

interface Known {
  readonly agents: KnownAgents;
  /** Ids of customers by what rows call them. */
  readonly customers: Map<string, string>;
  /** By customer, as the views show them. */
  readonly shown: Map<string, DeclaredBonds>;
  /** By what an import calls them, as rows have left them. */
  readonly bonds: Map<string, Bond>;
}

/** With the owner; the desk takes no more. */
const AGENTS_MAX = 5;

/** Who knows whom: a customer, his owner and the deputies in their order. */
export const bondImport: ImportKind = {
  fields: [
    {
      name: 'customer',
      summary: 'The external id, an e-mail address, a telephone number or the id of the customer.',
      synonyms: [
        ...['Customer ID', 'External ID', 'Customer number', 'Contact', 'Contact ID'],
        ...['E-mail', 'Customer e-mail', 'Phone', 'Phone number'],
      ],
    },
    {
      name: 'owner',
      summary: 'Who owns the relationship: the external id, e-mail, name or id of an agent.',
      synonyms: ['Agent', 'Account manager', 'Owner name', 'Owner e-mail', 'Owner ID', 'Assignee'],
    },
    {
      name: 'deputies',
      summary: 'Who stands in, in this order, each as the owner.',
      synonyms: ['Deputy', 'Stand-in', 'Backup', 'Substitute'],
      isMany: true,
    },
    {
      name: 'topic',
      summary: 'For items about this alone, as a code.',
      synonyms: ['Subject', 'Matter'],
    },
    {
      name: 'channel',
      summary: 'For items on this channel alone: `phone`, `chat`, `email` …',
      synonyms: ['Medium'],
    },
    {
      name: 'until',
      summary: 'The last day on which it counts: `2026-03-02`.',
      synonyms: ['Valid until', 'Expiry', 'Expires', 'End date', 'Until date'],
    },
    {
      name: 'origin',
      summary: '`declared`, or `customer-asked` where the customer asked for it himself.',
      synonyms: ['Source', 'Requested by'],
    },
  ],
  required: [['customer'], ['owner', 'deputies']],
  isForDesk: true,
  begin: (context) =>
    runOfSteps(context, {
      read: (row, note) => readBond(row, note, context.timeZone),
      nothingKnown,
      load: (db, known, wanted) => load(db, context, { known, wanted }),
      draft: (known, asked, note) => draftBond(known, asked, { note, claims: context.claims }),
      // The desk keeps bonds, and ordinary tables nothing of them.
      apply: () => Promise.resolve(),
    }),
  undo: undoBonds,
};

function nothingKnown(): Known {
  return { agents: noAgents(), customers: new Map(), shown: new Map(), bonds: new Map() };
}

function readBond(row: ImportRow, note: Note, timeZone: string): Wanted | undefined {
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
  return { customer, owner, deputies, declared: readScope(row, note, timeZone) };
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
    if (!known.shown.has(id)) known.shown.set(id, bond);
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
  { note, claims }: { readonly note: Note; readonly claims: ReadonlyMap<string, number> },
): Draft | undefined {
  const asked = bondsOf(known, wanted, note);
  if (asked === undefined || !isTakeable(asked, { wanted, note })) return undefined;
  const { of, current, bond } = asked;
  const subject = subjectOf(of);
  const commit = (): void => void known.bonds.set(subject, bond);
  if (isAsLeft(current, { ...bond })) {
    return { change: { line, subject, outcome: 'unchanged', before: {}, after: {} }, commit };
  }
  if (!of.isForWhile && claims.has(subjectOf({ ...of, isForWhile: true }))) {
    const expected = 'what is for good before what is so until a day, which it would end';
    note(undefined, { code: 'bond-ends', expected });
    return undefined;
  }
  const { customerId, ...scope } = of;
  const isNew = isAsLeft(current, { ...NO_BOND });
  return {
    change: {
      line,
      subject,
      outcome: isNew ? 'created' : 'changed',
      // A bond counts as a whole: what it was is restored together.
      before: { ...current },
      after: { ...bond, ...(subject !== customerId && { scope }) },
      command: changeBond(of, bond),
    },
    commit,
  };
}

/** A bond as it is, and as a row wants it. */
interface AskedBond {
  readonly of: BondOf;
  readonly current: Bond;
  readonly bond: Bond;
}

/** Undefined where a row names somebody who is not there, which is noted. */
function bondsOf(known: Known, wanted: Wanted, note: Note): AskedBond | undefined {
  const customerId = known.customers.get(wanted.customer.text);
  if (customerId === undefined) {
    const expected = 'a customer who is there; import customers first';
    note(wanted.customer, { code: 'customer-unknown', expected });
  }
  const agents = agentsOf(known, wanted, note);
  if (customerId === undefined || agents === undefined) return undefined;
  const { topic, channel, isForWhile, untilAt, origin } = wanted.declared;
  const of: BondOf = { customerId, topic, channel, isForWhile };
  const shown = known.shown.get(customerId)?.(of);
  const current = known.bonds.get(subjectOf(of)) ?? shown ?? NO_BOND;
  return {
    ...{ of, current },
    bond: { ...current, ...agents, untilAt, origin: origin ?? current.origin },
  };
}

/** Whether a bond can be, and is not one in place of what the customer wanted, unless the row says that too. */
function isTakeable(
  { current, bond }: AskedBond,
  { wanted, note }: { readonly wanted: Wanted; readonly note: Note },
): boolean {
  const { owner, deputies, declared } = wanted;
  if (!isFit(bond)) {
    const expected = `at most ${AGENTS_MAX} agents with the owner, each once`;
    note(deputies[0] ?? owner, { code: 'agents-repeat', expected });
    return false;
  }
  const isOther = current.origin === 'customer-asked' && current.ownerId !== bond.ownerId;
  if (!isOther || declared.origin !== undefined) return true;
  const expected =
    'the owner for whom the customer asked; or an origin, which says that this counts now';
  note(owner, { code: 'customer-asked', expected });
  return false;
}

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
