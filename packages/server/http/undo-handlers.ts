import { asId, policyNumbers } from '@rapport/core';
import type { RouteInput, RouteName, SettingKind } from '@rapport/protocol';
import type { Selectable } from 'kysely';
import { agentState } from '../agents/agent-state.ts';
import { calendarState } from '../hours/save-week.ts';
import { readOwnSettings, settingsState } from '../organisation/centre-settings.ts';
import { dispositionState, readDispositions } from '../organisation/dispositions.ts';
import { readSkillNames, skillNamesState } from '../organisation/skill-names.ts';
import { partState } from '../organisation/part-state.ts';
import { personState } from '../people/person-state.ts';
import type { SettingChangeTable } from '../store/setting-tables.ts';
import { ChangedSince, keptState, type SettingState } from '../store/write-audit-entry.ts';
import { creditState } from '../views/credit-state.ts';
import { promiseState } from '../views/promise-state.ts';
import { entryPointState } from '../visitors/entry-points.ts';
import { inTurn } from '../visitors/in-turn.ts';
import { changeAgent } from './agent-handlers.ts';
import { endCredit, grantCredit } from './credit-handlers.ts';
import { setPolicy } from './policy-handlers.ts';
import { definePromise } from './promise-handlers.ts';
import { defineWeek } from './hours-handlers.ts';
import { changeDispositions } from './disposition-handlers.ts';
import { changeSkillNames } from './skill-name-handlers.ts';
import { defineEntryPoint, deleteEntryPoint } from './entry-point-handlers.ts';
import * as organisation from './organisation-handlers.ts';
import { CHANGED_SINCE } from './problems.ts';
import { changeSettings } from './settings-handlers.ts';
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
  return await turns(`${centre} ${row.kind} ${row.subject}`, () => putBack(row, call, rooms));
};

/** Of two who undo the same the second finds it undone. */
const turns = inTurn();

async function putBack(row: Row, call: Call<RouteName>, rooms: Rooms): Promise<Response<object>> {
  const setting = SETTINGS[row.kind as SettingKind];
  if (keptState(await setting.state(row.subject, rooms)) !== row.pii_after) return CHANGED_SINCE;
  const undoing: Call<RouteName> = { ...call, onlyFrom: row.pii_after };
  try {
    const undone = await (row.pii_before === null
      ? setting.remove(row, undoing, rooms)
      : setting.restore(row, undoing, rooms));
    if (!undone.ok) return undone;
  } catch (error) {
    if (error instanceof ChangedSince) return CHANGED_SINCE;
    throw error;
  }
  await rooms.whenShown(rooms.host.position);
  return answer({});
}

interface Setting {
  readonly state: (id: string, rooms: Rooms) => Promise<SettingState>;
  /** Puts back what was before. */
  readonly restore: (row: Row, call: Call<RouteName>, rooms: Rooms) => Promise<Response<unknown>>;
  /** Undoes that it was made. */
  readonly remove: (row: Row, call: Call<RouteName>, rooms: Rooms) => Promise<Response<unknown>>;
}

