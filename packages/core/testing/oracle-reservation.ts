import { isDeepStrictEqual } from 'node:util';
import type { AgentId } from '../id.ts';
import { POLICY, type Policy, type ReservationPolicy } from '../routing/policy.ts';
import type { Instant } from '../time.ts';
import { windDownAt, windDownEnd } from './oracle-roster.ts';
import type { ReservationEnded, WorkReserved } from '../work/reservation-messages.ts';
import {
  acquaintances,
  isAble,
  isBusyAt,
  isLive,
  isRefused,
  loadOf,
  obstacle,
} from './oracle-choice.ts';
import { arrivalMsOf, known, openItem, openItems, servedMs } from './oracle-model.ts';
import { isInEmergency } from './oracle-emergency.ts';
import type { Model, ModelAgent, ModelItem } from './oracle-records.ts';
import { targetOf } from './oracle-transfers.ts';
import { type Seen, seenOf } from './oracle-seen.ts';

/** One of the moments until which an item could be reserved. */
export interface Possibility {
  readonly untilAt: Instant;
  readonly agentIds: readonly AgentId[];
  readonly chanceRatio: number;
  /** What is gained by it, in seconds of waiting. */
  readonly gainS: number;
}

interface Scene {
  readonly model: Model;
  readonly item: ModelItem;
  readonly at: Instant;
  readonly policy: ReservationPolicy;
}

/**
 * All moments until which the rule may reserve an item that somebody unknown to its customer could take.
 * Each is worked out anew from everything that was ever seen.
 */
export function possibilities(
  model: Model,
  { item, at, policy }: { item: ModelItem; at: Instant; policy: Policy },
): readonly Possibility[] {
  if (policy.reservation === undefined || item.wasReserved) return [];
  if (isInEmergency(model, item, at)) return [];
  const scene = { model, item, at, policy: policy.reservation };
  const occupancyRatio = occupancyOf(scene);
  if (occupancyRatio > scene.policy.fullFromRatio) return [];
  const longestMs = longestMsOf(scene);
  const expected = expectedOf(scene, at + longestMs);
  if (longestMs < 8 || expected.length === 0) return [];
  const idleS = occupancyRatio > scene.policy.busyFromRatio ? scene.policy.idleS : 0;
  return [1, 2, 3, 4, 5, 6, 7, 8]
    .map((step) => possibility(scene, { expected, longestMs, step, idleS }))
    .filter((each) => isLikelyEnough(scene, expected, each));
}

function possibility(
  scene: Scene,
  {
    expected,
    longestMs,
    step,
    idleS,
  }: { expected: readonly Expected[]; longestMs: number; step: number; idleS: number },
): Possibility {
  const { item, at, policy } = scene;
  const untilAt = at + Math.floor((longestMs * step) / 8);
  const nobodyAt = (each: number): number => {
    if (each === 0) return 1;
    return nobodyBy(scene, expected, at + Math.floor((longestMs * each) / 8)).nobody;
  };
  let waitS = 0;
  for (let each = 1; each <= step; each += 1) {
    waitS += ((nobodyAt(each - 1) + nobodyAt(each)) / 2) * (longestMs / 8000);
  }
  const live = isLive(item);
  const { nobody, unmet } = nobodyBy(scene, expected, untilAt);
  const worthS = (live ? policy.knownLiveS : policy.knownOtherwiseS) * (1 - unmet);
  const waitCostS = waitS * ((live ? 1 : policy.waitOtherwiseS) + idleS);
  const goneRatio = 1 - Math.exp(-(untilAt - at) / patienceOf(scene));
  const gainS = worthS - waitCostS - (live ? policy.abandonedS * goneRatio : 0);
  const agentIds = expected
    .filter(({ agent }) => backAt(scene, agent) <= untilAt)
    .map(({ agent }) => agent.id);
  return { untilAt, agentIds, chanceRatio: 1 - nobody, gainS };
}

/** For now, or for ever because he and the customer are kept apart. */
function isPassedOver(model: Model, item: ModelItem, agentId: AgentId): boolean {
  return item.exclusions.has(agentId) || isRefused(model, item, agentId);
}

