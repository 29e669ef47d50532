import type { RouteAnswer } from '@rapport/protocol';
import { useEffect, useState } from 'react';
import { answered, api } from '../session/api.ts';

export type OwnedBond = RouteAnswer<'listBonds'>['items'][number];

/** So many are shown by name. */
const SHOWN_MAX = 50;

export type OwnedState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | {
      readonly kind: 'known';
      readonly bonds: readonly OwnedBond[];
      /** What they are called. */
      readonly customers: ReadonlyMap<string, string>;
      readonly hasMore: boolean;
    };

/** Who looks after a customer next: the first deputy who is still there, else who is named; undefined where nobody does. */
export function nextOf(
  { deputyIds }: OwnedBond,
  names: ReadonlyMap<string, string>,
  heirId: string,
): string | undefined {
  return deputyIds.find((id) => names.has(id)) ?? (names.has(heirId) ? heirId : undefined);
}

/** Whom an agent looks after. */
export function useOwned(agentId: string): OwnedState {
  const [state, setState] = useState<OwnedState>({ kind: 'loading' });
  useEffect(() => {
    let isPassed = false;
    readOwned(agentId).then(
      (known) => {
        if (!isPassed) setState(known);
      },
      () => {
        if (!isPassed) setState({ kind: 'failed' });
      },
    );
    return () => {
      isPassed = true;
    };
  }, [agentId]);
  return state;
}

async function readOwned(ownerId: string): Promise<OwnedState> {
  const query = { ownerId, limit: SHOWN_MAX };
  const { items: bonds, nextCursor } = await answered(
    api.GET('/api/v1/bonds', { params: { query } }),
  );
  const ids = bonds.map(({ customerId }) => customerId).join(',');
  const customers =
    ids === ''
      ? []
      : (
          await answered(
            api.GET('/api/v1/customers', { params: { query: { ids, limit: SHOWN_MAX } } }),
          )
        ).items;
  return {
    kind: 'known',
    bonds,
    customers: new Map(
      customers.map(({ customerId, piiName, identities }) => [
        customerId,
        piiName ?? identities[0]?.value ?? customerId,
      ]),
    ),
    hasMore: nextCursor !== undefined,
  };
}
