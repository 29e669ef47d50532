import type { RouteAnswer } from '@rapport/protocol';
import { useEffect, useSyncExternalStore } from 'react';
import { answered, api, Refused } from '../session/api.ts';

export type Customer = RouteAnswer<'getCustomer'>;
export type Interaction = RouteAnswer<'listInteractions'>['items'][number];

/** What is known of somebody. */
export interface KnownCustomer {
  readonly customer: Customer;
  /** Undefined where nobody has ever known him. */
  readonly bond: RouteAnswer<'getBond'> | undefined;
  /** The latest first. */
  readonly interactions: readonly Interaction[];
}

type CustomerState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'known'; readonly of: KnownCustomer };

const LOADING: CustomerState = { kind: 'loading' };
/** So many stay at hand for whoever goes back and forth between conversations. */
const KEPT_MAX = 50;
const states = new Map<string, CustomerState>();
const listeners = new Set<() => void>();

/** What is known of a customer: at once where it was shown before, and read anew each time. */
export function useCustomer(customerId: string | undefined): CustomerState {
  useEffect(() => {
    if (customerId !== undefined) void loadCustomer(customerId);
  }, [customerId]);
  return useSyncExternalStore(subscribe, () => states.get(customerId ?? '') ?? LOADING);
}

const underway = new Map<string, Promise<void>>();

/** Reads a customer anew; once for all who ask at the same time. */
export function loadCustomer(customerId: string): Promise<void> {
  const already = underway.get(customerId);
  if (already !== undefined) return already;
  const loading = read(customerId)
    .then(
      (of) => become(customerId, { kind: 'known', of }),
      () => {
        // What is shown stays shown.
        if (states.get(customerId)?.kind !== 'known') become(customerId, { kind: 'failed' });
      },
    )
    .finally(() => underway.delete(customerId));
  underway.set(customerId, loading);
  return loading;
}

async function read(customerId: string): Promise<KnownCustomer> {
  const path = { params: { path: { customerId } } };
  const [customer, bond, { items }] = await Promise.all([
    answered(api.GET('/api/v1/customers/{customerId}', path)),
    answered(api.GET('/api/v1/customers/{customerId}/bond', path)).catch((error: unknown) => {
      if (error instanceof Refused && error.type === 'not-found') return undefined;
      throw error;
    }),
    answered(api.GET('/api/v1/interactions', { params: { query: { customerId, limit: 50 } } })),
  ]);
  return { customer, bond, interactions: items };
}

function become(customerId: string, state: CustomerState): void {
  states.delete(customerId);
  states.set(customerId, state);
  const [oldest] = states.keys();
  if (states.size > KEPT_MAX && oldest !== undefined) states.delete(oldest);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
