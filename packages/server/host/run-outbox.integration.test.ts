import { asId, type Command, createDesk, STANDARD_CAPACITY } from '@rapport/core';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { sqlJournal } from '../store/sql-journal.ts';
import { forgetSettled, oweCommands, owedCommands, oweParcels } from '../store/outbox.ts';
import type { Tables } from '../store/tables.ts';
import { CENTRE_DATABASES } from '../testing/centre-database.ts';
import type { Database } from '../database/database.ts';
import { systemClock } from './clock.ts';
import { foldHistory } from './fold-history.ts';
import { Host } from './host.ts';
import { runOutbox } from './run-outbox.ts';

const CENTRE = 'main';
const CUSTOMERS = 1_300;

const openHost = ({ pool }: Database<Tables>) => {
  const journal = sqlJournal(pool, CENTRE);
  return Host.open({
    journal,
    clock: systemClock,
    holder: 'test',
    recover: () => foldHistory(journal, { desk: createDesk(), seq: 0 }),
  });
};

const agentId = (number: number) => asId<'agent'>(`agent_${number}`);

const registering = (number: number): Command => ({
  type: 'register-agent',
  agentId: agentId(number),
  skills: [],
  capacity: STANDARD_CAPACITY,
});

/** Each needs the one before it: an agent, a bond that names him, and another of the same customer. */
function chain(): readonly Command[] {
  return Array.from({ length: CUSTOMERS }, (_, index): readonly Command[] => [
    registering(index),
    {
      type: 'change-bond',
      customerId: asId('customer_1'),
      ownerId: agentId(index),
      deputyIds: index === 0 ? [] : [agentId(index - 1)],
    },
  ]).flat();
}

test.each(CENTRE_DATABASES)('pages of commands keep their order, on $kind', async ({ open }) => {
  await using database = await open();
  const db = database.kysely;
  const commands = chain();
  const owed = commands.map((command, index) => ({
    id: `owed:${index}`,
    actor: 'ann',
    command,
    ...(command.type === 'register-agent' && { requestHash: 'hash' }),
  }));
  await db.transaction().execute((trx) => oweCommands(trx, CENTRE, owed));
  {
    await using host = await openHost(database);
    await using outbox = runOutbox({ db, centre: CENTRE, host, notice: expect.unreachable });
    await expect.poll(() => owedCommands(db, CENTRE, 1), { timeout: 20_000 }).toEqual([]);
    await outbox.stop();
    expect(host.position).toBe(commands.length);
  }
  const rows = await db.selectFrom('journal').select('command_id').orderBy('seq').execute();
  expect(rows.map(({ command_id: id }) => id)).toEqual(owed.map(({ id }) => id));
  const settled = await db
    .selectFrom('outbox')
    .select(['id', 'position'])
    .orderBy('ordinal')
    .execute();
  // What no request can ask for again is forgotten at once.
  const registered = owed.flatMap(({ id, command }, index) =>
    command.type === 'register-agent' ? { id, position: index + 1 } : [],
  );
  expect(settled).toEqual(registered);
});

test('what a request can ask for again is kept, and so is what was refused', async () => {
  await using database = await (CENTRE_DATABASES[0] ?? expect.unreachable()).open();
  const db = database.kysely;
  const bond = (owner: number): Command => ({
    type: 'change-bond',
    customerId: asId('customer_1'),
    ownerId: agentId(owner),
    deputyIds: [],
  });
  const owed = [
    { id: 'owed:0', actor: 'ann', command: registering(0), requestHash: 'hash' },
    { id: 'owed:1', actor: 'ann', command: bond(0), requestHash: 'hash' },
    { id: 'owed:2', actor: 'ann', command: bond(0) },
    { id: 'owed:3', actor: 'ann', command: bond(99) },
    { id: 'owed:4', actor: 'ann', command: registering(4) },
  ];
  await db.transaction().execute((trx) => oweCommands(trx, CENTRE, owed));
  {
    await using host = await openHost(database);
    await using outbox = runOutbox({ db, centre: CENTRE, host, notice: expect.unreachable });
    await expect.poll(() => owedCommands(db, CENTRE, 1), { timeout: 20_000 }).toEqual([]);
    await outbox.stop();
  }
  const left = await db
    .selectFrom('outbox')
    .select(['id', 'position', 'refusal'])
    .orderBy('ordinal')
    .execute();
  expect(left).toEqual([
    { id: 'owed:0', position: 1, refusal: null },
    { id: 'owed:1', position: 2, refusal: null },
    { id: 'owed:3', position: null, refusal: 'agent-unknown' },
  ]);
});

