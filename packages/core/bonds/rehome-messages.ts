import type { Channel } from '../channel.ts';
import type { AccountId, AgentId, CustomerId } from '../id.ts';
import type { Instant } from '../time.ts';

/**
 * Gives every bond that an agent owns to its first deputy who is still there, else to the agent who is named.
 * Refused where one would be nobody's. Can be undone for a week.
 */
export interface RehomeBonds {
  readonly type: 'rehome-bonds';
  /** Also of somebody who is retired. */
  readonly agentId: AgentId;
  readonly toAgentId?: AgentId;
}

/** Takes back that an agent's bonds were given to others, as far as nobody has changed them since. */
export interface RestoreBonds {
  readonly type: 'restore-bonds';
  readonly agentId: AgentId;
}

export type RehomeCommand = RehomeBonds | RestoreBonds;

/** A bond that got another owner: as it was before, and who owns it now. */
export interface MovedBond {
  /** Of a customer, or of an account. */
  readonly customerId?: CustomerId;
  readonly accountId?: AccountId;
  readonly topic?: string;
  readonly channel?: Channel;
  readonly untilAt?: Instant;
  readonly deputyIds: readonly AgentId[];
  readonly newOwnerId: AgentId;
}

/** An agent's bonds got other owners, one `bond-changed` or `account-bond-changed` each, which follow. */
export interface BondsRehomed {
  readonly type: 'bonds-rehomed';
  readonly v: 1;
  readonly agentId: AgentId;
  readonly toAgentId?: AgentId;
  readonly moved: readonly MovedBond[];
}

/** An agent has the bonds again that had been given to others; each follows as an event of its own. */
export interface BondsRestored {
  readonly type: 'bonds-restored';
  readonly v: 1;
  readonly agentId: AgentId;
}

export type RehomeEvent = BondsRehomed | BondsRestored;

/** Some of his bonds have no deputy who is still there, and nobody is named for them. */
export interface BondsOrphaned {
  readonly code: 'bonds-orphaned';
  readonly agentId: AgentId;
  readonly orphanedCount: number;
}

/** His bonds were not given to others, or that is too long ago to be taken back. */
export interface NothingRehomed {
  readonly code: 'nothing-rehomed';
  readonly agentId: AgentId;
}

export type RehomeRefusal = BondsOrphaned | NothingRehomed;
