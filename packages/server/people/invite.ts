import type { Transaction } from 'kysely';
import { CommandIdReused } from '../host/host-faults.ts';
import { createdId } from '../identity/mint-id.ts';
import { requestHash } from '../identity/request-hash.ts';
import { mintToken, tokenHash } from '../identity/secret-token.ts';
import type { Tables } from '../store/tables.ts';
import { isBeyondKey } from './administrators.ts';
import {
  changingOne,
  changingPeople,
  columnsOf,
  detailsRefusal,
  findPerson,
  type Office,
  type PeopleOutcome,
  type PersonDetails,
  refuse,
  replaceLedTeams,
  writePersonEntry,
} from './people.ts';

const VALID_MS = 7 * 24 * 60 * 60 * 1_000;

/** What somebody accepts an invitation with. */
export interface Invitation {
  readonly token: string;
  readonly expiresAt: number;
}

interface Invited {
  readonly personId: string;
  readonly invitation?: Invitation;
}

/**
 * Invites a person. Asked again by the same command, it is the same person, and no new invitation: the
 * one that there is may be on its way.
 *
 * @throws {CommandIdReused} the command asked for something else before.
 */
export async function invitePerson(
  office: Office,
  commandId: string,
  details: PersonDetails,
): Promise<PeopleOutcome<Invited>> {
  const { centre, identity, principal } = office;
  if (isBeyondKey(principal, details.roles)) return refuse('administrator-only');
  const personId = createdId('person', commandId);
  const request_hash = requestHash(identity.secret, details);
  return await changingPeople<Invited>(office, async (trx) => {
    const earlier = await findPerson(trx, centre, personId);
    if (earlier !== undefined) {
      if (earlier.request_hash !== request_hash) throw new CommandIdReused(commandId);
      return { ok: true, value: { personId } };
    }
    const refusal = await detailsRefusal(trx, centre, details);
    if (refusal !== undefined) return refuse(refusal);
    await trx
      .insertInto('person')
      .values({ centre, id: personId, user_id: null, ...columnsOf(details), request_hash })
      .execute();
    await replaceLedTeams(trx, { centre, personId }, details.ledTeamIds);
    const invitation = await writeInvitation(trx, centre, personId);
    await writePersonEntry(trx, office, { action: 'invite-person', subject: personId });
    return { ok: true, value: { personId, invitation } };
  });
}

/** Makes a new invitation for somebody who has not accepted; the one before is void. */
export async function renewInvitation(
  office: Office,
  personId: string,
): Promise<PeopleOutcome<Invitation>> {
  return await changingOne(office, personId, async (trx, person) => {
    if (person.user_id !== null) return refuse('invitation-accepted');
    if (person.disabled_at !== null) return refuse('person-disabled');
    const invitation = await writeInvitation(trx, office.centre, personId);
    await writePersonEntry(trx, office, { action: 'renew-invitation', subject: personId });
    return { ok: true, value: invitation };
  });
}

async function writeInvitation(
  trx: Transaction<Tables>,
  centre: string,
  personId: string,
): Promise<Invitation> {
  const token = mintToken();
  const expiresAt = Date.now() + VALID_MS;
  const invitation = { token_hash: tokenHash(token), expires_at: new Date(expiresAt) };
  await trx
    .insertInto('invitation')
    .values({ centre, person_id: personId, ...invitation })
    .onConflict((conflict) => conflict.columns(['centre', 'person_id']).doUpdateSet(invitation))
    .execute();
  return { token, expiresAt };
}
