import type { Kysely } from 'kysely';
import type { Tables } from '../../store/tables.ts';
import { mintToken } from '../secret-token.ts';

const NAME = 'sign-in';

/**
 * The secret of this database, made when it is first asked for. Processes that ask at once get the
 * same.
 */
export async function keptSecret(db: Kysely<Tables>): Promise<string> {
  await db
    .insertInto('sign_in_secret')
    .values({ name: NAME, secret: mintToken() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { secret } = await db
    .selectFrom('sign_in_secret')
    .select('secret')
    .where('name', '=', NAME)
    .executeTakeFirstOrThrow();
  return secret;
}
