import { type Kysely, sql, type Transaction } from 'kysely';
import { canonicalJson } from '../host/canonical-json.ts';
import type { Identity } from '../identity/open-identity.ts';
import { tokenHash, VOID } from '../identity/secret-token.ts';
import type { Tables } from '../store/tables.ts';
import type { PersonRow } from './people.ts';

/** With what somebody chooses his password, once: he is invited, or he has forgotten the one he had. */
export interface PersonalLink {
  readonly token: string;
  readonly expiresAt: number;
}

/** What asks for a link, and what makes its token. */
interface Asked {
  readonly commandId: string;
  readonly identity: Pick<Identity, 'invitationToken'>;
}

/** Makes a person's link; the one before is void. */
export async function writeLink(
  trx: Transaction<Tables>,
  { centre, id: personId }: PersonRow,
  { commandId, identity, validMs }: Asked & { readonly validMs: number },
): Promise<PersonalLink> {
  const expiresAt = Date.now() + validMs;
  const token = tokenOf(identity, { personId, commandId, expiresAt });
  await keepToken(trx, { centre, personId, token, expiresAt, commandId });
  return { token, expiresAt };
}

/** Keeps of a token what recognises it; the one before is void. */
export async function keepToken(
  db: Kysely<Tables>,
  {
    centre,
    personId: person_id,
    token,
    expiresAt,
    commandId,
  }: PersonalLink & {
    readonly centre: string;
    readonly personId: string;
    readonly commandId: string;
  },
): Promise<void> {
  const kept = {
    token_hash: tokenHash(token),
    expires_at: new Date(expiresAt),
    command_id: commandId,
  };
  const replaced = sql<readonly string[]>`(
    array_append(invitation.replaced_command_ids, invitation.command_id))[
      greatest(1, cardinality(invitation.replaced_command_ids) + 2 - ${REPLACED_MAX}::integer):]`;
  await db
    .insertInto('invitation')
    .values({ centre, person_id, ...kept })
    .onConflict((conflict) =>
      conflict
        .columns(['centre', 'person_id'])
        .doUpdateSet({ ...kept, replaced_command_ids: replaced }),
    )
    .execute();
}

/** So many commands are remembered whose links were replaced; none comes again after that many others. */
const REPLACED_MAX = 50;

/** Whether this command has made a link that another took the place of. */
export async function isReplaced(
  trx: Transaction<Tables>,
  { centre, id: personId }: PersonRow,
  commandId: string,
): Promise<boolean> {
  const row = await trx
    .selectFrom('invitation')
    .select('person_id')
    .where('centre', '=', centre)
    .where('person_id', '=', personId)
    .where(sql<boolean>`${commandId} = any(replaced_command_ids)`)
    .executeTakeFirst();
  return row !== undefined;
}

/** The link that this command has made, while it holds. */
export async function linkAskedBefore(
  trx: Transaction<Tables>,
  person: PersonRow,
  asked: Asked,
): Promise<PersonalLink | undefined> {
  const made = await linkMadeBefore(trx, person, asked);
  return made?.holds === true ? made.link : undefined;
}

/** The link that this command has made, and whether it still holds, unless another took its place. */
export async function linkMadeBefore(
  trx: Transaction<Tables>,
  { centre, id: personId }: PersonRow,
  { commandId, identity }: Asked,
): Promise<{ readonly link: PersonalLink; readonly holds: boolean } | undefined> {
  const kept = await trx
    .selectFrom('invitation')
    .select(['expires_at', 'token_hash'])
    .where('centre', '=', centre)
    .where('person_id', '=', personId)
    .where('command_id', '=', commandId)
    .executeTakeFirst();
  if (kept === undefined) return undefined;
  const expiresAt = kept.expires_at.getTime();
  const token = tokenOf(identity, { personId, commandId, expiresAt });
  const hash = tokenHash(token);
  const isVoid = kept.token_hash === `${VOID}${hash}`;
  // Made with a secret key that was given up since, it cannot be shown again.
  if (!isVoid && kept.token_hash !== hash) return undefined;
  return { link: { token, expiresAt }, holds: !isVoid && expiresAt > Date.now() };
}

/** Of the moment too: a command that comes again after its invitation was replaced opens nothing. */
function tokenOf(
  identity: Pick<Identity, 'invitationToken'>,
  invitation: { personId: string; commandId: string; expiresAt: number },
): string {
  return identity.invitationToken(canonicalJson(invitation));
}
