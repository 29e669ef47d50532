import type { Transaction } from 'kysely';
import { CommandIdReused } from '../host/host-faults.ts';
import { canonicalJson } from '../host/canonical-json.ts';
import { createdId } from '../identity/mint-id.ts';
import type { Identity } from '../identity/open-identity.ts';
import { tokenHash } from '../identity/secret-token.ts';
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
  type PersonRow,
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
      const invitation = await askedBefore(trx, earlier, { commandId, identity });
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
    const invitation = await writeInvitation(trx, person, { commandId, identity });
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
): Promise<PeopleOutcome<Invitation>> {
  const { identity } = office;
  return await changingOne(office, personId, async (trx, person) => {
    if (person.user_id !== null) return refuse('invitation-accepted');
    if (person.disabled_at !== null) return refuse('person-disabled');
    const earlier = await askedBefore(trx, person, { commandId, identity });
    if (earlier !== undefined) return { ok: true, value: earlier };
    const invitation = await writeInvitation(trx, person, { commandId, identity });
    await writePersonEntry(trx, office, { action: 'renew-invitation', subject: personId });
    return { ok: true, value: invitation };
  });
}

/** What asks for an invitation, and what makes its token. */
interface Asked {
  readonly commandId: string;
  readonly identity: Pick<Identity, 'invitationToken'>;
}

async function writeInvitation(
  trx: Transaction<Tables>,
  { centre, id: person_id }: PersonRow,
  { commandId, identity }: Asked,
): Promise<Invitation> {
  const expiresAt = Date.now() + VALID_MS;
  const token = tokenOf(identity, { personId: person_id, commandId, expiresAt });
  const invitation = {
    token_hash: tokenHash(token),
    expires_at: new Date(expiresAt),
    command_id: commandId,
  };
  await trx
    .insertInto('invitation')
    .values({ centre, person_id, ...invitation })
    .onConflict((conflict) => conflict.columns(['centre', 'person_id']).doUpdateSet(invitation))
    .execute();
  return { token, expiresAt };
}

/** The invitation that this command has made, while it holds. */
async function askedBefore(
  trx: Transaction<Tables>,
  { centre, id: personId }: PersonRow,
  { commandId, identity }: Asked,
): Promise<Invitation | undefined> {
  const kept = await trx
    .selectFrom('invitation')
    .select(['expires_at', 'token_hash'])
    .where('centre', '=', centre)
    .where('person_id', '=', personId)
    .where('command_id', '=', commandId)
    .where('expires_at', '>', new Date())
    .executeTakeFirst();
  if (kept === undefined) return undefined;
  const expiresAt = kept.expires_at.getTime();
  const token = tokenOf(identity, { personId, commandId, expiresAt });
  // Made with a secret key that was given up since, it cannot be shown again.
  return tokenHash(token) === kept.token_hash ? { token, expiresAt } : undefined;
}

/** Of the moment too: a command that comes again after its invitation was replaced opens nothing. */
function tokenOf(
  identity: Pick<Identity, 'invitationToken'>,
  invitation: { personId: string; commandId: string; expiresAt: number },
): string {
  return identity.invitationToken(canonicalJson(invitation));
}
