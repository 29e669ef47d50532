import type { Kysely, Transaction } from 'kysely';
import { COMMAND_LINE } from '../identity/principal.ts';
import { endSecondFactor, withSecondFactor } from '../identity/sign-in/accounts.ts';
import { writeAuditEntry } from '../store/write-audit-entry.ts';
import type { Tables } from '../store/tables.ts';
import { keyFor } from './secret-key.ts';

/** Whose key it is. */
interface Owner {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  readonly key: Buffer;
}

/**
 * Makes sure that a centre's secrets were sealed with this key; a centre that has none takes it for
 * its own. Otherwise what it seals from now on would be lost with the next restart that finds the
 * right key, and nobody with a second factor could sign in.
 *
 * @throws {SecretKeyWrong} they were sealed with another one.
 */
export async function requireOwnKey({ db, centre, key }: Owner): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const known = await trx
      .selectFrom('secret_key_check')
      .select('check_value')
      .where('centre', '=', centre)
      .executeTakeFirst();
    if (known?.check_value === checkValue(key)) return;
    if (known !== undefined && (await hasSealed(trx, centre))) throw new SecretKeyWrong(centre);
    await keep(trx, centre, key);
  });
}

/**
 * Takes this key for the centre's own, although secrets were sealed with another that is lost or was
 * given up. Second factors end with it, and the sessions of whoever had one; webhooks' secrets are
 * unreadable until each gets a new one. Returns how many second factors ended.
 */
export async function adoptKey({ db, centre, key }: Owner): Promise<number> {
  return await db.transaction().execute(async (trx) => {
    const userIds = await withSecondFactor(trx, centre);
    for (const userId of userIds) await endSecondFactor(trx, userId);
    await keep(trx, centre, key);
    await writeAuditEntry(trx, {
      centre,
      actor: COMMAND_LINE,
      action: 'adopt-key',
      subject: centre,
    });
    return userIds.length;
  });
}

/** The secret key is not the one that sealed the centre's secrets. Not retryable as it is. */
export class SecretKeyWrong extends Error {
  override readonly name = 'SecretKeyWrong';
  readonly code = 'secret-key-wrong';
  readonly retryable = false;

  constructor(centre: string) {
    super(
      `the secrets of ${centre} were sealed with another key: bring back the secret.key of its data ` +
        'folder, or RAPPORT_SECRET_KEY; where it is lost, run: rapport adopt-key',
    );
  }
}

/** By which a key is recognised; nothing can be opened with it. */
function checkValue(key: Buffer): string {
  return keyFor('check', key).toString('base64url');
}

async function keep(trx: Transaction<Tables>, centre: string, key: Buffer): Promise<void> {
  const check_value = checkValue(key);
  await trx
    .insertInto('secret_key_check')
    .values({ centre, check_value })
    .onConflict((conflict) => conflict.column('centre').doUpdateSet({ check_value }))
    .execute();
}

/** Whether anything in the database can only be opened with the key. */
async function hasSealed(trx: Transaction<Tables>, centre: string): Promise<boolean> {
  const webhook = await trx
    .selectFrom('webhook')
    .select('id')
    .where('centre', '=', centre)
    .limit(1)
    .executeTakeFirst();
  return webhook !== undefined || (await withSecondFactor(trx, centre)).length > 0;
}
