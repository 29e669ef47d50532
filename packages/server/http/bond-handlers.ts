import {
  type AgentId,
  asId,
  type Desk,
  type Instant,
  type Policy,
  strengthLeft,
} from '@rapport/core';
import type { RouteAnswer, RouteInput } from '@rapport/protocol';
import type { Selectable } from 'kysely';
import { eventsOf } from '../host/fold-history.ts';
import { anyOf } from '../store/any-of.ts';
import type { ViewBondTable } from '../store/tables.ts';
import { type EarnedOfBond, historyOfBond, type SaidOfBond } from '../views/bond-view.ts';
import { bondChangeOf } from './bond-changes.ts';
import { type Cursor, pageOf, readCursor } from './pages.ts';
import { answer, give, type Handler, notFound, type Rooms } from './respond.ts';

type BondAnswer = RouteAnswer<'getBond'>;

export const changeBond: Handler<'changeBond'> = (call, rooms) => {
  const { origin } = call.body;
  return give(
    {
      type: 'change-bond',
      customerId: asId<'customer'>(call.params.customerId),
      ...bondingOf(call.body),
      ...(origin !== undefined && { origin }),
    },
    call,
    rooms,
  );
};

export const changeAccountBond: Handler<'changeAccountBond'> = async (call, rooms) => {
  const { accountId } = call.params;
  if (!(await isAccount(rooms, accountId))) return notFound(`account ${accountId}`);
  return await give(
    {
      type: 'change-account-bond',
      accountId: asId<'account'>(accountId),
      ...bondingOf(call.body),
    },
    call,
    rooms,
  );
};

function bondingOf({
  topic,
  channel,
  untilAt,
  ownerId,
  deputyIds,
}: RouteInput<'changeAccountBond'>['body']) {
  return {
    ...(topic !== undefined && { topic }),
    ...(channel !== undefined && { channel }),
    ...(ownerId !== undefined && { ownerId: asId<'agent'>(ownerId) }),
    deputyIds: deputyIds.map((id): AgentId => asId(id)),
    ...(untilAt !== undefined && { untilAt }),
  };
}

export const setBondWishes: Handler<'setBondWishes'> = (call, rooms) => {
  const { isNewPreferred, refusals } = call.body;
  return give(
    {
      type: 'set-bond-wishes',
      customerId: asId<'customer'>(call.params.customerId),
      isNewPreferred,
      refusals: refusals.map(({ agentId, by }) => ({ agentId: asId<'agent'>(agentId), by })),
    },
    call,
    rooms,
  );
};

export const getBond: Handler<'getBond'> = async ({ params: { customerId } }, rooms) => {
  const { db, centre } = rooms;
  const rows = await db
    .selectFrom('view_bond')
    .selectAll()
    .where('centre', '=', centre)
    .where((build) =>
      build.or([build('id', '=', customerId), build('merged_into', '=', customerId)]),
    )
    .orderBy('id')
    .execute();
  const row = rows.find(({ id }) => id === customerId);
  const mergedIds = rows.filter((each) => each !== row).map(({ id }) => id);
  if (row !== undefined) return answer(bondAnswer(row, await momentOf(rooms), mergedIds));
  const customer = await db
    .selectFrom('customer')
    .select('id')
    .where('centre', '=', centre)
    .where('id', '=', customerId)
    .executeTakeFirst();
  if (customer === undefined) return notFound(`bond of customer ${customerId}`);
  const nobody = { deputyIds: [], earned: [], declarations: [], refusals: [] };
  return answer({ customerId, ...nobody, isNewPreferred: false, mergedIds });
};

export const listBonds: Handler<'listBonds'> = async ({ query }, rooms) => {
  const { db, centre } = rooms;
  const { limit = 50, ownerId } = query;
  const cursor = readCursor(query.cursor);
  if (!cursor.ok) return cursor;
  let select = db
    .selectFrom('view_bond')
    .selectAll()
    .where('centre', '=', centre)
    .where('owner_id', '=', ownerId);
  if (cursor.answer !== undefined) select = select.where('id', '>', cursor.answer.id);
  const rows = await select
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  const merged = await db
    .selectFrom('view_bond')
    .select(['id', 'merged_into'])
    .where('centre', '=', centre)
    .where('merged_into', '=', anyOf(rows.map(({ id }) => id)))
    .orderBy('id')
    .execute();
  const moment = await momentOf(rooms);
  const bonds = rows.map((row) => {
    const mergedIds = merged.filter(({ merged_into: into }) => into === row.id).map(({ id }) => id);
    return bondAnswer(row, moment, mergedIds);
  });
  const after = ({ customerId: id }: BondAnswer): Cursor => ({ key: 0, id });
  return answer(pageOf(bonds, limit, after));
};