/** Whether somebody will be there by then for whom an item is reserved. */
function isAwaited(model: Model, item: ModelItem, at: Instant): boolean {
  const { untilAt = 0, agentIds = [] } = item.reservation ?? {};
  const acquainted = acquaintances(model, item).map(({ agentId }) => agentId);
  return agentIds.some((id) => {
    if (!acquainted.includes(id)) return false;
    const agent = model.agents.get(id);
    if (agent === undefined || !isAble(item, agent)) return false;
    if (isPassedOver(model, item, id)) return false;
    return backAt({ model, item, at }, agent) <= untilAt;
  });
}

/** The desk works with tables where the oracle does with functions. */
const TOLERANCE_S = 0.05;
const TOLERANCE_RATIO = 0.002;

/** The first that is worth more than nothing, beyond doubt. */
export function worthKeeping(all: readonly Possibility[]): Possibility | undefined {
  return all.find(({ gainS }) => gainS > TOLERANCE_S);
}

/** What is wrong with how long an item is reserved, for whom, and how likely that is said to be. */
export function worthFaults(event: WorkReserved, all: readonly Possibility[]): readonly string[] {
  const bestS = Math.max(0, ...all.map(({ gainS }) => gainS));
  const isRight = all.some(
    (each) =>
      each.untilAt === event.untilAt &&
      isDeepStrictEqual(each.agentIds, event.agentIds) &&
      Math.abs(each.chanceRatio - event.chanceRatio) <= TOLERANCE_RATIO &&
      each.gainS >= bestS - TOLERANCE_S,
  );
  return isRight ? [] : [`${JSON.stringify(event)}, but the rule weighs ${JSON.stringify(all)}`];
}

export function reservationEndFaults(
  { workId, reason }: ReservationEnded,
  model: Model,
  at: Instant,
): readonly string[] {
  const item = openItem(model, workId);
  if (item?.reservation === undefined) return [`${workId} was not reserved`];
  const isRight = {
    'time-over': item.reservation.untilAt <= at,
    'nobody-expected': !isAwaited(model, item, at),
    emergency: item.reservation.isChosen !== true && isInEmergency(model, item, at),
  }[reason];
  return isRight ? [] : [`the reservation of ${workId} ended for ${reason}`];
}

/** Nothing is kept for nobody, nor longer than was said. */
export function vainFaults(model: Model, at: Instant): readonly string[] {
  return [...model.places.waiting]
    .filter(({ reservation }) => reservation !== undefined)
    .filter((item) => (item.reservation?.untilAt ?? 0) <= at || !isAwaited(model, item, at))
    .map(({ id }) => `${id} stays reserved for nobody`);
}

interface Expected {
  readonly agent: ModelAgent;
  readonly strength: number;
  readonly aheadMs: number;
}

function expectedOf(scene: Scene, latestAt: Instant): readonly Expected[] {
  const { model, item, at, policy } = scene;
  const reserved = openItems(model).filter(({ reservation }) => reservation !== undefined);
  return acquaintances(model, item).flatMap(({ agentId, strength }): Expected[] => {
    const agent = known(model.agents.get(agentId), agentId);
    const isAsked = [...model.places.offered].some((each) => each.agentId === agentId);
    if (!isAble(item, agent) || isPassedOver(model, item, agentId) || isAsked) return [];
    if (backAt(scene, agent) > latestAt) return [];
    const his = reserved.filter(({ reservation }) => reservation?.agentIds.includes(agentId));
    if (isLive(item) && his.some(isLive)) return [];
    const before = [...model.places.waiting].filter(
      (other) => other !== item && other.reservation === undefined && isAble(other, agent),
    );
    if (before.some((other) => isLive(item) || isLate(model, other, at))) return [];
    const meanMs = meanHandleMs(seenOf(model.seen, item), policy);
    return [{ agent, strength, aheadMs: his.length === 0 ? 0 : his.length * meanMs }];
  });
}

function isLate(model: Model, item: ModelItem, at: Instant): boolean {
  const targetMs = targetOf(model, item);
  return servedMs(model, item, at) - arrivalMsOf(model, item) >= targetMs;
}

/** Of the ready agents who are able, the share who could not be offered one more. */
function occupancyOf({ model, item, at }: Scene): number {
  // Of an item of anybody: whoever is kept apart from this customer has time for others.
  const plain = { ...item, exclusions: new Map<AgentId, Instant>(), customerId: undefined };
  const ready = [...model.agents.values()].filter(
    (agent) => agent.state === 'ready' && isAble(item, agent),
  );
  const free = ready.filter((agent) => obstacle(model, { item: plain, agent, at }) === undefined);
  return 1 - free.length / ready.length;
}

