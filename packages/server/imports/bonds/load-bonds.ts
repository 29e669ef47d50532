import { asId, type Channel, type Command } from '@rapport/core';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../store/tables.ts';
import type { SaidOfBond } from '../../views/bond-view.ts';

/** For what a bond is declared: in general, or for a topic or a channel; for good, or for a while. */
export interface BondScope {
  readonly topic: string | null;
  readonly channel: Channel | null;
  readonly isForWhile: boolean;
}

/** Who knows a customer, as it was declared for one scope. */
export interface Bond {
  readonly ownerId: string | null;
  readonly deputyIds: readonly string[];
  readonly origin: 'declared' | 'customer-asked';
  readonly untilAt: number | null;
}

/** A customer, and for what. */
export interface BondOf extends BondScope {
  readonly customerId: string;
}

export const NO_BOND: Bond = { ownerId: null, deputyIds: [], origin: 'declared', untilAt: null };

/** All that is declared of a customer. */
export type DeclaredBonds = (scope: BondScope) => Bond;

/** What is declared of customers; of whom nothing is, is absent. */
export async function loadBonds(
  db: Kysely<Tables>,
  centre: string,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, DeclaredBonds>> {
  const { rows } = await sql<{
    id: string;
    ownerId: string | null;
    deputyIds: string;
    said: string;
  }>`
    select id, owner_id as "ownerId", deputy_ids as "deputyIds", said from view_bond
    where centre = ${centre} and id = any(${customerIds})`.execute(db);
  return new Map(
    rows.map(({ id, ownerId, deputyIds, said: text }) => {
      const said = JSON.parse(text) as SaidOfBond;
      const general: Bond = {
        ...{ ownerId, deputyIds: JSON.parse(deputyIds) as readonly string[], untilAt: null },
        origin: said.origin ?? 'declared',
      };
      return [id, (scope) => declaredFor(scope, said, general)];
    }),
  );
}

function declaredFor(
  { topic, channel, isForWhile }: BondScope,
  { declarations }: SaidOfBond,
  general: Bond,
): Bond {
  if (topic === null && channel === null && !isForWhile) return general;
  const found = declarations.find(
    (each) =>
      (each.topic ?? null) === topic &&
      (each.channel ?? null) === channel &&
      (each.untilAt !== undefined) === isForWhile,
  );
  // What has ended stays there until the next change.
  if (found === undefined || (found.untilAt ?? Infinity) <= Date.now()) return NO_BOND;
  const { ownerId, deputyIds, origin, untilAt } = found;
  return {
    ...{ ownerId: ownerId ?? null, deputyIds, untilAt: untilAt ?? null },
    origin: origin ?? 'declared',
  };
}

/** What makes a bond this. */
export function changeBond({ customerId, topic, channel }: BondOf, bond: Bond): Command {
  const { ownerId, deputyIds, origin, untilAt } = bond;
  return {
    type: 'change-bond',
    customerId: asId<'customer'>(customerId),
    ...(topic !== null && { topic }),
    ...(channel !== null && { channel }),
    ...(ownerId !== null && { ownerId: asId<'agent'>(ownerId) }),
    deputyIds: deputyIds.map((id) => asId<'agent'>(id)),
    ...(untilAt !== null && { untilAt }),
    ...(origin !== 'declared' && { origin }),
  };
}

/** What an import remembers of whom a bond is: the customer alone where it is in general and for good. */
export function subjectOf({ customerId, topic, channel, isForWhile }: BondOf): string {
  const scope = [
    ...(topic === null ? [] : [`topic=${topic}`]),
    ...(channel === null ? [] : [`channel=${channel}`]),
    ...(isForWhile ? ['for a while'] : []),
  ];
  return [customerId, ...scope].join(' ');
}
