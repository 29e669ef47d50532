import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { findByIdentities } from './find-customer.ts';
import type { KnownBy } from './normalise-identity.ts';

/** The id of the customer whom an identity leads to, or undefined when nobody has it. */
export type FindIdentity = (identity: KnownBy) => Promise<string | undefined>;

interface Asked extends PromiseWithResolvers<string | undefined> {
  readonly identity: KnownBy;
}

const LOOKED_UP_MAX = 1_000;

/**
 * Finds customers by their identities for many who ask at once: all who ask while one query is on its
 * way share the next.
 */
export function identityFinder(db: Kysely<Tables>, centre: string): FindIdentity {
  let waiting: Asked[] = [];
  let isLooking = false;

  const look = async (): Promise<void> => {
    isLooking = true;
    while (waiting.length > 0) {
      const asked = waiting.slice(0, LOOKED_UP_MAX);
      waiting = waiting.slice(LOOKED_UP_MAX);
      try {
        const identities = asked.map(({ identity }) => identity);
        const rows = await findByIdentities(db, centre, identities);
        const found = new Map(rows.map((row) => [keyOf(row), row.customerId]));
        for (const { identity, resolve } of asked) resolve(found.get(keyOf(identity)));
      } catch (error) {
        for (const { reject } of asked) reject(error);
      }
    }
    isLooking = false;
  };

  return (identity) => {
    const asked = { identity, ...Promise.withResolvers<string | undefined>() };
    waiting.push(asked);
    // One turn later, so that those who ask together are looked up together.
    if (!isLooking && waiting.length === 1) queueMicrotask(() => void look());
    return asked.promise;
  };
}

function keyOf({ kind, piiValue }: KnownBy): string {
  return `${kind}:${piiValue}`;
}
