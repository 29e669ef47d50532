import {
  calendarCommand,
  type Database,
  migrate,
  rebuildViews,
  sqlJournal,
  storeSnapshot,
  type Tables,
} from '@rapport/server';
import { READY_ACCOUNTS } from '../organisation/accounts.ts';
import { AGENTS } from '../organisation/agents.ts';
import { DIVISIONS, OFFICE, OFFICE_DAYS, SITES, TEAMS } from '../organisation/company.ts';
import { type DemoCustomer, drawAccounts, drawCustomers } from '../organisation/draw-customers.ts';
import { liveMonths } from './live-months.ts';
import { writeSaid } from './write-said.ts';

export interface Past {
  readonly centre: string;
  readonly seed: number;
  /** Months of it are lived up to here. */
  readonly untilAt: number;
  readonly days: number;
  readonly offsetMs: number;
  /** Of the offices. */
  readonly timeZone: string;
}

const DAY_MS = 86_400_000;
const ROWS_MAX = 500;

/**
 * Makes a centre with a past in a database that holds nothing else: whatever was there is dropped.
 *
 * The journal is written as a host would have written it; the views follow from the journal.
 */
export async function writeCentre(database: Database<Tables>, past: Past): Promise<number> {
  const { centre, seed, untilAt, days, offsetMs, timeZone } = past;
  await database.pool.query(
    'drop schema if exists demo cascade; drop schema public cascade; create schema public',
  );
  const db = database.kysely;
  await migrate(db);
  const customers = drawCustomers(seed);
  const fromAt = untilAt - days * DAY_MS;
  const week = { timeZone, days: OFFICE_DAYS, specialDays: [] };
  const { history, said } = liveMonths({ seed, customers, fromAt, untilAt, offsetMs, week });
  const { untilAt: until_at } = calendarCommand(OFFICE, week, fromAt);
  await db
    .insertInto('calendar_week')
    .values({ centre, id: OFFICE, week: JSON.stringify(week), until_at })
    .execute();
  await writeOrganisation(database, centre);
  await writeCustomers(database, past, customers);
  const desk = await history.write(sqlJournal(database.pool, centre), 'the past of the demo');
  await writeSaid(db, centre, said);
  await storeSnapshot(db, centre, desk);
  return await rebuildViews(db, centre);
}

async function writeOrganisation({ kysely: db }: Database<Tables>, centre: string): Promise<void> {
  const here = <Row extends object>(rows: readonly Row[]) =>
    rows.map((row) => ({ centre, ...row }));
  await db.insertInto('division').values(here(DIVISIONS)).execute();
  await db.insertInto('site').values(here(SITES)).execute();
  await db.insertInto('team').values(here(TEAMS)).execute();
  const attendants = READY_ACCOUNTS.filter(({ role }) => role === 'attendant');
  const profiles = [
    ...AGENTS.map(({ agentId, name, teamId }) => ({
      agent_id: agentId,
      pii_name: name,
      team_id: teamId,
    })),
    ...attendants.flatMap(({ agentId, name }) =>
      agentId === undefined ? [] : [{ agent_id: agentId, pii_name: name, team_id: null }],
    ),
  ];
  await db.insertInto('agent_profile').values(here(profiles)).execute();
  const ready = new Set(READY_ACCOUNTS.map(({ personId }) => personId));
  const colleagues = AGENTS.filter(({ personId }) => !ready.has(personId));
  const people = [
    ...colleagues.map((agent) => ({ ...agent, role: 'agent' })),
    // The administrator makes himself with the link of the start.
    ...READY_ACCOUNTS.filter(({ role }) => role !== 'administrator'),
  ].map(({ personId, name, email, role, agentId }) => ({
    id: personId,
    pii_name: name,
    pii_email: email,
    roles: [role],
    agent_id: agentId ?? null,
    user_id: null,
  }));
  await db.insertInto('person').values(here(people)).execute();
  const led = READY_ACCOUNTS.flatMap(({ personId, ledTeamIds }) =>
    ledTeamIds.map((team_id) => ({ person_id: personId, team_id })),
  );
  await db.insertInto('led_team').values(here(led)).execute();
}

async function writeCustomers(
  { kysely: db }: Database<Tables>,
  { centre, seed, untilAt, days }: Past,
  customers: readonly DemoCustomer[],
): Promise<void> {
  const created_at = new Date(untilAt - days * DAY_MS);
  const accounts = drawAccounts(seed).map(({ id, name, tier }, index) => ({
    ...{ centre, id, external_id: `F-${1_000 + index}`, pii_name: name, tier, created_at },
  }));
  await db.insertInto('account').values(accounts).execute();
  for (let from = 0; from < customers.length; from += ROWS_MAX) {
    const some = customers.slice(from, from + ROWS_MAX);
    const rows = some.map((customer, index) => ({
      centre,
      id: customer.customerId,
      external_id: `K-${10_000 + from + index}`,
      account_id: customer.accountId ?? null,
      pii_name: customer.name,
      tier: customer.tier,
      language: customer.language,
      pii_needs: JSON.stringify(customer.needs),
      pii_preferences: JSON.stringify(customer.preferences),
      pii_request_hash: null,
      created_at,
    }));
    await db.insertInto('customer').values(rows).execute();
    const identities = some.flatMap(({ customerId, email, phone }) => [
      { centre, kind: 'email', pii_value: email, customer_id: customerId },
      { centre, kind: 'phone', pii_value: phone, customer_id: customerId },
    ]);
    await db.insertInto('customer_identity').values(identities).execute();
  }
}
