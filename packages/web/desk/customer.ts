import type { RouteAnswer } from '@rapport/protocol';
import { useEffect, useSyncExternalStore } from 'react';
import { answered, api } from '../session/api.ts';

export type Customer = RouteAnswer<'getCustomer'>;
export type Interaction = RouteAnswer<'listInteractions'>['items'][number];

/** What is known of somebody. */
export interface KnownCustomer {
  readonly customer: Customer;
  readonly bond: RouteAnswer<'getBond'>;
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

/** What is known of a customer: at once where it was shown before, and read anew each time and on each new occasion. */
export function useCustomer(customerId: string | undefined, occasion?: string): CustomerState {
  useEffect(() => {
    if (customerId === undefined) return;
    // Several show the same customer: the first of them says whether he is passed by.
    if (asked.id !== customerId) {
      const isPassing = performance.now() - asked.at < PASSING_MS;
      asked = { id: customerId, at: performance.now(), isPassing };
    }
    const waitMs = asked.isPassing ? PASSING_MS : 0;
    const timer = setTimeout(() => void loadCustomer(customerId), waitMs);
    return () => clearTimeout(timer);
  }, [customerId, occasion]);
  return useSyncExternalStore(subscribe, () => states.get(customerId ?? '') ?? LOADING);
}

/** Whoever passes over customers quicker than this reads none of them. */
const PASSING_MS = 120;

let asked = { id: '', at: -Infinity, isPassing: false };
const underway = new Map<string, Promise<void>>();

/** What of his is not open any more. */
export function isOver(status: Interaction['status']): boolean {
  return status === 'done' || status === 'abandoned';
}

/** Reads a customer anew, at least as of that position; once for all who ask at the same time. */
export function loadCustomer(customerId: string, after?: number): Promise<void> {
  const already = underway.get(customerId);
  if (already !== undefined && after === undefined) return already;
  const loading = read(customerId, after)
    .then(
      (of) => {
        // What was asked for later knows better.
        if (underway.get(customerId) === loading) become(customerId, { kind: 'known', of });
      },
      () => {
        // What is shown stays shown.
        if (states.get(customerId)?.kind !== 'known') become(customerId, { kind: 'failed' });
      },
    )
    .finally(() => {
      if (underway.get(customerId) === loading) underway.delete(customerId);
    });
  underway.set(customerId, loading);
  return loading;
}

async function read(customerId: string, after: number | undefined): Promise<KnownCustomer> {
  const path = { params: { path: { customerId } } };
  const [customer, bond, { items }] = await Promise.all([
    answered(api.GET('/api/v1/customers/{customerId}', path)),
    answered(api.GET('/api/v1/customers/{customerId}/bond', path)),
    answered(
      api.GET('/api/v1/interactions', {
        params: { query: { customerId, limit: 50, ...(after !== undefined && { after }) } },
      }),
    ),
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
