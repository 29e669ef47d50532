import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from '../../store/tables.ts';
import { mintUuid } from '../mint-id.ts';
import { VOID } from '../secret-token.ts';

/** As which the engine knows an account: made up, so that no address is kept twice. */
export function engineEmail(userId: string): string {
  return `${userId}@rapport.invalid`;
}

/** How a password is kept. Slow on purpose: call it before a transaction, not in it. */
export const passwordHash = hashPassword;

/** Makes an account with a password, and returns its id. */
export async function createAccount(trx: Transaction<Tables>, hash: string): Promise<string> {
  const id = mintUuid();
  await trx
    .insertInto('auth_user')
    .values({ id, name: id, email: engineEmail(id), email_verified: true })
    .execute();
  await trx
    .insertInto('auth_account')
    .values({
      id: mintUuid(),
      user_id: id,
      account_id: id,
      provider_id: 'credential',
      password_hash: hash,
    })
    .execute();
  return id;
}

/** Whether this is the account's password. */
export async function isPasswordOf(
  db: Kysely<Tables>,
  userId: string,
  password: string,
): Promise<boolean> {
  const account = await db
    .selectFrom('auth_account')
    .select('password_hash')
    .where('user_id', '=', userId)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst();
  const hash = account?.password_hash ?? null;
  return hash !== null && (await verifyPassword({ hash, password }));
}

/** Gives the account another password. */
export async function replacePassword(
  trx: Transaction<Tables>,
  userId: string,
  hash: string,
): Promise<void> {
  await trx
    .updateTable('auth_account')
    .set({ password_hash: hash })
    .where('user_id', '=', userId)
    .where('provider_id', '=', 'credential')
    .execute();
}

/** Ends an account's second factor, and its sessions: one of them may be somebody else's. */
export async function endSecondFactor(trx: Transaction<Tables>, userId: string): Promise<void> {
  await trx.deleteFrom('auth_two_factor').where('user_id', '=', userId).execute();
  await trx
    .updateTable('auth_user')
    .set({ two_factor_enabled: false })
    .where('id', '=', userId)
    .execute();
  await endSessions(trx, userId);
}

/** Whether an account has, or is about to have, a second factor. */
export async function hasSecondFactor(db: Kysely<Tables>, userId: string): Promise<boolean> {
  const found = await db
    .selectFrom('auth_two_factor')
    .select('id')
    .where('user_id', '=', userId)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** The accounts of a centre's people that have, or are about to have, a second factor. */
export async function withSecondFactor(
  db: Kysely<Tables>,
  centre: string,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('auth_two_factor as f')
    .innerJoin('person as p', 'p.user_id', 'f.user_id')
    .select('f.user_id')
    .where('p.centre', '=', centre)
    .execute();
  return rows.map(({ user_id }) => user_id);
}

/** Ends an account's sessions, all but the one with this hash. */
export async function endSessions(
  trx: Transaction<Tables>,
  userId: string,
  exceptHash = '',
): Promise<void> {
  await trx
    .deleteFrom('auth_session')
    .where('user_id', '=', userId)
    .where('token_hash', '<>', exceptHash)
    .execute();
}

/** Ends the link with which somebody could choose a password. */
export async function voidLink(
  trx: Transaction<Tables>,
  centre: string,
  personId: string,
): Promise<void> {
  await trx
    .updateTable('invitation')
    .set({ token_hash: sql`${VOID}::text || token_hash` })
    .where('centre', '=', centre)
    .where('person_id', '=', personId)
    .where('token_hash', 'not like', `${VOID}%`)
    .execute();
}
