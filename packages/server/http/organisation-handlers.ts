import type { RouteName } from '@rapport/protocol';
import {
  type Change,
  defineDivision as putDivision,
  defineSite as putSite,
  defineTeam as putTeam,
  deletePart,
} from '../organisation/define.ts';
import { isTimeZone } from '../organisation/is-time-zone.ts';
import { pageOf, readCursor } from './pages.ts';
import { fieldProblem } from './problems.ts';
import { answer, type Call, type Handler, notFound, type Response, type Rooms } from './respond.ts';

export const listDivisions: Handler<'listDivisions'> = async ({ query }, { db, centre }) => {
  const { limit = 50 } = query;
  const cursor = readCursor(query.cursor);
  if (!cursor.ok) return cursor;
  const rows = await db
    .selectFrom('division')
    .select(['id as divisionId', 'name'])
    .where('centre', '=', centre)
    .where('id', '>', cursor.answer?.id ?? '')
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  return answer(pageOf(rows, limit, ({ divisionId: id }) => ({ key: 0, id })));
};

export const listSites: Handler<'listSites'> = async ({ query }, { db, centre }) => {
  const { limit = 50 } = query;
  const cursor = readCursor(query.cursor);
  if (!cursor.ok) return cursor;
  const rows = await db
    .selectFrom('site')
    .selectAll()
    .where('centre', '=', centre)
    .where('id', '>', cursor.answer?.id ?? '')
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  const sites = rows.map(({ id, name, time_zone, region }) => ({
    siteId: id,
    name,
    timeZone: time_zone,
    ...(region !== null && { region }),
  }));
  return answer(pageOf(sites, limit, ({ siteId: id }) => ({ key: 0, id })));
};

export const listTeams: Handler<'listTeams'> = async ({ query }, { db, centre }) => {
  const { limit = 50 } = query;
  const cursor = readCursor(query.cursor);
  if (!cursor.ok) return cursor;
  const rows = await db
    .selectFrom('team')
    .selectAll()
    .where('centre', '=', centre)
    .where('id', '>', cursor.answer?.id ?? '')
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  const teams = rows.map(({ id, name, division_id, site_id }) => ({
    teamId: id,
    name,
    ...(division_id !== null && { divisionId: division_id }),
    ...(site_id !== null && { siteId: site_id }),
  }));
  return answer(pageOf(teams, limit, ({ teamId: id }) => ({ key: 0, id })));
};

export const defineDivision: Handler<'defineDivision'> = async (call, rooms) => {
  await putDivision(changeOf(call, rooms), { id: call.params.divisionId, ...call.body });
  return answer({});
};

export const defineSite: Handler<'defineSite'> = async (call, rooms) => {
  const { name, timeZone, region = null } = call.body;
  if (!isTimeZone(timeZone)) {
    return fieldProblem('timeZone', 'a name of the IANA, such as Europe/Zurich');
  }
  const site = { id: call.params.siteId, name, time_zone: timeZone, region };
  await putSite(changeOf(call, rooms), site);
  return answer({});
};

export const defineTeam: Handler<'defineTeam'> = async (call, rooms) => {
  const { name, divisionId = null, siteId = null } = call.body;
  const team = { id: call.params.teamId, name, division_id: divisionId, site_id: siteId };
  const unknown = await putTeam(changeOf(call, rooms), team);
  if (unknown === undefined) return answer({});
  return fieldProblem(unknown, `a ${unknown === 'siteId' ? 'site' : 'division'} of this centre`);
};

export const deleteDivision: Handler<'deleteDivision'> = (call, rooms) =>
  remove('division', call.params.divisionId, changeOf(call, rooms));

export const deleteSite: Handler<'deleteSite'> = (call, rooms) =>
  remove('site', call.params.siteId, changeOf(call, rooms));

export const deleteTeam: Handler<'deleteTeam'> = (call, rooms) =>
  remove('team', call.params.teamId, changeOf(call, rooms));

async function remove(
  part: 'division' | 'site' | 'team',
  id: string,
  change: Change,
): Promise<Response<object>> {
  const deleted = await deletePart(change, part, id);
  if (deleted.kind === 'done') return answer({});
  if (deleted.kind === 'unknown') return notFound(`${part} ${id}`);
  const title = `The ${part} ${id} is in use by ${deleted.by}.`;
  return { ok: false, problem: { type: 'in-use', title, status: 409 } };
}

function changeOf({ principal }: Call<RouteName>, { db, centre }: Rooms): Change {
  return { db, centre, actor: principal.id };
}
