import type { Role } from '@rapport/protocol';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { Principal } from '../identity/principal.ts';
import type { Tables } from '../store/tables.ts';

const ADMINISTRATOR: Role = 'administrator';

/** Whether a person can sign in as an administrator: not one who has yet to accept, or is disabled. */
export function isAdministrator({
  roles,
  user_id,
  disabled_at,
}: Selectable<Tables['person']>): boolean {
  return roles.includes(ADMINISTRATOR) && user_id !== null && disabled_at === null;
}

/** Whether a centre has an administrator who can sign in, other than this person. */
export async function hasAdministrator(
  db: Kysely<Tables>,
  centre: string,
  exceptId = '',
): Promise<boolean> {
  const found = await db
    .selectFrom('person')
    .select('id')
    .where('centre', '=', centre)
    .where('id', '<>', exceptId)
    .where(sql<boolean>`roles @> array[${ADMINISTRATOR}]`)
    .where('user_id', 'is not', null)
    .where('disabled_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** A key may not make, change or end administrators: it would become more than its scopes say. */
export function isBeyondKey(
  { kind }: Principal,
  ...roles: readonly (readonly string[])[]
): boolean {
  return kind === 'key' && roles.some((some) => some.includes(ADMINISTRATOR));
}
