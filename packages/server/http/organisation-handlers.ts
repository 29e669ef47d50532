import type { RouteName } from '@rapport/protocol';
import { type Selectable, sql } from 'kysely';
import {
  type Change,
  defineDivision as putDivision,
  defineSite as putSite,
  defineTeam as putTeam,
  deletePart,
} from '../organisation/define.ts';
import { divisionState, type Part, siteState, teamState } from '../organisation/part-state.ts';
import { isTimeZone } from '../organisation/is-time-zone.ts';
import type { Tables } from '../store/tables.ts';
import { pageOf, readCursor } from './pages.ts';
import { fieldProblem } from './problems.ts';
import { answer, type Call, type Handler, notFound, type Response, type Rooms } from './respond.ts';

export const listDivisions: Handler<'listDivisions'> = (call, rooms) =>
  listParts('division', call, rooms, (row) => ({ divisionId: row.id, ...divisionState(row) }));

export const listSites: Handler<'listSites'> = (call, rooms) =>
  listParts('site', call, rooms, (row) => ({ siteId: row.id, ...siteState(row) }));

export const listTeams: Handler<'listTeams'> = (call, rooms) =>
  listParts('team', call, rooms, (row) => ({ teamId: row.id, ...teamState(row) }));

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

/** A page of the parts of one kind, in the order of their ids, as `show` has them. */
async function listParts<Kind extends Part, Answer>(
  part: Kind,
  { query }: { readonly query: { readonly cursor?: string; readonly limit?: number } },
  { db, centre }: Rooms,
  show: (row: Selectable<Tables[Kind]>) => Answer,
): Promise<Response<{ items: Answer[]; nextCursor?: string }>> {
  const { limit = 50 } = query;
  const cursor = readCursor(query.cursor);
  if (!cursor.ok) return cursor;
  const { rows } = await sql<Selectable<Tables[Kind]> & { readonly id: string }>`
    select * from ${sql.table(part)}
    where centre = ${centre} and id > ${cursor.answer?.id ?? ''}
    order by id limit ${limit + 1}`.execute(db);
  const { items, ...rest } = pageOf(rows, limit, ({ id }) => ({ key: 0, id }));
  return answer({ items: items.map(show), ...rest });
}

async function remove(part: Part, id: string, change: Change): Promise<Response<object>> {
  const deleted = await deletePart(change, part, id);
  if (deleted.kind === 'done') return answer({});
  if (deleted.kind === 'unknown') return notFound(`${part} ${id}`);
  const title = `The ${part} ${id} is in use by ${deleted.by}.`;
  return { ok: false, problem: { type: 'in-use', title, status: 409 } };
}

function changeOf({ principal, onlyFrom }: Call<RouteName>, { db, centre }: Rooms): Change {
  return { db, centre, actor: principal.id, onlyFrom };
}
