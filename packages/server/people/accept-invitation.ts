import { tokenHash } from '../identity/secret-token.ts';
import { createAccount, passwordHash } from '../identity/sign-in/accounts.ts';
import { passwordFault } from '../identity/sign-in/password-fault.ts';
import { writeAuditEntry } from '../store/write-audit-entry.ts';
import { changingPeople, type Office, type PeopleOutcome, refuse } from './people.ts';

/** Lets the invited person sign in from now on, with this password; returns who he is, and by which address. */
export async function acceptInvitation(
  office: Omit<Office, 'principal'>,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<PeopleOutcome<{ readonly personId: string; readonly piiEmail: string }>> {
  const { db, centre } = office;
  const hash = tokenHash(token);
  const invited = await db
    .selectFrom('invitation as i')
    .innerJoin('person as p', (join) =>
      join.onRef('p.centre', '=', 'i.centre').onRef('p.id', '=', 'i.person_id'),
    )
    .select(['p.id', 'p.pii_name', 'p.pii_email'])
    .where('i.centre', '=', centre)
    .where('i.token_hash', '=', hash)
    .where('i.expires_at', '>', new Date())
    .where('p.user_id', 'is', null)
    .where('p.disabled_at', 'is', null)
    .executeTakeFirst();
  if (invited === undefined) return refuse('token-invalid');
  const { id: personId, pii_name: name, pii_email: email } = invited;
  if (passwordFault(password, { email, name }) !== undefined) return refuse('password-known');
  const passwordHashed = await passwordHash(password);
  return await changingPeople(office, async (trx) => {
    // Whoever takes the row away has it; it may have gone meanwhile.
    const taken = await trx
      .deleteFrom('invitation')
      .where('centre', '=', centre)
      .where('token_hash', '=', hash)
      .returning('person_id')
      .executeTakeFirst();
    if (taken === undefined) return refuse('token-invalid');
    const user_id = await createAccount(trx, passwordHashed);
    await trx
      .updateTable('person')
      .set({ user_id })
      .where('centre', '=', centre)
      .where('id', '=', personId)
      .execute();
    const entry = { centre, actor: personId, action: 'accept-invitation', subject: personId };
    await writeAuditEntry(trx, entry);
    return { ok: true, value: { personId, piiEmail: email } };
  });
}