function longestMsOf(scene: Scene): number {
  const { model, item, at, policy } = scene;
  const targetMs = targetOf(model, item);
  const seen = seenOf(model.seen, item);
  const arrivalMs = arrivalMsOf(model, item);
  const waitMs = longWaitMs(seen, policy);
  if (isLive(item)) {
    const today = Math.floor(at / 86_400_000);
    const spentMs = seen.reserved
      .filter(({ fromAt }) => Math.floor(fromAt / 86_400_000) === today)
      .reduce((sum, { fromAt, untilAt }) => sum + untilAt - fromAt, 0);
    return Math.min(
      item.channel === 'chat' ? policy.chatMsMax : policy.liveMsMax,
      targetMs - (servedMs(model, item, at) - arrivalMs) - waitMs,
      policy.liveMsPerDay - spentMs,
    );
  }
  const budgetMs = Math.min(
    policy.shareOfPromise * targetMs,
    targetMs - waitMs - meanHandleMs(seen, policy),
  );
  const latestAt = budgetMs > 0 ? momentServed(model, item, arrivalMs + budgetMs) : undefined;
  // Of sixteen that come in together, the last loses a tenth less a sixteenth of it.
  return latestAt === undefined ? 0 : (latestAt - at) * (1 - ((item.order % 16) / 16) * 0.1);
}

/** The first moment at which that much service time has passed. */
function momentServed(model: Model, item: ModelItem, ms: number): Instant | undefined {
  const { calendarId } = known(model.promises.get(item.promiseId), item.promiseId);
  if (calendarId === undefined) return ms;
  let passedMs = 0;
  for (const { fromAt, untilAt } of known(model.calendars.get(calendarId), calendarId)) {
    if (passedMs + untilAt - fromAt >= ms) return fromAt + ms - passedMs;
    passedMs += untilAt - fromAt;
  }
  return undefined;
}

function nobodyBy(
  scene: Scene,
  expected: readonly Expected[],
  byAt: Instant,
): { nobody: number; unmet: number } {
  const chances = expected.map((each) => ({ ...each, chance: chanceOf(scene, each, byAt) }));
  return {
    nobody: chances.reduce((product, { chance }) => product * (1 - chance), 1),
    unmet: chances.reduce((product, { chance, strength }) => product * (1 - strength * chance), 1),
  };
}

function chanceOf({ model, item, at, policy }: Scene, each: Expected, byAt: Instant): number {
  const { agent, aheadMs } = each;
  const withinMs = byAt - at - aheadMs;
  if (backAt({ model, item, at }, agent) > byAt || withinMs < 0) return 0;
  const weight = (channel: ModelItem['channel']) => agent.capacity.weights[channel] ?? 0;
  const shortUnits = loadOf(model, agent) + weight(item.channel) - agent.capacity.units;
  if (shortUnits <= 0) return 1;
  const { active, 'on-hold': onHold, 'wrap-up': wrapUp } = model.places;
  const ending = [...active, ...onHold, ...wrapUp]
    .filter((carried) => carried.agentId === agent.id && !carried.isSilent)
    .filter((carried) => weight(carried.channel) >= shortUnits)
    .map((carried) => {
      const seen = seenOf(model.seen, carried);
      const wrapUps = last(seen.wrapUps);
      const isWrapUp = wrapUp.has(carried) && wrapUps.length >= policy.samplesMin;
      const samples = isWrapUp ? wrapUps : last(seen.handles);
      if (samples.length < policy.samplesMin) return 0;
      const soFarMs = at - (isWrapUp ? carried.wrapUpAt : carried.takenAt);
      const before = shareWithin(samples, soFarMs);
      return before === 1 ? 0 : (shareWithin(samples, soFarMs + withinMs) - before) / (1 - before);
    });
  return 1 - ending.reduce((product, chance) => product * (1 - chance), 1);
}

