import type { Role } from '@rapport/protocol';
import { type Kysely, sql, type Transaction } from 'kysely';
import { isAgent } from '../agents/is-agent.ts';
import { foldEmail } from '../identity/fold-email.ts';
import type { Identity } from '../identity/open-identity.ts';
import type { Principal } from '../identity/principal.ts';
import { type SettingState, writeAuditEntry } from '../store/write-audit-entry.ts';
import { violatedConstraint } from '../store/unique-violation.ts';
import type { Tables } from '../store/tables.ts';
import { isBeyondKey } from './administrators.ts';
import { personState } from './person-state.ts';

/** A person as administrators edit him. */
export interface PersonDetails {
  readonly piiName: string;
  readonly piiEmail: string;
  readonly roles: readonly Role[];
  readonly agentId?: string;
  readonly ledTeamIds?: readonly string[];
}

/** Who changes people, and where. */
export interface Office {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  readonly identity: Identity;
  readonly principal: Principal;
  /** As whoever is changed must still stand (`ChangedSince`). */
  readonly onlyFrom?: string | null | undefined;
}

export type PeopleRefusal =
  | 'administrator-only'
  | 'agent-taken'
  | 'agent-unknown'
  | 'email-taken'
  | 'invitation-accepted'
  | 'invitation-open'
  | 'last-administrator'
  | 'link-replaced'
  | 'own-password'
  | 'password-known'
  | 'password-needed'
  | 'person-disabled'
  | 'person-unknown'
  | 'team-unknown'
  | 'token-invalid'
  | 'yourself';

export type PeopleOutcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: PeopleRefusal };

export const refuse = (
  code: PeopleRefusal,
): { readonly ok: false; readonly code: PeopleRefusal } => ({
  ok: false,
  code,
});

/**
 * Changes people of a centre in one transaction, one change after the other: whether somebody is the
 * last administrator is then decided once. What `work` refuses it must not have begun.
 */
export async function changingPeople<Value>(
  { db, centre, identity }: Pick<Office, 'db' | 'centre' | 'identity'>,
  work: (trx: Transaction<Tables>) => Promise<PeopleOutcome<Value>>,
): Promise<PeopleOutcome<Value>> {
  try {
    return await db.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`people of ${centre}`}, 0))`.execute(
        trx,
      );
      return await work(trx);
    });
  } catch (error) {
    const taken = violatedConstraint(error);
    if (taken === 'person_centre_pii_email_key') return refuse('email-taken');
    if (taken === 'person_agent_key') return refuse('agent-taken');
    throw error;
  } finally {
    identity.forget();
  }
}

/** One person, as he is kept. */
export async function findPerson(db: Kysely<Tables>, centre: string, personId: string) {
  return await db
    .selectFrom('person')
    .selectAll()
    .where('centre', '=', centre)
    .where('id', '=', personId)
    .executeTakeFirst();
}

export type PersonRow = NonNullable<Awaited<ReturnType<typeof findPerson>>>;

/** Why these details cannot be, as far as they name what does not exist. */
export async function detailsRefusal(
  trx: Transaction<Tables>,
  centre: string,
  { agentId, ledTeamIds = [] }: PersonDetails,
): Promise<PeopleRefusal | undefined> {
  if (agentId !== undefined && !(await isAgent(trx, centre, agentId))) return 'agent-unknown';
  if (ledTeamIds.length === 0) return undefined;
  // Shared with others who name them, and not with who deletes them.
  const teams = await trx
    .selectFrom('team')
    .select('id')
    .where('centre', '=', centre)
    .where('id', 'in', ledTeamIds)
    .orderBy('id')
    .forKeyShare()
    .execute();
  return teams.length === ledTeamIds.length ? undefined : 'team-unknown';
}

/** Changes a person who is there, and whom the caller may change (`isBeyondKey`), as `changingPeople`. */
export async function changingOne<Value>(
  office: Office,
  personId: string,
  work: (trx: Transaction<Tables>, person: PersonRow) => Promise<PeopleOutcome<Value>>,
): Promise<PeopleOutcome<Value>> {
  return await changingPeople(office, async (trx) => {
    const person = await findPerson(trx, office.centre, personId);
    if (person === undefined) return refuse('person-unknown');
    if (isBeyondKey(office.principal, person.roles)) return refuse('administrator-only');
    return await work(trx, person);
  });
}

/**
 * Notes in the audit trail what the caller did to a person; with how he stood before, if that is given,
 * and how he stands now.
 */
export async function writePersonEntry(
  trx: Transaction<Tables>,
  { centre, principal, onlyFrom }: Pick<Office, 'centre' | 'principal' | 'onlyFrom'>,
  entry: { readonly action: string; readonly subject: string },
  before?: SettingState,
): Promise<void> {
  const noted = { centre, actor: principal.id, ...entry };
  if (before === undefined) {
    await writeAuditEntry(trx, noted);
    return;
  }
  const after = await personState(trx, centre, entry.subject);
  await writeAuditEntry(trx, noted, { kind: 'person', before, after, onlyFrom });
}

/** The columns that details become. */
export function columnsOf({ piiName, piiEmail, roles, agentId }: PersonDetails) {
  return {
    pii_name: piiName,
    pii_email: foldEmail(piiEmail),
    roles: [...roles],
    agent_id: agentId ?? null,
  };
}

/** Says which teams a person leads, instead of those before. */
export async function replaceLedTeams(
  trx: Transaction<Tables>,
  { centre, personId }: { readonly centre: string; readonly personId: string },
  teamIds: readonly string[] = [],
): Promise<void> {
  await trx
    .deleteFrom('led_team')
    .where('centre', '=', centre)
    .where('person_id', '=', personId)
    .execute();
  if (teamIds.length === 0) return;
  await trx
    .insertInto('led_team')
    .values(teamIds.map((team_id) => ({ centre, person_id: personId, team_id })))
    .execute();
}
