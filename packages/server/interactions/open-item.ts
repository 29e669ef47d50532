import {
  type AgentId,
  asId,
  type Channel,
  type Desk,
  type Instant,
  isPromised,
  type Requirement,
  type WorkStatus,
} from '@rapport/core';
import type { Host } from '../host/host.ts';

/** How an open item stands, and in whose hands. */
export interface OpenItem {
  readonly status: WorkStatus;
  /** Who is offered it or carries it. */
  readonly agentId: AgentId | undefined;
  /** Whether it is put aside for another item of its matter. */
  readonly isPaused: boolean;
  /** Whether it is the customer's turn, in a chat that somebody carries. */
  readonly isCustomersTurn: boolean;
  /** The call that its customer was promised. */
  readonly call: OpenCall | undefined;
  /** What it came in with. */
  readonly terms: ItemTerms;
}

export interface OpenCall {
  readonly dueAt: Instant;
  readonly attempt: number;
  readonly state: 'promised' | 'due' | 'calling';
}

export interface ItemTerms {
  readonly channel: Channel;
  readonly requirements: Requirement[];
  readonly promiseId: string;
  readonly priority: number;
}

/** Whether what its customer says there is heard by somebody: it is open, and not being written down. */
export function isGoingOn(item: OpenItem | undefined): item is OpenItem {
  return item !== undefined && item.status !== 'wrap-up';
}

/** How an item stands now; undefined when it is done or abandoned. */
export async function openItem(host: Host, workId: string): Promise<OpenItem | undefined> {
  return await host.ask(({ work }) => {
    const item = work.get(asId<'work'>(workId));
    if (item === undefined) return undefined;
    const { need, promise, priority } = item.class;
    const { channel, requirements } = need;
    const terms = { channel, requirements: [...requirements], promiseId: promise.id, priority };
    const isCustomersTurn = item.turn !== undefined;
    const isPaused = item.pausedById !== undefined;
    const { status, agent } = item;
    return { status, agentId: agent?.id, isPaused, isCustomersTurn, call: openCall(item), terms };
  });
}

type Item = NonNullable<ReturnType<Desk['work']['get']>>;

/** What was put off for another reason is no call. */
function openCall(item: Item): OpenCall | undefined {
  const { callback, status } = item;
  if (callback === undefined || (status === 'deferred' && !isPromised(item))) return undefined;
  const { dueAt, attemptCount } = callback;
  const isDue = status === 'waiting' || status === 'offered';
  const state = status === 'deferred' ? 'promised' : isDue ? 'due' : 'calling';
  return { dueAt, attempt: attemptCount + 1, state };
}
