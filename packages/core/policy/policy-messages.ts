import type { Policy } from '../routing/policy.ts';

/** Sets the numbers in the rule; they hold for what is decided from then on. */
export interface SetPolicy {
  readonly type: 'set-policy';
  /** All of them. Without a reservation nothing is ever reserved. */
  readonly policy: Policy;
}

/** The numbers in the rule are now these. What was decided before stays as it was. */
export interface PolicySet {
  readonly type: 'policy-set';
  readonly v: 1;
  readonly policy: Policy;
}
