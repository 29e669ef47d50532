import type { Kysely, Transaction } from 'kysely';
import { mintUuid } from '../identity/mint-id.ts';
import { mintToken, tokenHash } from '../identity/secret-token.ts';
import { createAccount, passwordHash } from '../identity/sign-in/accounts.ts';
import { passwordFault } from '../identity/sign-in/password-fault.ts';
import { writeAuditEntry } from '../store/write-audit-entry.ts';
import type { Tables } from '../store/tables.ts';
import { hasAdministrator } from './administrators.ts';
import { changingPeople, columnsOf, type Office, type PeopleOutcome, refuse } from './people.ts';

type Place = Omit<Office, 'principal'>;

interface FirstAdministrator {
  readonly piiName: string;
  readonly piiEmail: string;
  readonly password: string;
}

/**
 * Makes a new link for the first administrator, and voids the one before; undefined where there is an
 * administrator. Whoever has the token may become one: show it to whoever starts the centre alone.
 */
export async function makeSetUpToken(
  db: Kysely<Tables>,
  centre: string,
): Promise<string | undefined> {
  if (await hasAdministrator(db, centre)) return undefined;
  const token = mintToken();
  const token_hash = tokenHash(token);
  await db
    .insertInto('set_up_link')
    .values({ centre, token_hash })
    .onConflict((conflict) => conflict.column('centre').doUpdateSet({ token_hash }))
    .execute();
  return token;
}

/** Makes the first administrator, once, for whoever has the token. */
export async function setUp(
  place: Place,
  { token, ...administrator }: FirstAdministrator & { readonly token: string },
): Promise<PeopleOutcome<{ readonly personId: string }>> {
  const { db, centre } = place;
  const token_hash = tokenHash(token);
  const link = await db
    .selectFrom('set_up_link')
    .select('centre')
    .where('centre', '=', centre)
    .where('token_hash', '=', token_hash)
    .executeTakeFirst();
  if (link === undefined) return refuse('token-invalid');
  return await makeAdministrator(place, administrator, async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom('set_up_link')
      .where('centre', '=', centre)
      .where('token_hash', '=', token_hash)
      .executeTakeFirst();
    return numDeletedRows > 0n;
  });
}

/** Makes the first administrator that the settings name; nothing where there is one already. */
export async function ensureAdministrator(
  place: Place,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<void> {
  if (await hasAdministrator(place.db, place.centre)) return;
  const administrator = { piiName: 'Administrator', piiEmail: email, password };
  const made = await makeAdministrator(place, administrator, () => Promise.resolve(true));
  // Another process may have been quicker.
  if (!made.ok && made.code !== 'token-invalid') {
    throw new FirstAdministratorRefused(made.code);
  }
}

/** The administrator that the settings name cannot be made. Not retryable as it is. */
class FirstAdministratorRefused extends Error {
  override readonly name = 'FirstAdministratorRefused';
  readonly code = 'first-administrator-refused';
  readonly retryable = false;

  constructor(code: string) {
    super(
      code === 'email-taken'
        ? 'somebody who is no administrator has the address in RAPPORT_ADMIN_EMAIL; choose another one'
        : 'RAPPORT_ADMIN_PASSWORD is the address or the name; choose another one',
    );
  }
}

async function makeAdministrator(
  place: Place,
  { piiName, piiEmail, password }: FirstAdministrator,
  isEntitled: (trx: Transaction<Tables>) => Promise<boolean>,
): Promise<PeopleOutcome<{ readonly personId: string }>> {
  if (passwordFault(password, { email: piiEmail, name: piiName }) !== undefined) {
    return refuse('password-known');
  }
  const { centre } = place;
  const hash = await passwordHash(password);
  return await changingPeople(place, async (trx) => {
    if (await hasAdministrator(trx, centre)) return refuse('token-invalid');
    if (!(await isEntitled(trx))) return refuse('token-invalid');
    const personId = `person_${mintUuid()}`;
    const user_id = await createAccount(trx, hash);
    const columns = columnsOf({ piiName, piiEmail, roles: ['administrator'] });
    await trx
      .insertInto('person')
      .values({ centre, id: personId, user_id, ...columns })
      .execute();
    await writeAuditEntry(trx, { centre, actor: personId, action: 'set-up', subject: personId });
    return { ok: true, value: { personId } };
  });
}
