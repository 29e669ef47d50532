import type { Transaction } from 'kysely';
import { tokenHash, VOID } from '../identity/secret-token.ts';
import {
  createAccount,
  endSessions,
  passwordHash,
  replacePassword,
} from '../identity/sign-in/accounts.ts';
import { passwordFault } from '../identity/sign-in/password-fault.ts';
import { accountSubject } from '../identity/sign-in/sign-in.ts';
import type { Tables } from '../store/tables.ts';
import { writeAuditEntry } from '../store/write-audit-entry.ts';
import { changingPeople, type Office, type PeopleOutcome, refuse } from './people.ts';

type Place = Omit<Office, 'principal'>;

/** What somebody shows who has a link, and the password that he wants. */
interface Choice {
  readonly token: string;
  readonly password: string;
}

/** Who has chosen, and by which address he signs in. */
type Chosen = PeopleOutcome<{ readonly personId: string; readonly piiEmail: string }>;

/** Lets the invited person sign in from now on, with this password. */
export async function acceptInvitation(place: Place, choice: Choice): Promise<Chosen> {
  const { centre } = place;
  return await choosePassword(place, choice, {
    action: 'accept-invitation',
    isMember: false,
    keep: async (trx, { personId, hash }) => {
      const user_id = await createAccount(trx, hash);
      await trx
        .updateTable('person')
        .set({ user_id })
        .where('centre', '=', centre)
        .where('id', '=', personId)
        .execute();
    },
  });
}

/**
 * Gives somebody who had forgotten his password this one, and ends all his sessions; his second factor
 * stays. What he has tried in vain before is forgiven.
 */
export async function resetPassword(
  place: Place,
  { address, ...choice }: Choice & { readonly address: string },
): Promise<Chosen> {
  const chosen = await choosePassword(place, choice, {
    action: 'reset-password',
    isMember: true,
    keep: async (trx, { userId, hash }) => {
      await replacePassword(trx, userId, hash);
      await endSessions(trx, userId);
    },
  });
  if (chosen.ok) {
    const subject = accountSubject(chosen.value.piiEmail);
    await place.identity.throttle.forgive({ subject, address });
  }
  return chosen;
}

/** Takes a link that is for somebody who has an account, or who has none yet, and keeps his password. */
async function choosePassword(
  place: Place,
  { token, password }: Choice,
  {
    action,
    isMember,
    keep,
  }: {
    readonly action: string;
    readonly isMember: boolean;
    readonly keep: (
      trx: Transaction<Tables>,
      chosen: { readonly personId: string; readonly userId: string; readonly hash: string },
    ) => Promise<void>;
  },
): Promise<Chosen> {
  const { db, centre } = place;
  const token_hash = tokenHash(token);
  const person = await db
    .selectFrom('invitation as i')
    .innerJoin('person as p', (join) =>
      join.onRef('p.centre', '=', 'i.centre').onRef('p.id', '=', 'i.person_id'),
    )
    .select(['p.id', 'p.user_id', 'p.pii_name', 'p.pii_email'])
    .where('i.centre', '=', centre)
    .where('i.token_hash', '=', token_hash)
    .where('i.expires_at', '>', new Date())
    .where('p.user_id', isMember ? 'is not' : 'is', null)
    .where('p.disabled_at', 'is', null)
    .executeTakeFirst();
  if (person === undefined) return refuse('token-invalid');
  const { id: personId, pii_name: name, pii_email: email } = person;
  if (passwordFault(password, { email, name }) !== undefined) return refuse('password-known');
  const hash = await passwordHash(password);
  return await changingPeople(place, async (trx) => {
    // Whoever makes it void has it; it may have been void or replaced meanwhile.
    const taken = await trx
      .updateTable('invitation')
      .set({ token_hash: `${VOID}${token_hash}` })
      .where('centre', '=', centre)
      .where('token_hash', '=', token_hash)
      .returning('person_id')
      .executeTakeFirst();
    if (taken === undefined) return refuse('token-invalid');
    await keep(trx, { personId, userId: person.user_id ?? '', hash });
    await writeAuditEntry(trx, { centre, actor: personId, action, subject: personId });
    return { ok: true, value: { personId, piiEmail: email } };
  });
}
