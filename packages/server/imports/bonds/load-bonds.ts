import { asId, type Command } from '@rapport/core';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../store/tables.ts';

/** Who knows a customer, as it was declared. */
export interface Bond {
  readonly ownerId: string | null;
  readonly deputyIds: readonly string[];
}

/** The declared bonds of customers; nobody's is absent. */
export async function loadBonds(
  db: Kysely<Tables>,
  centre: string,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, Bond>> {
  const { rows } = await sql<{ id: string; ownerId: string | null; deputyIds: string }>`
    select id, owner_id as "ownerId", deputy_ids as "deputyIds" from view_bond
    where centre = ${centre} and id = any(${customerIds})`.execute(db);
  return new Map(
    rows.map(({ id, ownerId, deputyIds }) => [
      id,
      { ownerId, deputyIds: JSON.parse(deputyIds) as readonly string[] },
    ]),
  );
}

/** What makes a bond this. */
export function changeBond(customerId: string, { ownerId, deputyIds }: Bond): Command {
  return {
    type: 'change-bond',
    customerId: asId<'customer'>(customerId),
    ...(ownerId !== null && { ownerId: asId<'agent'>(ownerId) }),
    deputyIds: deputyIds.map((id) => asId<'agent'>(id)),
  };
}
