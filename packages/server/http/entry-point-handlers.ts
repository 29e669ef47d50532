import { asId } from '@rapport/core';
import type { RouteName } from '@rapport/protocol';
import {
  deleteEntryPoint as remove,
  entryPointOf,
  entryRows,
  putEntryPoint,
} from '../visitors/entry-points.ts';
import { pageOf, readCursor } from './pages.ts';
import { fieldProblem } from './problems.ts';
import { answer, type Call, type Handler, notFound, type Rooms } from './respond.ts';

export const listEntryPoints: Handler<'listEntryPoints'> = async ({ query }, { db, centre }) => {
  const { limit = 50 } = query;
  const cursor = readCursor(query.cursor);
  if (!cursor.ok) return cursor;
  const rows = await entryRows(db, centre)
    .where('id', '>', cursor.answer?.id ?? '')
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  const lastOf = ({ entryId }: { readonly entryId: string }) => ({ key: 0, id: entryId });
  return answer(pageOf(rows.map(entryPointOf), limit, lastOf));
};

export const defineEntryPoint: Handler<'defineEntryPoint'> = async (call, rooms) => {
  const { params, body } = call;
  const strange = body.origins.findIndex((origin) => !isOrigin(origin));
  if (strange !== -1) {
    return fieldProblem(`origins.${strange}`, 'an origin, such as https://www.example.org');
  }
  const isKnown = await rooms.host.ask(({ promises }) => promises.has(asId(body.promiseId)));
  if (!isKnown) return fieldProblem('promiseId', 'a promise of this centre');
  const put = await putEntryPoint(changeOf(call, rooms), { ...params, ...body });
  if (put === 'channel') {
    return fieldProblem('channel', 'what it was; define another entry point instead');
  }
  rooms.visitors.entryPoints.forget();
  return answer({});
};

export const deleteEntryPoint: Handler<'deleteEntryPoint'> = async (call, rooms) => {
  const { entryId } = call.params;
  const deleted = await remove(changeOf(call, rooms), entryId);
  rooms.visitors.entryPoints.forget();
  if (deleted === 'done') return answer({});
  if (deleted === 'unknown') return notFound(`entry point ${entryId}`);
  const title = `Visitors have come through ${entryId}; close it instead, by isOpen: false.`;
  return { ok: false, problem: { type: 'in-use', title, status: 409 } };
};

/** Whether a text is what browsers send as the origin of a page. */
function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text.toLowerCase();
}

function changeOf({ principal, onlyFrom }: Call<RouteName>, { db, centre }: Rooms) {
  return { db, centre, actor: principal.id, onlyFrom };
}
