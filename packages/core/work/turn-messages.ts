import type { AgentId, WorkId } from '../id.ts';
import type { Instant } from '../time.ts';

/** The agent has answered in a chat: it is the customer's turn. */
export interface AwaitCustomer {
  readonly type: 'await-customer';
  readonly workId: WorkId;
  readonly agentId: AgentId;
}

/** The customer has written in a chat in which it was his turn. */
export interface HearCustomer {
  readonly type: 'hear-customer';
  readonly workId: WorkId;
}

/** It is the customer's turn in a chat; from `silentAt` on he counts as silent. */
export interface CustomerAwaited {
  readonly type: 'customer-awaited';
  readonly v: 1;
  readonly workId: WorkId;
  readonly agentId: AgentId;
  readonly silentAt: Instant;
}

/** The customer has not written for so long that his chat weighs nothing until he does. */
export interface CustomerFellSilent {
  readonly type: 'customer-fell-silent';
  readonly v: 1;
  readonly workId: WorkId;
  readonly agentId: AgentId;
}

/** The customer wrote; his chat weighs again what a chat weighs. */
export interface CustomerHeard {
  readonly type: 'customer-heard';
  readonly v: 1;
  readonly workId: WorkId;
}

export type TurnEvent = CustomerAwaited | CustomerFellSilent | CustomerHeard;

/** Whose turn it is in the chat is as was asked already; or the item is no chat. */
export interface TurnUnchanged {
  readonly code: 'turn-unchanged';
  readonly workId: WorkId;
}
