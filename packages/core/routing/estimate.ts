import { POLICY, type Policy, type ReservationPolicy } from './policy.ts';
import { createWindow, meanMs, quantileMs, type SampleWindow } from './sample-window.ts';

/** What the desk has learned of one need, from what happened to its last items. */
export interface Estimate {
  /** How long somebody was taken up by an item, from taking it until it left his hands. */
  readonly handles: SampleWindow;
  /** How long wrap-up took. */
  readonly wrapUps: SampleWindow;
  /** How long items waited, in service time; marked where the customer gave up. */
  readonly waits: SampleWindow;
  /** The day, counted from 1970 in UTC, to which `reservedMs` belongs. */
  reservedDay: number;
  /** For how long items of this need have been reserved on that day; of those that still are, until their ends. */
  reservedMs: number;
}

/** A need, as far as something has been learned of it. */
interface Learned {
  estimate: Estimate | undefined;
}

/** The estimate of a need, made when there is something to be learned. */
export function estimateOf(need: Learned): Estimate {
  return (need.estimate ??= {
    handles: createWindow(),
    wrapUps: createWindow(),
    waits: createWindow(),
    reservedDay: 0,
    reservedMs: 0,
  });
}

/** Fewer samples say nothing; where a policy reserves nothing, those of the standard one. */
export function samplesMinOf({ policy }: { readonly policy: Policy }): number {
  return (policy.reservation ?? POLICY.reservation)?.samplesMin ?? Infinity;
}

/** How long an item takes somebody up on average; undefined until enough have been seen. */
export function meanHandleMs({ estimate }: Learned, samplesMin: number): number | undefined {
  if (estimate === undefined || estimate.handles.size < samplesMin) return undefined;
  return meanMs(estimate.handles);
}

/** Of twenty items, how long nineteen wait at most; 0 until enough have been seen. */
export function longWaitMs({ estimate }: Learned, samplesMin: number): number {
  if (estimate === undefined || estimate.waits.size < samplesMin) return 0;
  return quantileMs(estimate.waits, 0.95);
}

/**
 * How long customers wait on average before they give up, were nobody to answer: what all have waited,
 * divided by how many gave up (the maximum likelihood of an exponential patience when answers cut
 * waits short; Brown et al., Statistical Analysis of a Telephone Call Center, JASA 100 (2005), §5.2).
 * What the policy says until enough have given up.
 */
export function patienceMs(
  { estimate }: Learned,
  { samplesMin, patienceMs: otherwise }: Pick<ReservationPolicy, 'samplesMin' | 'patienceMs'>,
): number {
  if (estimate === undefined || estimate.waits.markedCount < samplesMin) return otherwise;
  return estimate.waits.sumMs / estimate.waits.markedCount;
}
