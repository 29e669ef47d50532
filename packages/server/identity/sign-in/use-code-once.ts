import type { Kysely } from 'kysely';
import type { Tables } from '../../store/tables.ts';
import type { Identity } from '../open-identity.ts';
import type { EngineOutcome } from './ask-engine.ts';

/** The engine takes a code in its own 30 s, and in those before and after; clocks differ a little. */
const USED_MS = 120_000;

export interface CodeOfUser {
  readonly db: Kysely<Tables>;
  readonly identity: Pick<Identity, 'requestHash'>;
  readonly userId: string;
  readonly code: string;
}

/**
 * Lets the engine verify a code of somebody's second factor that nobody has got in with. It is claimed
 * before the engine is asked, so that of several who show it at once one gets in; a code that the
 * engine refuses is free again. Returns undefined where the code is used up or wrong.
 * Source: RFC 6238, section 5.2.
 */
export async function useCodeOnce<Answer>(
  used: CodeOfUser,
  verify: () => Promise<EngineOutcome<Answer>>,
): Promise<Extract<EngineOutcome<Answer>, { ok: true }> | undefined> {
  const { db, identity, userId, code } = used;
  const row = { user_id: userId, code_hash: identity.requestHash({ userId, code }) };
  if (!(await claim(db, row))) return undefined;
  const asked = await verify();
  if (asked.ok) return asked;
  await db
    .deleteFrom('used_code')
    .where('user_id', '=', row.user_id)
    .where('code_hash', '=', row.code_hash)
    .execute();
  return undefined;
}

async function claim(
  db: Kysely<Tables>,
  row: { readonly user_id: string; readonly code_hash: string },
): Promise<boolean> {
  const now = new Date();
  await db
    .deleteFrom('used_code')
    .where('user_id', '=', row.user_id)
    .where('until_at', '<', now)
    .execute();
  const claimed = await db
    .insertInto('used_code')
    .values({ ...row, until_at: new Date(now.getTime() + USED_MS) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('code_hash')
    .executeTakeFirst();
  return claimed !== undefined;
}
