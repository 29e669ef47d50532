import type { Desk } from '../desk.ts';
import type { Command } from '../messages.ts';
import type { Policy, ReservationPolicy } from '../routing/policy.ts';
import { drawOne, type Random } from './seeded-random.ts';

/** Some other numbers, all at once; now and then one that cannot be. Where nothing is reserved, that stays so. */
export function drawPolicyChange(random: Random, { desk }: { readonly desk: Desk }): Command {
  const drawn = drawPolicy(random);
  const policy = desk.policy.reservation ? drawn : { ...drawn, reservation: undefined };
  if (random() < 0.9) return { type: 'set-policy', policy };
  const ringMsSynchronous = drawOne(random, [0, 1.5, Number.NaN, Infinity]);
  return { type: 'set-policy', policy: { ...policy, ringMsSynchronous } };
}

/** A policy, mostly one under which much happens within a short story. */
export function drawPolicy(random: Random): Policy {
  return {
    bondBonus: drawOne(random, [0, 0.5, 0.5, 1.5]),
    urgencyCap: drawOne(random, [1, 2, 2, 4]),
    ringMsSynchronous: drawOne(random, [5_000, 20_000]),
    ringMsAsynchronous: drawOne(random, [10_000, 120_000]),
    exclusionMs: drawOne(random, [15_000, 300_000]),
    transferMsSynchronous: drawOne(random, [5_000, 30_000]),
    transferMsAsynchronous: drawOne(random, [40_000, 14_400_000]),
    creditsMax: drawOne(random, [0, 1, 2, 50]),
    knownRingsMax: drawOne(random, [1, 2, 2]),
    siteShare: drawOne(random, [0, 0.25]),
    levelShare: drawOne(random, [0.25, 0.5]),
    levelStepShare: drawOne(random, [0, 0.125]),
    skillShare: drawOne(random, [0.75, 1]),
    choiceMsSynchronous: drawOne(random, [10_000, 1_800_000]),
    choiceMsAsynchronous: drawOne(random, [20_000, 86_400_000]),
    approachingShare: drawOne(random, [0.5, 0.8]),
    escalationMsSynchronous: drawOne(random, [5_000, 20_000]),
    escalationMsAsynchronous: drawOne(random, [30_000, 900_000]),
    handleMsSynchronous: drawOne(random, [20_000, 300_000]),
    handleMsAsynchronous: drawOne(random, [60_000, 600_000]),
    wrapUpMsSynchronous: drawOne(random, [5_000, 180_000]),
    wrapUpMsAsynchronous: drawOne(random, [10_000, 120_000]),
    wrapUpExtensionsMax: drawOne(random, [0, 2]),
    silenceMs: drawOne(random, [1_000, 10_000, 180_000]),
    windDownMs: drawOne(random, [0, 20_000, 240_000]),
    absenceUndoMs: drawOne(random, [0, 60_000]),
    bondHalfLifeDays: drawOne(random, [1, 30, 180]),
    bondStrengthMin: drawOne(random, [0, 0.05, 0.2]),
    outageWindowMs: drawOne(random, [10_000, 60_000, 600_000]),
    outageAgents: drawOne(random, [2, 2, 3]),
    outageShare: drawOne(random, [0.1, 0.75]),
    reservation: random() < 0.2 ? undefined : drawReservation(random),
  };
}

/** Mostly one that reserves much, and soon knows enough for it. */
function drawReservation(random: Random): ReservationPolicy {
  return {
    chatMsMax: drawOne(random, [0, 20_000, 60_000]),
    liveMsMax: drawOne(random, [0, 10_000, 30_000]),
    liveChanceMin: drawOne(random, [0, 0.3, 0.7]),
    shareOfPromise: drawOne(random, [0.25, 0.5, 1]),
    liveMsPerDay: drawOne(random, [15_000, 1_800_000]),
    knownLiveS: drawOne(random, [20, 200, 2_000]),
    knownOtherwiseS: drawOne(random, [900, 9_000]),
    waitOtherwiseS: drawOne(random, [0.1, 1]),
    abandonedS: drawOne(random, [0, 180]),
    patienceMs: drawOne(random, [30_000, 180_000]),
    idleS: drawOne(random, [0, 0.3]),
    busyFromRatio: drawOne(random, [0, 0.8]),
    fullFromRatio: drawOne(random, [0.5, 0.95, 1]),
    samplesMin: drawOne(random, [1, 2, 5]),
  };
}
