import type { Problem, RouteAnswer, RouteName } from '@rapport/protocol';
import {
  changePerson as change,
  disablePerson as disable,
  enablePerson as enable,
} from '../people/change-person.ts';
import { endLostSecondFactor } from '../people/end-second-factor.ts';
import { setUp as makeFirst } from '../people/first-administrator.ts';
import { acceptInvitation as accept, resetPassword as reset } from '../people/choose-password.ts';
import { invitePerson as invite, renewInvitation as renew } from '../people/invite.ts';
import { startPasswordReset as startReset } from '../people/reset-password.ts';
import type { PersonalLink } from '../people/personal-link.ts';
import { peopleRows } from '../people/list-people.ts';
import type { Office, PeopleOutcome, PeopleRefusal } from '../people/people.ts';
import { type Cursor, pageOf, readCursor } from './pages.ts';
import { fieldProblem } from './problems.ts';
import { answer, type Call, type Handler, notFound, type Response, type Rooms } from './respond.ts';

type PersonAnswer = RouteAnswer<'getPerson'>;

export const listPeople: Handler<'listPeople'> = async ({ query }, { db, centre }) => {
  const { limit = 50 } = query;
  const cursor = readCursor(query.cursor);
  if (!cursor.ok) return cursor;
  let select = peopleRows(db, centre);
  if (cursor.answer !== undefined) select = select.where('p.id', '>', cursor.answer.id);
  const rows = await select.limit(limit + 1).execute();
  return answer(pageOf(rows.map(personAnswer), limit, lastOf));
};

export const getPerson: Handler<'getPerson'> = async ({ params }, { db, centre }) => {
  const row = await peopleRows(db, centre).where('p.id', '=', params.personId).executeTakeFirst();
  return row === undefined ? notFound(`person ${params.personId}`) : answer(personAnswer(row));
};

export const invitePerson: Handler<'invitePerson'> = async (
  { body, commandId, principal },
  rooms,
) => {
  const invited = await invite({ ...rooms, principal }, commandId, body);
  return respond(invited, ({ personId, invitation }) => ({
    personId,
    ...(invitation && { invitation: invitationOf(invitation) }),
  }));
};

export const renewInvitation: Handler<'renewInvitation'> = async (
  { params, commandId, principal },
  rooms,
) => respond(await renew({ ...rooms, principal }, commandId, params.personId), invitationOf);

export const changePerson: Handler<'changePerson'> = async (call, rooms) =>
  respond(await change(officeOf(call, rooms), call.params.personId, call.body), () => ({}));

export const disablePerson: Handler<'disablePerson'> = async (call, rooms) =>
  respond(await disable(officeOf(call, rooms), call.params.personId), () => ({}));

export const enablePerson: Handler<'enablePerson'> = async (call, rooms) =>
  respond(await enable(officeOf(call, rooms), call.params.personId), () => ({}));

function officeOf({ principal, onlyFrom }: Call<RouteName>, rooms: Rooms): Office {
  return { ...rooms, principal, onlyFrom };
}

export const endPersonsSecondFactor: Handler<'endPersonsSecondFactor'> = async (
  { params, principal },
  rooms,
) => respond(await endLostSecondFactor({ ...rooms, principal }, params.personId), () => ({}));

export const acceptInvitation: Handler<'acceptInvitation'> = async ({ body }, rooms) =>
  respond(await accept(rooms, body), (accepted) => accepted);

export const startPasswordReset: Handler<'startPasswordReset'> = async (
  { params, commandId, principal },
  rooms,
) =>
  respond(await startReset({ ...rooms, principal }, commandId, params.personId), (link) =>
    linkOf('/password', link),
  );

export const resetPassword: Handler<'resetPassword'> = async ({ body, trace }, rooms) =>
  respond(await reset(rooms, { ...body, address: trace.address }), (chosen) => chosen);

export const setUp: Handler<'setUp'> = async ({ body }, rooms) =>
  respond(await makeFirst(rooms, body), (made) => made);

/** The token stands behind the `#`, so that no server and no proxy ever writes it down. */
function linkOf(page: string, { token, expiresAt }: PersonalLink) {
  return { path: `${page}#${token}`, expiresAt };
}

function invitationOf(link: PersonalLink) {
  return linkOf('/invitation', link);
}

type Row = Awaited<ReturnType<ReturnType<typeof peopleRows>['executeTakeFirstOrThrow']>>;

function personAnswer(row: Row): PersonAnswer {
  return {
    personId: row.id,
    piiName: row.pii_name,
    piiEmail: row.pii_email,
    roles: row.roles,
    ...(row.agent_id !== null && { agentId: row.agent_id }),
    ledTeamIds: row.led_team_ids ?? [],
    status: row.disabled_at !== null ? 'disabled' : row.user_id === null ? 'invited' : 'active',
  };
}

function lastOf({ personId }: PersonAnswer): Cursor {
  return { key: 0, id: personId };
}

function respond<Value, Answer>(
  outcome: PeopleOutcome<Value>,
  answerOf: (value: Value) => Answer,
): Response<Answer> {
  if (outcome.ok) return answer(answerOf(outcome.value));
  const { code } = outcome;
  const field = FIELDS[code];
  if (field !== undefined) return fieldProblem(...field);
  return { ok: false, problem: { type: code, ...WORDS[code] } };
}

/** Refusals of one field, and what was expected there. */
const FIELDS: Partial<Readonly<Record<PeopleRefusal, readonly [field: string, expected: string]>>> =
  {
    'agent-unknown': ['agentId', 'an agent of this centre'],
    'team-unknown': ['ledTeamIds', 'teams of this centre'],
    'password-known': ['password', 'something other than the e-mail address or the name'],
  };

const WORDS: Readonly<Record<PeopleRefusal, Omit<Problem, 'type'>>> = {
  'administrator-only': {
    title: 'Administrators are made, changed and ended by administrators, not by keys.',
    status: 403,
  },
  'agent-taken': { title: 'Another person acts as this agent.', status: 409 },
  'agent-unknown': { title: 'There is no such agent.', status: 400 },
  'email-taken': { title: 'Another person has this e-mail address.', status: 409 },
  'invitation-accepted': { title: 'He has accepted his invitation already.', status: 409 },
  'invitation-open': {
    title: 'He has not accepted his invitation yet; make a new link for that.',
    status: 409,
  },
  'last-administrator': {
    title: 'He is the last administrator; make another one first.',
    status: 409,
  },
  'link-replaced': {
    title: 'A newer link has taken the place of the one that this request made.',
    status: 409,
  },
  'own-password': {
    title: 'You change your own with the one that you have: PUT /api/v1/me/password.',
    status: 409,
  },
  'password-known': { title: 'This password is known.', status: 400 },
  'password-needed': {
    title: 'You end your own with your password: POST /api/v1/me/second-factor/end.',
    status: 409,
  },
  'person-disabled': { title: 'He is disabled; enable him first.', status: 409 },
  'person-unknown': { title: 'There is no such person.', status: 404 },
  'team-unknown': { title: 'There is no such team.', status: 400 },
  'token-invalid': {
    title: 'This link is not valid any more; ask whoever gave it to you for a new one.',
    status: 403,
  },
  yourself: { title: 'Nobody can disable himself.', status: 409 },
};