function isLikelyEnough(
  { model, item, policy }: Scene,
  expected: readonly Expected[],
  { chanceRatio }: Possibility,
): boolean {
  if (item.channel === 'chat' || !isLive(item)) return true;
  const isWrappingUp = [...model.places['wrap-up']].some((carried) =>
    expected.some(({ agent }) => agent.id === carried.agentId),
  );
  return isWrappingUp || chanceRatio >= policy.liveChanceMin;
}

/** When he is there again; `at` if he is. */
export function backAt(
  { model, item, at }: Pick<Scene, 'model' | 'item' | 'at'>,
  agent: ModelAgent,
): Instant {
  if (agent.state === 'signed-out' || agent.isUnreachable) return Infinity;
  const isKept = isLive(item) && windDownAt(model, agent, at) !== undefined;
  const past = isKept ? (windDownEnd(model, agent, at) ?? Infinity) : at;
  const ends = agent.busyIntervals.map(({ untilAt }) => untilAt).filter((end) => end > at);
  const free = [at, ...ends.toSorted((a, b) => a - b)].find((moment) => !isBusyAt(agent, moment));
  const ready = agent.state === 'ready' ? at : (agent.returnAt ?? Infinity);
  return Math.max(free ?? Infinity, ready, past);
}

/** Of everything that was seen, the last 512. */
function last<Sample>(samples: readonly Sample[]): readonly Sample[] {
  return samples.slice(-512);
}

function meanHandleMs({ handles }: Seen, { samplesMin }: ReservationPolicy): number {
  const samples = last(handles);
  if (samples.length < samplesMin) return Infinity;
  return samples.map(middleOf).reduce((sum, ms) => sum + ms, 0) / samples.length;
}

/** How long items like this one took on average; undefined where too few were seen. */
export function learntHandleMs(model: Model, item: ModelItem): number | undefined {
  const policy = model.policy.reservation ?? POLICY.reservation;
  if (policy === undefined) return undefined;
  const ms = meanHandleMs(seenOf(model.seen, item), policy);
  return ms === Infinity ? undefined : ms;
}

/** Eight of ten items like this one take no longer; undefined where too few were seen. */
export function longHandleMs(model: Model, item: ModelItem): number | undefined {
  const ends = last(seenOf(model.seen, item).handles).map((ms) => bucketOf(ms).untilMs);
  const { samplesMin = Infinity } = model.policy.reservation ?? POLICY.reservation ?? {};
  if (ends.length < samplesMin) return undefined;
  return ends.sort((a, b) => a - b)[Math.ceil(ends.length * 0.8) - 1];
}

function longWaitMs({ waits }: Seen, { samplesMin }: ReservationPolicy): number {
  const ends = last(waits).map(({ ms }) => bucketOf(ms).untilMs);
  if (ends.length < samplesMin) return 0;
  return ends.sort((a, b) => a - b)[Math.ceil(ends.length * 0.95) - 1] ?? 0;
}

function patienceOf({ model, item, policy }: Scene): number {
  const samples = last(seenOf(model.seen, item).waits);
  const goneCount = samples.filter(({ isAbandoned }) => isAbandoned).length;
  if (goneCount < policy.samplesMin) return policy.patienceMs;
  return samples.map(({ ms }) => middleOf(ms)).reduce((sum, ms) => sum + ms, 0) / goneCount;
}

/** Samples of one bucket lie evenly in it. */
function shareWithin(samples: readonly number[], ms: number): number {
  const parts = samples.map((sample) => {
    const { fromMs, untilMs } = bucketOf(sample);
    return Math.min(1, Math.max(0, (ms - fromMs) / (untilMs - fromMs)));
  });
  const share = parts.reduce((sum, part) => sum + part, 0) / samples.length;
  // Of whole parts the sum is exact; what is left is rounding.
  return share > 1 - 1e-12 ? 1 : share;
}

function middleOf(ms: number): number {
  const { fromMs, untilMs } = bucketOf(ms);
  return (fromMs + untilMs) / 2;
}

/** Quarter seconds up to two, and from there on four an octave. */
function bucketOf(ms: number): { readonly fromMs: number; readonly untilMs: number } {
  let fromMs = 0;
  let widthMs = 250;
  for (let index = 1; fromMs + widthMs <= ms; index += 1) {
    fromMs += widthMs;
    if (index >= 8 && index % 4 === 0) widthMs *= 2;
  }
  return { fromMs, untilMs: fromMs + widthMs };
}
