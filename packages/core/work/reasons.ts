import type { AgentId } from '../id.ts';
import type { Instant } from '../time.ts';

/**
 * How an agent is known to a customer: `preferred` was named by whoever transferred the item, or has put it
 * off; `handler` works on the open matter that it belongs to, or did so last; those of a topic have a bond for what it is about or the channel on which it came; those of an
 * account have one with whom the customer belongs to.
 */
export type Standing =
  | 'preferred'
  | 'handler'
  | 'topic-owner'
  | 'topic-deputy'
  | 'owner'
  | 'deputy'
  | 'earned'
  | 'account-owner'
  | 'account-deputy';

/** Why an item was offered to this agent and not to another. */
export type OfferReason =
  | { readonly code: 'known-agent'; readonly standing: Standing }
  | { readonly code: 'best-suited' }
  | {
      readonly code: 'most-urgent';
      /** Waited over promised time when it was chosen, rounded to thousandths. */
      readonly urgencyRatio: number;
      readonly standing?: Standing;
    }
  | {
      /** Nobody was free, it was near its promise, and he may put aside what he is at. */
      readonly code: 'interrupting';
      readonly urgencyRatio: number;
      readonly standing?: Standing;
    };

/**
 * What keeps an agent from being asked, the first that holds, in this order: he lacks what the item asks
 * for; he and the customer are kept apart, because one of them wants it so; he was asked twice in this wait, and is
 * not asked first any more; he is not to be asked again yet, because he declined, missed or handed on this item; he is away; he is not on duty; he has paused; his desk
 * cannot be reached; he is busy; he has no room; he is being offered something else; the item is live and his
 * break is near, his shift ends, or he is to call somebody whom he has promised it.
 */
export type Obstacle =
  | 'lacks-skill'
  | 'refused'
  | 'asked-enough'
  | 'excluded'
  | 'absent'
  | 'signed-out'
  | 'not-ready'
  | 'unreachable'
  | 'busy'
  | 'full'
  | 'being-offered'
  | 'break-near'
  | 'shift-ends'
  | 'callback-near';

/** An agent known to the customer, and why he was not asked, or only like anybody. */
export interface PassedOver {
  readonly agentId: AgentId;
  readonly standing: Standing;
  readonly obstacle: Obstacle;
  /**
   * When that ends, where it is known: of who is excluded, away or busy; of a break that is near; of who is signed
   * out and has a roster, when he is on duty again; of a shift that ends, when it does; of a callback that is near, when
   * it is due.
   */
  readonly untilAt?: Instant;
}

/** Why an offer ended without an answer and without blame. */
export type WithdrawalReason =
  | 'agent-not-ready'
  | 'agent-changed'
  | 'agent-absent'
  | 'agent-unreachable'
  | 'agent-full'
  | 'work-assigned'
  | 'matter-answered'
  | 'desk-resumed';