export const listBondChanges: Handler<'listBondChanges'> = async ({ params }, { db, centre }) => {
  const { customerId } = params;
  const rows = await db
    .selectFrom('view_bond')
    .select('history')
    .where('centre', '=', centre)
    .where((build) =>
      build.or([build('id', '=', customerId), build('merged_into', '=', customerId)]),
    )
    .execute();
  const positions = rows.flatMap(historyOfBond);
  if (positions.length === 0) return answer({ items: [] });
  const history = await db
    .selectFrom('journal as j')
    .leftJoin('person as p', (join) =>
      join.onRef('p.centre', '=', 'j.centre').onRef('p.id', '=', 'j.actor'),
    )
    .select(['j.at', 'j.actor', 'j.events', 'p.pii_name'])
    .where('j.centre', '=', centre)
    .where('j.seq', 'in', positions)
    .orderBy('j.seq', 'desc')
    .limit(CHANGES_MAX)
    .execute();
  return answer({
    items: history.flatMap((row) => {
      const [first] = eventsOf(row);
      const change = first && bondChangeOf(first);
      if (change === undefined) return [];
      const { at, actor, pii_name: name } = row;
      return [{ at, actor, ...(name !== null && { piiActorName: name }), ...change }];
    }),
  });
};

const CHANGES_MAX = 100;

export const getAccountBond: Handler<'getAccountBond'> = async ({ params }, rooms) => {
  const { accountId } = params;
  if (!(await isAccount(rooms, accountId))) return notFound(`account ${accountId}`);
  const declarations = await rooms.host.ask((desk) => declarationsOf(desk, accountId));
  return answer({ accountId, declarations });
};

function declarationsOf(
  desk: Desk,
  accountId: string,
): RouteAnswer<'getAccountBond'>['declarations'] {
  const account = desk.accounts.get(asId<'account'>(accountId));
  return (account?.declarations ?? []).map(({ topic, channel, owner, deputies, untilAt }) => ({
    ...(topic !== undefined && { topic }),
    ...(channel !== undefined && { channel }),
    ...(owner && { ownerId: owner.id }),
    deputyIds: deputies.map(({ id }) => id),
    ...(untilAt !== undefined && { untilAt }),
  }));
}

async function isAccount({ db, centre }: Rooms, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom('account')
    .select('id')
    .where('centre', '=', centre)
    .where('id', '=', accountId)
    .executeTakeFirst();
  return row !== undefined;
}

/** By what, and as of when, it is told what is left of a bond. */
interface Moment {
  readonly now: Instant;
  readonly policy: Policy;
}

async function momentOf({ host, now }: Rooms): Promise<Moment> {
  return { now: now(), policy: await host.ask((desk) => desk.policy) };
}

function bondAnswer(
  row: Selectable<ViewBondTable>,
  { now, policy }: Moment,
  mergedIds: readonly string[],
): BondAnswer {
  const { accountId, origin, declarations, isNewPreferred, refusals } = JSON.parse(
    row.said,
  ) as SaidOfBond;
  return {
    customerId: row.id,
    ...(row.owner_id !== null && { ownerId: row.owner_id }),
    deputyIds: JSON.parse(row.deputy_ids) as string[],
    ...(origin !== undefined && { origin }),
    earned: earnedAnswer(JSON.parse(row.earned) as EarnedOfBond, { now, policy }),
    declarations: declarations
      .filter(({ untilAt }) => untilAt === undefined || untilAt > now)
      .map(({ deputyIds, ...declaration }) => ({ ...declaration, deputyIds: [...deputyIds] })),
    isNewPreferred,
    refusals: [...refusals],
    ...(accountId !== undefined && { accountId }),
    ...(row.merged_into !== null && { mergedInto: row.merged_into }),
    mergedIds: [...mergedIds],
  };
}

function earnedAnswer(earned: EarnedOfBond, { now, policy }: Moment): BondAnswer['earned'] {
  return Object.entries(earned)
    .map(([agentId, each]) => ({
      agentId,
      strength: strengthLeft(each, now, policy),
      lastAt: each.at,
    }))
    .filter(({ strength }) => strength > 0)
    .sort((a, b) => b.strength - a.strength || b.lastAt - a.lastAt);
}
