import type { Kysely } from 'kysely';
import { foldEmail } from '../identity/fold-email.ts';
import { endSecondFactor, hasSecondFactor } from '../identity/sign-in/accounts.ts';
import { writeAuditEntry } from '../store/write-audit-entry.ts';
import type { Tables } from '../store/tables.ts';
import { COMMAND_LINE } from '../identity/principal.ts';
import { isBeyondKey } from './administrators.ts';
import { changingPeople, findPerson, type Office, type PeopleOutcome, refuse } from './people.ts';

/**
 * Ends somebody's second factor, who has lost it, and all his sessions: he signs in with his password
 * alone, and begins another one. Where he has none, nothing is done. Nobody ends his own like this:
 * that takes his password.
 */
export async function endLostSecondFactor(
  office: Office,
  personId: string,
): Promise<PeopleOutcome<undefined>> {
  const { centre, principal } = office;
  return await changingPeople(office, async (trx) => {
    const person = await findPerson(trx, centre, personId);
    if (person === undefined) return refuse('person-unknown');
    if (person.id === principal.id) return refuse('password-needed');
    if (isBeyondKey(principal, person.roles)) return refuse('administrator-only');
    const { user_id: userId } = person;
    if (userId !== null && (await hasSecondFactor(trx, userId))) {
      await endSecondFactor(trx, userId);
      const entry = { centre, actor: principal.id, action: 'end-second-factor', subject: personId };
      await writeAuditEntry(trx, entry);
    }
    return { ok: true, value: undefined };
  });
}

/**
 * The same for whoever has this address, by whoever may start programs where the centre runs: the last
 * administrator has nobody else to ask. Returns whether he had one.
 */
export async function endSecondFactorOf(
  db: Kysely<Tables>,
  centre: string,
  email: string,
): Promise<boolean> {
  return await db.transaction().execute(async (trx) => {
    const person = await trx
      .selectFrom('person')
      .select(['id', 'user_id'])
      .where('centre', '=', centre)
      .where('pii_email', '=', foldEmail(email))
      .executeTakeFirst();
    const userId = person?.user_id ?? null;
    if (person === undefined || userId === null) return false;
    if (!(await hasSecondFactor(trx, userId))) return false;
    await endSecondFactor(trx, userId);
    const entry = { centre, actor: COMMAND_LINE, action: 'end-second-factor', subject: person.id };
    await writeAuditEntry(trx, entry);
    return true;
  });
}
