import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { identityFinder } from './identity-finder.ts';
import type { KnownBy } from './normalise-identity.ts';

/** Whom an identity leads to; a new one is not kept yet. */
export interface FoundCustomer {
  readonly customerId: string;
  readonly isNew: boolean;
}

/** Customers whom nobody knew a moment ago, while they are being made. */
export interface Newcomers {
  /**
   * Returns what `use` makes of the customer whom the identity leads to, or of a new one, whose id
   * will be `newId`. Whoever comes with the same identity before that is done gets the same customer,
   * so that somebody who writes twice at once is made once.
   */
  readonly find: <Outcome>(
    identity: KnownBy,
    newId: string,
    use: (found: FoundCustomer) => Promise<Outcome>,
  ) => Promise<Outcome>;
}

export function newcomers(db: Kysely<Tables>, centre: string): Newcomers {
  const findIdentity = identityFinder(db, centre);
  const underway = new Map<string, { readonly found: Promise<FoundCustomer>; users: number }>();

  const findOrName = async (identity: KnownBy, newId: string): Promise<FoundCustomer> => {
    const customerId = await findIdentity(identity);
    return { customerId: customerId ?? newId, isNew: customerId === undefined };
  };

  return {
    async find(identity, newId, use) {
      const key = `${identity.kind}:${identity.piiValue}`;
      const entry = underway.get(key) ?? { found: findOrName(identity, newId), users: 0 };
      underway.set(key, entry);
      entry.users++;
      try {
        return await use(await entry.found);
      } finally {
        if (--entry.users === 0) underway.delete(key);
      }
    },
  };
}
