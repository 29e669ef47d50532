import type { Channel } from '../channel.ts';
import { isSynchronous } from '../channel.ts';

/** The numbers in the rule. Source of the values: docs/decisions/0006-routing-in-its-first-form.md and 0019 to 0029. */
export interface Policy {
  /** β: how much of a promised time knowing the customer (at strength 1) is worth. */
  readonly bondBonus: number;
  /** Between classes, urgency beyond this counts no more. */
  readonly urgencyCap: number;
  readonly ringMsSynchronous: number;
  readonly ringMsAsynchronous: number;
  /** How long an item is not offered again to somebody who declined, missed or transferred it. */
  readonly exclusionMs: number;
  /** What is promised after a transfer, live, and otherwise at most. */
  readonly transferMsSynchronous: number;
  readonly transferMsAsynchronous: number;
  /** How many customers may have a credit of priority at once. */
  readonly creditsMax: number;
  /** How often somebody who knows the customer is asked first in one wait. */
  readonly knownRingsMax: number;
  /** From which share of its promised time an item asks for no site, for a level less, for one less again, and for no ability. */
  readonly siteShare: number;
  readonly levelShare: number;
  readonly levelStepShare: number;
  readonly skillShare: number;
  /** How long after the earliest moment at which he could be free an item is kept for whom its customer chose. */
  readonly choiceMsSynchronous: number;
  readonly choiceMsAsynchronous: number;
  /** From which share of its promised time an item counts as near it. */
  readonly approachingShare: number;
  /** How long whoever is told of an alert has, before those who watch over him are told. */
  readonly escalationMsSynchronous: number;
  readonly escalationMsAsynchronous: number;
  /** How long an item takes, as far as nothing else is known. */
  readonly handleMsSynchronous: number;
  readonly handleMsAsynchronous: number;
  /** How long what is left of an item may be written down, live and otherwise, and how often that may begin anew. */
  readonly wrapUpMsSynchronous: number;
  readonly wrapUpMsAsynchronous: number;
  readonly wrapUpExtensionsMax: number;
  /** After how long in which the customer has not written, although it is his turn, a chat weighs nothing. */
  readonly silenceMs: number;
  /** How long before a break or the end of a shift live work is offered no more. */
  readonly windDownMs: number;
  /** How long after its declaration an absence that is taken back gives the agent his state back too. */
  readonly absenceUndoMs: number;
  /** After how many days without a good contact half of what somebody has earned is left. */
  readonly bondHalfLifeDays: number;
  /** Whoever has earned less than this, as it stands by then, counts as unknown. */
  readonly bondStrengthMin: number;
  /**
   * An outage is suspected where so many different agents, and such a share of those on duty, miss live offers or lose
   * their lines within this time; it is over once nobody has for as long.
   */
  readonly outageWindowMs: number;
  readonly outageAgents: number;
  readonly outageShare: number;
  /** When an item is reserved for agents who know its customer; undefined where that is never. */
  readonly reservation: ReservationPolicy | undefined;
}

/**
 * What a reservation may cost, and what it is worth, in seconds of one customer's waiting. Source of the
 * values: docs/decisions/0022-reservations.md.
 */
export interface ReservationPolicy {
  /** Of a chat. */
  readonly chatMsMax: number;
  /** Of the other live channels. */
  readonly liveMsMax: number;
  /** On these, somebody has to be in wrap-up, or to be expected with this chance. */
  readonly liveChanceMin: number;
  /** Of what is not live: which part of the promised time. */
  readonly shareOfPromise: number;
  /** For how long in all the live items of one need may be reserved in a day. */
  readonly liveMsPerDay: number;
  /** What it is worth that somebody answers whom the customer knows fully. */
  readonly knownLiveS: number;
  readonly knownOtherwiseS: number;
  /** What a second of waiting costs where the customer is not there meanwhile. */
  readonly waitOtherwiseS: number;
  /** What it costs that a customer gives up. */
  readonly abandonedS: number;
  /** How long a customer waits on average before he gives up, until that is known. */
  readonly patienceMs: number;
  /** What a second costs in which an able colleague has nothing to do, while that is rare. */
  readonly idleS: number;
  /** Beyond this share of ready agents who have no room, it is rare. */
  readonly busyFromRatio: number;
  /** Beyond this, nothing is reserved. */
  readonly fullFromRatio: number;
  /** Estimates from fewer samples than this say nothing yet. */
  readonly samplesMin: number;
}

export const POLICY: Policy = {
  bondBonus: 0.5,
  urgencyCap: 2,
  ringMsSynchronous: 20_000,
  ringMsAsynchronous: 120_000,
  exclusionMs: 300_000,
  transferMsSynchronous: 30_000,
  transferMsAsynchronous: 14_400_000,
  creditsMax: 50,
  knownRingsMax: 2,
  siteShare: 0.25,
  levelShare: 0.5,
  levelStepShare: 0.125,
  skillShare: 1,
  choiceMsSynchronous: 1_800_000,
  choiceMsAsynchronous: 86_400_000,
  approachingShare: 0.8,
  escalationMsSynchronous: 20_000,
  escalationMsAsynchronous: 900_000,
  handleMsSynchronous: 300_000,
  handleMsAsynchronous: 600_000,
  wrapUpMsSynchronous: 180_000,
  wrapUpMsAsynchronous: 120_000,
  wrapUpExtensionsMax: 2,
  silenceMs: 180_000,
  windDownMs: 240_000,
  absenceUndoMs: 900_000,
  bondHalfLifeDays: 180,
  bondStrengthMin: 0.05,
  outageWindowMs: 60_000,
  outageAgents: 5,
  outageShare: 0.1,
  reservation: {
    chatMsMax: 60_000,
    liveMsMax: 10_000,
    liveChanceMin: 0.7,
    shareOfPromise: 0.5,
    liveMsPerDay: 1_800_000,
    knownLiveS: 20,
    knownOtherwiseS: 900,
    waitOtherwiseS: 0.1,
    abandonedS: 180,
    patienceMs: 180_000,
    idleS: 0.3,
    busyFromRatio: 0.8,
    fullFromRatio: 0.95,
    samplesMin: 20,
  },
};

/** How long an offer on this channel rings. */
export function ringMs(policy: Policy, channel: Channel): number {
  return isSynchronous(channel) ? policy.ringMsSynchronous : policy.ringMsAsynchronous;
}

/** How long the wrap-up of an item of this channel may take. */
export function wrapUpMs(policy: Policy, channel: Channel): number {
  return isSynchronous(channel) ? policy.wrapUpMsSynchronous : policy.wrapUpMsAsynchronous;
}
