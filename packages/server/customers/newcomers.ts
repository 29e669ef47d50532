/** Whom an identity leads to; a new one is not kept yet. */
export interface FoundCustomer {
  readonly customerId: string;
  readonly isNew: boolean;
}

/** Customers whom nobody knew a moment ago, while they are being made. */
export interface Newcomers {
  /**
   * Returns what `use` makes of the customer whom `find` names. Whoever asks for the same identity
   * before that is done gets the same customer, so that somebody who writes twice at once is made once.
   */
  readonly shared: <Outcome>(
    identity: string,
    find: () => Promise<FoundCustomer>,
    use: (found: FoundCustomer) => Promise<Outcome>,
  ) => Promise<Outcome>;
}

export function newcomers(): Newcomers {
  const underway = new Map<string, { readonly found: Promise<FoundCustomer>; users: number }>();
  return {
    async shared(identity, find, use) {
      const entry = underway.get(identity) ?? { found: find(), users: 0 };
      underway.set(identity, entry);
      entry.users++;
      try {
        return await use(await entry.found);
      } finally {
        if (--entry.users === 0) underway.delete(identity);
      }
    },
  };
}