test('parcels keep the order too, and leave behind what was refused, however often they are given', async () => {
  await using database = await (CENTRE_DATABASES[0] ?? expect.unreachable()).open();
  const db = database.kysely;
  const unknown: Command = {
    type: 'change-bond',
    customerId: asId('customer_2'),
    ownerId: agentId(CUSTOMERS),
    deputyIds: [],
  };
  const parts = [...chain(), unknown].map((command, index) => ({ id: `import:${index}`, command }));
  const place = { centre: CENTRE, id: 'import:rows:0', actor: 'ann' };
  const owe = (): Promise<void> =>
    db.transaction().execute(async (trx) => {
      await oweParcels(trx, place, parts);
      await oweCommands(trx, CENTRE, [
        { id: 'last', actor: 'ann', command: registering(CUSTOMERS), requestHash: 'hash' },
      ]);
    });
  await owe();
  {
    await using host = await openHost(database);
    await using outbox = runOutbox({ db, centre: CENTRE, host, notice: expect.unreachable });
    await expect.poll(() => owedCommands(db, CENTRE, 1), { timeout: 20_000 }).toEqual([]);
    expect(host.position).toBe(parts.length);
    const left = await db
      .selectFrom('outbox')
      .select(['id', 'refusal'])
      .orderBy('ordinal')
      .execute();
    expect(left).toEqual([
      { id: 'last', refusal: null },
      { id: `import:${parts.length - 1}`, refusal: 'agent-unknown' },
    ]);
    // As after a crash between the desk's answer and its being noted.
    const [first = expect.unreachable()] = parts.slice(-1);
    await db.deleteFrom('outbox').execute();
    await db.transaction().execute((trx) => oweParcels(trx, place, [...parts.slice(0, 3), first]));
    outbox.poke();
    await expect.poll(() => owedCommands(db, CENTRE, 1), { timeout: 20_000 }).toEqual([]);
    await outbox.stop();
    expect(host.position).toBe(parts.length + 1);
  }
  const rows = await db.selectFrom('journal').select('command_id').orderBy('seq').execute();
  const taken = parts.slice(0, -1).map(({ id }) => id);
  expect(rows.map(({ command_id: id }) => id)).toEqual([
    ...taken,
    'last',
    `import:${taken.length}`,
  ]);
});

test('an agent whom the desk lets go is marked, one whom it keeps is not', async () => {
  await using database = await (CENTRE_DATABASES[0] ?? expect.unreachable()).open();
  const db = database.kysely;
  const ready = { type: 'set-agent-state', agentId: agentId(2), state: 'ready' } as const;
  const commands: readonly Command[] = [
    ...[1, 2].map(registering),
    ready,
    { type: 'retire-agent', agentId: agentId(1) },
    { type: 'retire-agent', agentId: agentId(2) },
  ];
  const owed = commands.map((command, index) => ({ id: `owed:${index}`, actor: 'ann', command }));
  const profiles = [1, 2].map((number) => ({
    centre: CENTRE,
    agent_id: agentId(number),
    pii_name: 'Ann',
  }));
  await db.insertInto('agent_profile').values(profiles).execute();
  await db.transaction().execute((trx) => oweCommands(trx, CENTRE, owed));
  await using host = await openHost(database);
  await using outbox = runOutbox({ db, centre: CENTRE, host, notice: expect.unreachable });
  await expect.poll(() => owedCommands(db, CENTRE, 1)).toEqual([]);
  await outbox.stop();
  const gone = await db
    .selectFrom('agent_profile')
    .select('agent_id')
    .where('retired_at', 'is not', null)
    .execute();
  expect(gone).toEqual([{ agent_id: 'agent_1' }]);
  const audited = await db
    .selectFrom('audit_trail')
    .select(['actor', 'action', 'subject'])
    .execute();
  expect(audited).toEqual([{ actor: 'ann', action: 'retire-agent', subject: 'agent_1' }]);
});

test('what was settled a month ago goes, a step at a time, unless somebody will ask for it', async () => {
  await using database = await (CENTRE_DATABASES[0] ?? expect.unreachable()).open();
  const db = database.kysely;
  const bond: Command = { type: 'change-bond', customerId: asId('customer_1'), deputyIds: [] };
  const { type, ...terms } = { type: 'register-agent', skills: [], capacity: STANDARD_CAPACITY };
  const register = (number: number): Command =>
    ({ type, agentId: agentId(number), ...terms }) as Command;
  const owed: Readonly<Record<string, Command>> = {
    ...{ 'ann:waiting': bond, 'ann:yesterday': bond, 'import_2:7': bond },
    ...{ 'ann:1': bond, 'ann:2': bond, 'import_1:7': bond },
    // Of these two the desk refuses both; people know the first.
    ...{ 'ann:known': register(1), 'ann:unknown': register(2) },
  };
  const commands = Object.entries(owed).map(([id, command]) => ({ id, actor: 'ann', command }));
  await db.transaction().execute((trx) => oweCommands(trx, CENTRE, commands));
  await sql`
    update outbox set done_at = now() - interval '31 days',
      refusal = case when id in ('ann:known', 'ann:unknown', 'ann:2') then 'not-so' end`.execute(
    db,
  );
  await sql`update outbox set done_at = null where id = 'ann:waiting'`.execute(db);
  await sql`
    update outbox set done_at = now() - interval '29 days' where id = 'ann:yesterday'`.execute(db);
  const profile = { centre: CENTRE, agent_id: agentId(1), pii_name: 'Ann' };
  await db.insertInto('agent_profile').values(profile).execute();
  await sql`
    insert into import (centre, id, kind, status, actor, is_dry_run, options, content_hash, columns)
    values (${CENTRE}, 'import_1', 'bonds', 'done', 'ann', false, '', '', ''),
      (${CENTRE}, 'import_2', 'bonds', 'running', 'ann', false, '', '', '')`.execute(db);

  const forget = () => forgetSettled(db, CENTRE, { now: Date.now(), limit: 3 });
  expect(await forgetSettled(db, 'elsewhere', { now: Date.now(), limit: 3 })).toBe(0);
  expect([await forget(), await forget(), await forget()]).toEqual([3, 1, 0]);
  const left = await db.selectFrom('outbox').select('id').orderBy('ordinal').execute();
  expect(left.map(({ id }) => id)).toEqual([
    ...['ann:waiting', 'ann:yesterday', 'import_2:7', 'ann:known'],
  ]);
});
