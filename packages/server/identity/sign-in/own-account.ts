import type { Kysely } from 'kysely';
import type { Tables } from '../../store/tables.ts';
import { writeAuditEntry } from '../../store/write-audit-entry.ts';
import type { Identity } from '../open-identity.ts';
import type { Principal } from '../principal.ts';
import { endSessions, isPasswordOf, passwordHash, replacePassword, voidLink } from './accounts.ts';
import type { Trace } from './sign-in.ts';
import { type Guess, throttled } from './throttled.ts';

/** Somebody who is signed in, about himself. */
export interface Own {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  readonly identity: Identity;
  readonly principal: Principal;
  readonly trace: Trace;
}

/** What is kept of a person who is signed in. */
export async function ownPerson({ db, centre, principal }: Own) {
  const person = await db
    .selectFrom('person as p')
    .innerJoin('auth_user as u', 'u.id', 'p.user_id')
    .select(['p.id', 'p.pii_name', 'p.pii_email', 'u.id as user_id', 'u.two_factor_enabled'])
    .where('p.centre', '=', centre)
    .where('p.id', '=', principal.id)
    .executeTakeFirstOrThrow();
  return { ...person, hasSecondFactor: person.two_factor_enabled === true };
}

/** Makes sure that it is he who sits there, before something that would let another one stay. */
export async function checkPassword(own: Own, password: string): Promise<Guess<true>> {
  const { identity, principal, trace, db } = own;
  const { user_id: userId } = await ownPerson(own);
  const tried = { subject: `password of ${principal.id}`, address: trace.address };
  return await throttled(identity.throttle, tried, async () =>
    (await isPasswordOf(db, userId, password)) ? true : undefined,
  );
}

/** Changes his password, and ends his other sessions: one of them may be somebody else's. */
export async function changePassword(own: Own, newPassword: string): Promise<void> {
  const { db, centre, identity, principal, trace } = own;
  const { user_id: userId } = await ownPerson(own);
  const hash = await passwordHash(newPassword);
  await db.transaction().execute(async (trx) => {
    await replacePassword(trx, userId, hash);
    await endSessions(trx, userId, identity.cookies.sessionHash(trace.cookie));
    await voidLink(trx, centre, principal.id);
    await writeAuditEntry(trx, {
      centre,
      actor: principal.id,
      action: 'change-password',
      subject: principal.id,
    });
  });
  identity.forget();
}

/** His sessions, the latest first. */
export async function ownSessions(own: Own) {
  const { user_id: userId } = await ownPerson(own);
  const current = own.identity.cookies.sessionHash(own.trace.cookie);
  const rows = await own.db
    .selectFrom('auth_session')
    .selectAll()
    .where('user_id', '=', userId)
    .where('expires_at', '>', new Date())
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    sessionId: row.id,
    startedAt: row.created_at.getTime(),
    endsAt: row.expires_at.getTime(),
    isCurrent: row.token_hash === current,
  }));
}

/** Ends one of his sessions; returns whether there was such a one. */
export async function endOwnSession(own: Own, sessionId: string): Promise<boolean> {
  const { user_id: userId } = await ownPerson(own);
  const { numDeletedRows } = await own.db
    .deleteFrom('auth_session')
    .where('user_id', '=', userId)
    .where('id', '=', sessionId)
    .executeTakeFirst();
  own.identity.forget();
  return numDeletedRows > 0n;
}
