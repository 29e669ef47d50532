import type { Kysely } from 'kysely';
import { foldEmail } from '../identity/fold-email.ts';
import { mintUuid } from '../identity/mint-id.ts';
import { COMMAND_LINE } from '../identity/principal.ts';
import { mintToken } from '../identity/secret-token.ts';
import type { Tables } from '../store/tables.ts';
import { writeAuditEntry } from '../store/write-audit-entry.ts';
import {
  changingOne,
  type Office,
  type PeopleOutcome,
  refuse,
  writePersonEntry,
} from './people.ts';
import {
  isReplaced,
  keepToken,
  linkMadeBefore,
  type PersonalLink,
  writeLink,
} from './personal-link.ts';

const VALID_MS = 24 * 60 * 60 * 1_000;
const ACTION = 'start-password-reset';

/**
 * Makes a link with which somebody who has forgotten his password chooses another one; until he does,
 * nothing else changes. The link before is void. Asked again by the same command, it is the same one, also once it was used.
 * Nobody makes one for himself: whoever sits at his screen would need no password to keep it.
 */
export async function startPasswordReset(
  office: Office,
  commandId: string,
  personId: string,
): Promise<PeopleOutcome<PersonalLink>> {
  const { identity, principal } = office;
  return await changingOne(office, personId, async (trx, person) => {
    if (person.id === principal.id) return refuse('own-password');
    if (person.user_id === null) return refuse('invitation-open');
    if (person.disabled_at !== null) return refuse('person-disabled');
    const earlier = await linkMadeBefore(trx, person, { commandId, identity });
    // Whether it was used or not: nobody who asks again means another one.
    if (earlier !== undefined) return { ok: true, value: earlier.link };
    // What comes again late must not void the link that somebody may be about to use.
    if (await isReplaced(trx, person, commandId)) return refuse('link-replaced');
    const link = await writeLink(trx, person, { commandId, identity, validMs: VALID_MS });
    await writePersonEntry(trx, office, { action: ACTION, subject: personId });
    return { ok: true, value: link };
  });
}

/**
 * The same for whoever has this address, by whoever may start programs where the centre runs: the last
 * administrator has nobody else to ask. Undefined where nobody who signs in has it.
 */
export async function startPasswordResetOf(
  db: Kysely<Tables>,
  centre: string,
  email: string,
): Promise<PersonalLink | undefined> {
  return await db.transaction().execute(async (trx) => {
    const person = await trx
      .selectFrom('person')
      .select('id')
      .where('centre', '=', centre)
      .where('pii_email', '=', foldEmail(email))
      .where('user_id', 'is not', null)
      .where('disabled_at', 'is', null)
      .executeTakeFirst();
    if (person === undefined) return undefined;
    const link = { token: mintToken(), expiresAt: Date.now() + VALID_MS };
    const of = { centre, personId: person.id, commandId: mintUuid() };
    await keepToken(trx, { ...of, ...link });
    const entry = { centre, actor: COMMAND_LINE, action: ACTION, subject: person.id };
    await writeAuditEntry(trx, entry);
    return link;
  });
}
