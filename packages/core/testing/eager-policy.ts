import { POLICY, type Policy } from '../routing/policy.ts';

/** Reserves whatever it may, and knows enough for it after two items. */
export const EAGER_POLICY: Policy = {
  ...POLICY,
  reservation: {
    chatMsMax: 60_000,
    liveMsMax: 30_000,
    liveChanceMin: 0.1,
    shareOfPromise: 0.5,
    liveMsPerDay: 1_800_000,
    knownLiveS: 2_000,
    knownOtherwiseS: 9_000,
    waitOtherwiseS: 0.1,
    abandonedS: 180,
    patienceMs: 180_000,
    idleS: 0.3,
    busyFromRatio: 0.8,
    fullFromRatio: 1,
    samplesMin: 2,
  },
};