const SETTINGS: Readonly<Record<SettingKind, Setting>> = {
  division: {
    state: (id, { db, centre }) => partState(db, { centre, part: 'division', id }),
    restore: restoredBy<'defineDivision'>(organisation.defineDivision, (divisionId) => ({
      divisionId,
    })),
    remove: removedBy<'deleteDivision'>(organisation.deleteDivision, (divisionId) => ({
      divisionId,
    })),
  },
  site: {
    state: (id, { db, centre }) => partState(db, { centre, part: 'site', id }),
    restore: restoredBy<'defineSite'>(organisation.defineSite, (siteId) => ({ siteId })),
    remove: removedBy<'deleteSite'>(organisation.deleteSite, (siteId) => ({ siteId })),
  },
  team: {
    state: (id, { db, centre }) => partState(db, { centre, part: 'team', id }),
    restore: restoredBy<'defineTeam'>(organisation.defineTeam, (teamId) => ({ teamId })),
    remove: removedBy<'deleteTeam'>(organisation.deleteTeam, (teamId) => ({ teamId })),
  },
  person: {
    state: (id, { db, centre }) => personState(db, centre, id),
    restore: restorePerson,
    remove: removedBy<'disablePerson'>(disablePerson, (personId) => ({ personId })),
  },
  agent: {
    state: (id, { db, centre }) => agentState(db, centre, id),
    restore: restoredBy<'changeAgent'>(changeAgent, (agentId) => ({ agentId })),
    remove: stays,
  },
  promise: {
    state: (id, rooms) => promiseState(rooms, id),
    restore: restoredBy<'definePromise'>(definePromise, (promiseId) => ({ promiseId })),
    remove: stays,
  },
  policy: {
    state: async (_, { host }) => await host.ask((desk) => policyNumbers(desk.policy)),
    restore: restoredBy<'setPolicy'>(setPolicy, () => undefined),
    // There was always a policy before.
    remove: stays,
  },
  credit: {
    state: async (id, { host, now }) => {
      const credit = await host.ask(({ credits }) => credits.get(asId<'customer'>(id)));
      return credit === undefined || credit.untilAt <= now() ? null : creditState(credit);
    },
    restore: restoredBy<'grantCredit'>(grantCredit, (customerId) => ({ customerId })),
    remove: removedBy<'endCredit'>(endCredit, (customerId) => ({ customerId })),
  },
  calendar: {
    state: (id, { db, centre }) => calendarState(db, centre, id),
    restore: restoredBy<'defineWeek'>(defineWeek, (calendarId) => ({ calendarId })),
    remove: stays,
  },
  'entry-point': {
    state: (id, { db, centre }) => entryPointState(db, centre, id),
    restore: restoredBy<'defineEntryPoint'>(defineEntryPoint, (entryId) => ({ entryId })),
    remove: removedBy<'deleteEntryPoint'>(deleteEntryPoint, (entryId) => ({ entryId })),
  },
  settings: {
    state: (_, { db, centre }) => settingsState(db, centre),
    restore: restoredVersion(changeSettings, async ({ db, centre }) => {
      const { version, settings: state } = await readOwnSettings(db, centre);
      return { version, state };
    }),
    // There were always settings before.
    remove: stays,
  },
  dispositions: {
    state: (_, { db, centre }) => dispositionState(db, centre),
    restore: restoredVersion(changeDispositions, async ({ db, centre }) => {
      const { version, ...state } = await readDispositions(db, centre);
      return { version, state };
    }),
    // There was always a list before.
    remove: stays,
  },
  'skill-names': {
    state: (_, { db, centre }) => skillNamesState(db, centre),
    restore: restoredVersion(changeSkillNames, async ({ db, centre }) => {
      const { version, ...state } = await readSkillNames(db, centre);
      return { version, state };
    }),
    // There was always a list before, if an empty one.
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

/** Restores what has versions: only the one that the change had made is replaced. */
function restoredVersion<Name extends 'changeSettings' | 'changeDispositions' | 'changeSkillNames'>(
  handle: Handler<Name>,
  read: (rooms: Rooms) => Promise<{ readonly version: number; readonly state: object }>,
): Setting['restore'] {
  return async ({ pii_before, pii_after }, call, rooms) => {
    const { version, state } = await read(rooms);
    if (keptState(state) !== pii_after) return CHANGED_SINCE;
    const body = { ...(JSON.parse(pii_before ?? '{}') as object), version };
    const restored = await handle({ ...call, body } as Call<Name>, rooms);
    const isOvertaken = !restored.ok && restored.problem.type === 'version-wrong';
    return isOvertaken ? CHANGED_SINCE : restored;
  };
}

function removedBy<Name extends RouteName>(
  handle: Handler<Name>,
  paramsOf: (id: string) => RouteInput<Name>['params'],
): Setting['remove'] {
  return async ({ subject }, call, rooms) =>
    await handle({ ...call, params: paramsOf(subject) } as Call<Name>, rooms);
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
