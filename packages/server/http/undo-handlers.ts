import type { RouteInput, RouteName } from '@rapport/protocol';
import type { Selectable } from 'kysely';
import { agentState } from '../agents/agent-state.ts';
import { calendarState } from '../hours/save-week.ts';
import { partState } from '../organisation/part-state.ts';
import { personState } from '../people/person-state.ts';
import type { SettingChangeTable } from '../store/setting-tables.ts';
import { keptState, type SettingKind, type SettingState } from '../store/write-audit-entry.ts';
import { promiseState } from '../views/promise-state.ts';
import { changeAgent } from './agent-handlers.ts';
import { definePromise } from './bond-handlers.ts';
import { defineWeek } from './hours-handlers.ts';
import * as organisation from './organisation-handlers.ts';
import { changePerson, disablePerson, enablePerson } from './people-handlers.ts';
import { answer, type Call, type Handler, notFound, type Response, type Rooms } from './respond.ts';

type Row = Selectable<SettingChangeTable>;

/**
 * Puts a setting back as it was before a change, as a change of its own, by the routes that it is
 * otherwise changed by: so whatever they refuse is refused here too.
 */
export const undoChange: Handler<'undoChange'> = async (call, rooms) => {
  const { ordinal } = call.params;
  const { db, centre, host } = rooms;
  // What the views do not show yet would look as if it had been changed since.
  await rooms.whenShown(host.position);
  const row = await db
    .selectFrom('setting_change')
    .selectAll()
    .where('centre', '=', centre)
    .where('ordinal', '=', ordinal)
    .executeTakeFirst();
  if (row === undefined) return notFound(`change ${ordinal} that can be undone`);
  const setting = SETTINGS[row.kind as SettingKind];
  if (keptState(await setting.state(row.subject, rooms)) !== row.pii_after) {
    const title = 'It was changed again since then. Undo the later change first.';
    return { ok: false, problem: { type: 'changed-since', title, status: 409 } };
  }
  const undone = await (row.pii_before === null
    ? setting.remove(row.subject, call, rooms)
    : setting.restore(row, call, rooms));
  if (!undone.ok) return undone;
  await rooms.whenShown(host.position);
  return answer({});
};

interface Setting {
  readonly state: (id: string, rooms: Rooms) => Promise<SettingState>;
  /** Puts back what was before. */
  readonly restore: (row: Row, call: Call<RouteName>, rooms: Rooms) => Promise<Response<unknown>>;
  /** Undoes that it was made. */
  readonly remove: (id: string, call: Call<RouteName>, rooms: Rooms) => Promise<Response<unknown>>;
}

const SETTINGS: Readonly<Record<SettingKind, Setting>> = {
  division: {
    state: (id, { db, centre }) => partState(db, { centre, part: 'division', id }),
    restore: restoredBy(organisation.defineDivision, (divisionId) => ({ divisionId })),
    remove: removedBy(organisation.deleteDivision, (divisionId) => ({ divisionId })),
  },
  site: {
    state: (id, { db, centre }) => partState(db, { centre, part: 'site', id }),
    restore: restoredBy(organisation.defineSite, (siteId) => ({ siteId })),
    remove: removedBy(organisation.deleteSite, (siteId) => ({ siteId })),
  },
  team: {
    state: (id, { db, centre }) => partState(db, { centre, part: 'team', id }),
    restore: restoredBy(organisation.defineTeam, (teamId) => ({ teamId })),
    remove: removedBy(organisation.deleteTeam, (teamId) => ({ teamId })),
  },
  person: {
    state: (id, { db, centre }) => personState(db, centre, id),
    restore: restorePerson,
    remove: removedBy(disablePerson, (personId) => ({ personId })),
  },
  agent: {
    state: (id, { db, centre }) => agentState(db, centre, id),
    restore: restoredBy(changeAgent, (agentId) => ({ agentId })),
    remove: stays,
  },
  promise: {
    state: (id, rooms) => promiseState(rooms, id),
    restore: restoredBy(definePromise, (promiseId) => ({ promiseId })),
    remove: stays,
  },
  calendar: {
    state: (id, { db, centre }) => calendarState(db, centre, id),
    restore: restoredBy(defineWeek, (calendarId) => ({ calendarId })),
    remove: stays,
  },
};

/** Restores by the route that replaces such a setting: its body is the state that it takes. */
function restoredBy<Name extends RouteName>(
  handle: Handler<Name>,
  paramsOf: (id: string) => RouteInput<Name>['params'],
): Setting['restore'] {
  return async ({ subject, pii_before }, call, rooms) => {
    // Written from the route's own body, or read in its fields.
    const body = JSON.parse(pii_before ?? '{}') as RouteInput<Name>['body'];
    return await handle({ ...call, params: paramsOf(subject), body } as Call<Name>, rooms);
  };
}

function removedBy<Name extends RouteName>(
  handle: Handler<Name>,
  paramsOf: (id: string) => RouteInput<Name>['params'],
): Setting['remove'] {
  return async (id, call, rooms) =>
    await handle({ ...call, params: paramsOf(id) } as Call<Name>, rooms);
}

/** A person is also let in again, or not any more. */
async function restorePerson(
  { subject: personId, pii_before, pii_after }: Row,
  call: Call<RouteName>,
  rooms: Rooms,
): Promise<Response<unknown>> {
  const before = JSON.parse(pii_before ?? '{}') as PersonState;
  const after = JSON.parse(pii_after ?? '{}') as PersonState;
  const { isDisabled, ...body } = before;
  const params = { personId };
  if (isDisabled !== after.isDisabled) {
    const handle = isDisabled ? disablePerson : enablePerson;
    return await handle({ ...call, params, body: undefined, query: undefined }, rooms);
  }
  return await changePerson({ ...call, params, body, query: undefined }, rooms);
}

type PersonState = RouteInput<'changePerson'>['body'] & { readonly isDisabled: boolean };

/** History names it for ever: what was made stays. */
function stays(): Promise<Response<unknown>> {
  const title = 'It was new then. Work may name it already, so it stays; change it instead.';
  return Promise.resolve({ ok: false, problem: { type: 'stays', title, status: 409 } });
}
