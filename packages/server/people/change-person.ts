import type { Transaction } from 'kysely';
import { endSessions, voidLink } from '../identity/sign-in/accounts.ts';
import type { Tables } from '../store/tables.ts';
import { hasAdministrator, isAdministrator, isBeyondKey } from './administrators.ts';
import {
  changingOne,
  columnsOf,
  detailsRefusal,
  type Office,
  type PeopleOutcome,
  type PeopleRefusal,
  type PersonDetails,
  type PersonRow,
  refuse,
  replaceLedTeams,
  writePersonEntry,
} from './people.ts';
import { personState } from './person-state.ts';

const DONE = { ok: true, value: undefined } as const;

/** Replaces what a person is called and may do. Holds for his sessions too. */
export async function changePerson(
  office: Office,
  personId: string,
  details: PersonDetails,
): Promise<PeopleOutcome<undefined>> {
  const { centre, principal } = office;
  return await changingOne(office, personId, async (trx, person) => {
    if (isBeyondKey(principal, details.roles)) return refuse('administrator-only');
    const refusal =
      (details.roles.includes('administrator') ? undefined : await lastRefusal(trx, person)) ??
      (await detailsRefusal(trx, centre, details));
    if (refusal !== undefined) return refuse(refusal);
    const before = await personState(trx, centre, personId);
    await update(trx, person, columnsOf(details));
    await replaceLedTeams(trx, { centre, personId }, details.ledTeamIds);
    await writePersonEntry(trx, office, { action: 'change-person', subject: personId }, before);
    return DONE;
  });
}

/** Ends all sessions of a person, and his link, and lets him in no more. */
export async function disablePerson(
  office: Office,
  personId: string,
): Promise<PeopleOutcome<undefined>> {
  if (personId === office.principal.id) return refuse('yourself');
  return await changingOne(office, personId, async (trx, person) => {
    const refusal = await lastRefusal(trx, person);
    if (refusal !== undefined) return refuse(refusal);
    if (person.disabled_at !== null) return DONE;
    const before = await personState(trx, office.centre, personId);
    await update(trx, person, { disabled_at: new Date() });
    await voidLink(trx, office.centre, personId);
    if (person.user_id !== null) await endSessions(trx, person.user_id);
    await writePersonEntry(trx, office, { action: 'disable-person', subject: personId }, before);
    return DONE;
  });
}

/** Lets a person in again. */
export async function enablePerson(
  office: Office,
  personId: string,
): Promise<PeopleOutcome<undefined>> {
  return await changingOne(office, personId, async (trx, person) => {
    if (person.disabled_at === null) return DONE;
    const before = await personState(trx, office.centre, personId);
    await update(trx, person, { disabled_at: null });
    await writePersonEntry(trx, office, { action: 'enable-person', subject: personId }, before);
    return DONE;
  });
}

async function lastRefusal(
  trx: Transaction<Tables>,
  person: PersonRow,
): Promise<PeopleRefusal | undefined> {
  const isLast =
    isAdministrator(person) && !(await hasAdministrator(trx, person.centre, person.id));
  return isLast ? 'last-administrator' : undefined;
}

async function update(
  trx: Transaction<Tables>,
  { centre, id }: PersonRow,
  values: Partial<ReturnType<typeof columnsOf>> & { readonly disabled_at?: Date | null },
): Promise<void> {
  await trx
    .updateTable('person')
    .set(values)
    .where('centre', '=', centre)
    .where('id', '=', id)
    .execute();
}
