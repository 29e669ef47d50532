import { type Random, randomOf } from '../random.ts';
import type { LoggedCall } from './logged-call.ts';
import { drawPatienceMs, estimateSurvival, type SurvivalCurve } from './survival-curve.ts';

/** A logged call with what the log could not show of it. */
export interface DrawnCall {
  readonly call: LoggedCall;
  /** How long the caller waits before he gives up. */
  readonly patienceMs: number;
  /** How long an agent is busy with it. */
  readonly serviceMs: number;
}

/** A skill with fewer abandoned calls than this has too few to tell its callers' patience from the others'. */
const ABANDONED_COUNT_MIN = 50;

/**
 * Completes each call with what its log cut short, in the order of `calls`.
 *
 * A caller who gave up was as patient as he waited; the patience of one who was answered is drawn
 * from the survival curve of his skill's callers, given that it exceeded his wait. A call that was
 * answered takes as long as it took; for one that was not, a service of the same skill is drawn. All
 * draws of a call come from a generator of its own, seeded by `seed` and its key, so that they stay
 * the same whatever happens to the other calls.
 */
export function drawCalls(calls: readonly LoggedCall[], seed: number): readonly DrawnCall[] {
  const curveOf = patienceBySkill(calls);
  const servicesOf = servicesBySkill(calls);
  return calls.map((call) => {
    const random = randomOf(seed, call.key);
    const patienceMs = call.hasAbandoned
      ? call.waitMs
      : drawPatienceMs(curveOf(call.skill), random, call.waitMs);
    const serviceMs =
      call.service === undefined
        ? drawOne(servicesOf(call.skill), random)
        : call.service.endedAt - call.service.startedAt;
    return { call, patienceMs, serviceMs };
  });
}

function patienceBySkill(calls: readonly LoggedCall[]): (skill: string) => SurvivalCurve {
  const ofAll = estimateSurvival(calls);
  const bySkill = new Map<string, SurvivalCurve>();
  for (const [skill, group] of groupBySkill(calls)) {
    const abandonedCount = group.filter((call) => call.hasAbandoned).length;
    if (abandonedCount >= ABANDONED_COUNT_MIN) bySkill.set(skill, estimateSurvival(group));
  }
  return (skill) => bySkill.get(skill) ?? ofAll;
}

/** Durations in ms; those of all skills for a skill that was never served. */
function servicesBySkill(calls: readonly LoggedCall[]): (skill: string) => readonly number[] {
  const durations = (group: readonly LoggedCall[]) =>
    group.flatMap(({ service }) =>
      service === undefined ? [] : [service.endedAt - service.startedAt],
    );
  const ofAll = durations(calls);
  const bySkill = new Map<string, readonly number[]>();
  for (const [skill, group] of groupBySkill(calls)) {
    const ofSkill = durations(group);
    if (ofSkill.length > 0) bySkill.set(skill, ofSkill);
  }
  return (skill) => bySkill.get(skill) ?? ofAll;
}

function groupBySkill(calls: readonly LoggedCall[]): ReadonlyMap<string, readonly LoggedCall[]> {
  const groups = new Map<string, LoggedCall[]>();
  for (const call of calls) {
    const group = groups.get(call.skill);
    if (group === undefined) groups.set(call.skill, [call]);
    else group.push(call);
  }
  return groups;
}

function drawOne(values: readonly number[], random: Random): number {
  return values[Math.floor(random() * values.length)] ?? 0;
}
