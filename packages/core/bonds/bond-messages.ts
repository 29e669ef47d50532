import type { AgentId, CustomerId } from '../id.ts';

/** Declares who owns the relationship with a customer, and who stands in, in this order. */
export interface ChangeBond {
  readonly type: 'change-bond';
  readonly customerId: CustomerId;
  /** Without one, nobody owns it; earned bonds stay as they are. */
  readonly ownerId?: AgentId;
  readonly deputyIds: readonly AgentId[];
}

export type BondCommand = ChangeBond;

/** A customer's declared bond is now this. */
export interface BondChanged {
  readonly type: 'bond-changed';
  readonly v: 1;
  readonly customerId: CustomerId;
  readonly ownerId?: AgentId;
  readonly deputyIds: readonly AgentId[];
}

/** An agent completed work for a customer, so that they know each other better. */
export interface BondEarned {
  readonly type: 'bond-earned';
  readonly v: 1;
  readonly customerId: CustomerId;
  readonly agentId: AgentId;
  /** Above 0, at most 1. */
  readonly strength: number;
}

export type BondEvent = BondChanged | BondEarned;
