import type { Channel } from '../channel.ts';
import { isSynchronous } from '../channel.ts';

/** The numbers in the rule. Source of the values: docs/decisions/0006-routing-in-its-first-form.md. */
export interface Policy {
  /** β: how much of a promised time knowing the customer (at strength 1) is worth. */
  readonly bondBonus: number;
  /** Between classes, urgency beyond this counts no more. */
  readonly urgencyCap: number;
  readonly ringMsSynchronous: number;
  readonly ringMsAsynchronous: number;
  /** How long an item is not offered again to somebody who declined, missed or transferred it. */
  readonly exclusionMs: number;
}

export const POLICY: Policy = {
  bondBonus: 0.5,
  urgencyCap: 2,
  ringMsSynchronous: 20_000,
  ringMsAsynchronous: 120_000,
  exclusionMs: 300_000,
};

/** How long an offer on this channel rings. */
export function ringMs(policy: Policy, channel: Channel): number {
  return isSynchronous(channel) ? policy.ringMsSynchronous : policy.ringMsAsynchronous;
}
