import type { RouteName } from '@rapport/protocol';
import {
  changePassword,
  checkPassword,
  endOwnSession,
  type Own,
  ownPerson,
  ownSessions,
} from '../identity/sign-in/own-account.ts';
import * as secondFactor from '../identity/sign-in/own-second-factor.ts';
import * as entrance from '../identity/sign-in/sign-in.ts';
import { askEngine } from '../identity/sign-in/ask-engine.ts';
import { passwordFault } from '../identity/sign-in/password-fault.ts';
import { problemOfGuess } from './guess-problems.ts';
import { fieldProblem } from './problems.ts';
import { answer, type Call, type Handler, notFound, type Rooms } from './respond.ts';

export const signIn: Handler<'signIn'> = async ({ body, trace }, rooms) => {
  const guess = await entrance.signIn(rooms, body, trace);
  if (guess.kind !== 'right') {
    const title = 'E-mail address and password do not belong together.';
    return problemOfGuess(guess, { type: 'credentials-wrong', title, status: 401 });
  }
  const { cookies, isSecondFactorNeeded } = guess.value;
  return { ok: true, answer: { isSecondFactorNeeded }, cookies };
};

export const proveSecondFactor: Handler<'proveSecondFactor'> = async (
  { body: { code }, trace },
  rooms,
) => {
  const guess = await entrance.proveSecondFactor(rooms, code, trace);
  if (guess.kind === 'right') return { ok: true, answer: {}, cookies: guess.value };
  const title = 'This code does not complete signing in; take a new one, or sign in again.';
  return problemOfGuess(guess, { type: 'code-wrong', title, status: 401 });
};

export const signOut: Handler<'signOut'> = async ({ trace }, { identity }) => {
  const headers = new Headers({ cookie: identity.cookies.sessionOnly(trace.cookie) });
  const asked = await askEngine(() =>
    identity.engine.api.signOut({ headers, returnHeaders: true }),
  );
  identity.forget();
  return { ok: true, answer: {}, ...(asked.ok && { cookies: asked.cookies }) };
};

export const getMe: Handler<'getMe'> = async (call, rooms) => {
  const { principal } = call;
  const person = await ownPerson(ownOf(call, rooms));
  const { name: centreName } = rooms.settings.current();
  return answer({
    ...(centreName !== undefined && { centreName }),
    personId: principal.id,
    piiName: person.pii_name,
    piiEmail: person.pii_email,
    roles: [...principal.roles],
    ...(principal.agentId !== undefined && { agentId: principal.agentId }),
    ledTeamIds: [...principal.teamIds],
    hasSecondFactor: person.hasSecondFactor,
  });
};

export const changeMyPassword: Handler<'changeMyPassword'> = async (call, rooms) => {
  const own = ownOf(call, rooms);
  const { password, newPassword } = call.body;
  const { pii_email: email, pii_name: name } = await ownPerson(own);
  const fault = passwordFault(newPassword, { email, name });
  if (fault !== undefined) return fieldProblem('newPassword', fault);
  const guess = await checkPassword(own, password);
  if (guess.kind !== 'right') return problemOfGuess(guess, PASSWORD_WRONG);
  await changePassword(own, newPassword);
  return answer({});
};

export const listMySessions: Handler<'listMySessions'> = async (call, rooms) =>
  answer({ items: await ownSessions(ownOf(call, rooms)) });

export const endMySession: Handler<'endMySession'> = async (call, rooms) => {
  const { sessionId } = call.params;
  const isEnded = await endOwnSession(ownOf(call, rooms), sessionId);
  return isEnded ? answer({}) : notFound(`session ${sessionId} of yours`);
};

export const beginSecondFactor: Handler<'beginSecondFactor'> = async (call, rooms) => {
  const own = ownOf(call, rooms);
  const { password } = call.body;
  const guess = await checkPassword(own, password);
  if (guess.kind !== 'right') return problemOfGuess(guess, PASSWORD_WRONG);
  const asked = await secondFactor.beginSecondFactor(own, password);
  if (asked.ok) return answer(asked.answer);
  if (asked.code !== 'TOTP_ALREADY_ENABLED') return { ok: false, problem: SESSION_OVER };
  const title = 'A second factor is in force already; end it first.';
  return { ok: false, problem: { type: 'second-factor-in-force', title, status: 409 } };
};

export const confirmSecondFactor: Handler<'confirmSecondFactor'> = async (call, rooms) => {
  const own = ownOf(call, rooms);
  const guess = await secondFactor.confirmSecondFactor(own, call.body.code);
  if (guess.kind === 'right') return { ok: true, answer: {}, cookies: guess.value };
  const title = 'This code is not the one that the authenticator shows now.';
  return problemOfGuess(guess, { type: 'code-wrong', title, status: 403 });
};

export const endSecondFactor: Handler<'endSecondFactor'> = async (call, rooms) => {
  const own = ownOf(call, rooms);
  const { password } = call.body;
  const guess = await checkPassword(own, password);
  if (guess.kind !== 'right') return problemOfGuess(guess, PASSWORD_WRONG);
  const asked = await secondFactor.endSecondFactor(own, password);
  return asked.ok
    ? { ok: true, answer: {}, cookies: asked.cookies }
    : { ok: false, problem: SESSION_OVER };
};

/** It has ended since the request was let in. */
const SESSION_OVER = {
  type: 'unauthenticated',
  title: 'Your session is over; sign in again.',
  status: 401,
};

/** Not 401: he is signed in, and his screen must not think that he is not. */
const PASSWORD_WRONG = {
  type: 'password-wrong',
  title: 'This is not your password.',
  status: 403,
  field: 'password',
  expected: 'the password that you sign in with',
};

function ownOf({ principal, trace }: Call<RouteName>, { db, centre, identity }: Rooms): Own {
  return { db, centre, identity, principal, trace };
}
