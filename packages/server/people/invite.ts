import { CommandIdReused } from '../host/host-faults.ts';
import { createdId } from '../identity/mint-id.ts';
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
import { linkAskedBefore, type PersonalLink, writeLink } from './personal-link.ts';

const VALID_MS = 7 * 24 * 60 * 60 * 1_000;

interface Invited {
  readonly personId: string;
  readonly invitation?: PersonalLink;
}

/**
 * Invites a person. Asked again by the same command, it is the same person, with the same invitation
 * as long as that holds.
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
  const request_hash = identity.requestHash(details);
  return await changingPeople<Invited>(office, async (trx) => {
    const earlier = await findPerson(trx, centre, personId);
    if (earlier !== undefined) {
      if (earlier.request_hash !== request_hash) throw new CommandIdReused(commandId);
      const invitation = await linkAskedBefore(trx, earlier, { commandId, identity });
      return { ok: true, value: { personId, ...(invitation && { invitation }) } };
    }
    const refusal = await detailsRefusal(trx, centre, details);
    if (refusal !== undefined) return refuse(refusal);
    const person = await trx
      .insertInto('person')
      .values({ centre, id: personId, user_id: null, ...columnsOf(details), request_hash })
      .returningAll()
      .executeTakeFirstOrThrow();
    await replaceLedTeams(trx, { centre, personId }, details.ledTeamIds);
    const invitation = await writeLink(trx, person, { commandId, identity, validMs: VALID_MS });
    await writePersonEntry(trx, office, { action: 'invite-person', subject: personId }, null);
    return { ok: true, value: { personId, invitation } };
  });
}

/**
 * Makes a new invitation for somebody who has not accepted; the one before is void. Asked again by the
 * same command, it is the same one, unless another has taken its place.
 */
export async function renewInvitation(
  office: Office,
  commandId: string,
  personId: string,
): Promise<PeopleOutcome<PersonalLink>> {
  const { identity } = office;
  return await changingOne(office, personId, async (trx, person) => {
    if (person.user_id !== null) return refuse('invitation-accepted');
    if (person.disabled_at !== null) return refuse('person-disabled');
    const earlier = await linkAskedBefore(trx, person, { commandId, identity });
    if (earlier !== undefined) return { ok: true, value: earlier };
    const invitation = await writeLink(trx, person, { commandId, identity, validMs: VALID_MS });
    await writePersonEntry(trx, office, { action: 'renew-invitation', subject: personId });
    return { ok: true, value: invitation };
  });
}
