import { CHANNELS } from '../channel.ts';
import type { Desk } from '../desk.ts';
import type { WorkRecord } from '../desk-records.ts';
import { type AgentId, asId, type CustomerId, type WorkId } from '../id.ts';
import type { Command } from '../messages.ts';
import type { Instant } from '../time.ts';
import type { WorkStatus } from '../work/work-messages.ts';
import {
  ACCOUNTS,
  AGENTS,
  CALENDARS,
  CUSTOMERS,
  drawAgreement,
  drawBond,
  drawCalendar,
  drawCapacity,
  drawIntervals,
  drawPromise,
  drawService,
  drawSkills,
  PROMISES,
  SKILLS,
  TOPICS,
} from './random-set-up.ts';
import { drawPolicyChange } from './random-policy.ts';
import { drawOne, drawOrder, drawSome, drawWhole, type Random } from './seeded-random.ts';
import { drawSkillKinds } from './random-skills.ts';
import { drawCredit } from './random-credits.ts';
import { drawCallback } from './random-callbacks.ts';
import { drawEmergency } from './random-emergency.ts';
import { drawChoice } from './random-choice.ts';
import { drawLeaver } from './random-leavers.ts';
import { drawMatter, drawMatterId } from './random-matters.ts';
import { drawPassingOn } from './random-transfers.ts';
import { drawTurn } from './random-turns.ts';
import { drawUnfit } from './random-unfit-command.ts';

/** The moment for which a command is drawn. */
export interface Moment {
  readonly desk: Desk;
  readonly at: Instant;
  /** Makes the ids of new items. */
  readonly step: number;
  /** Whether nearly all items are equal but for their arrival, so that they overtake each other. */
  readonly isUniform: boolean;
}

type Draw = (random: Random, moment: Moment) => Command | undefined;

/** How often each is drawn, beside the others. */
const WEIGHTED: readonly (readonly [weight: number, draw: Draw])[] = [
  [16, drawArrival],
  [26, drawAnswer],
  [24, drawProgress],
  [4, drawTransfer],
  [4, drawPassingOn],
  [8, drawDeferral],
  [3, drawAssignment],
  [6, drawChoice],
  [10, drawCallback],
  [3, drawOtherPromise],
  [3, drawSeen],
  [4, drawAbandonment],
  [14, drawState],
  [3, drawProfile],
  [3, drawRetirement],
  [2, drawLeaver],
  [2, drawCredit],
  [2, drawEmergency],
  [4, drawBusyIntervals],
  [4, drawBondChange],
  [4, drawRoster],
  [4, drawAbsence],
  [4, drawReachability],
  [4, drawScopedBond],
  [3, drawPerson],
  [3, drawTerms],
  [3, drawPolicyChange],
  [1, drawSkillKinds],
  [7, drawTurn],
  [7, drawMatter],
  [6, drawUnfit],
];
const WEIGHTS = WEIGHTED.reduce((sum, [weight]) => sum + weight, 0);

/** Draws a command that fits the moment, or now and then one that does not. */
export function drawCommand(random: Random, moment: Moment): Command {
  let rest = random() * WEIGHTS;
  const [, draw] = WEIGHTED.find(([weight]) => (rest -= weight) < 0) ?? [0, drawArrival];
  const isQuiet = moment.desk.work.size < 12;
  return draw(random, moment) ?? (isQuiet ? drawArrival : drawState)(random, moment);
}

function drawArrival(random: Random, { desk, step, isUniform }: Moment): Command {
  const isKnown = random() < 0.7;
  if (isUniform && random() < 0.9) {
    return {
      type: 'receive-work',
      workId: asId(`item-${step}`),
      channel: 'email',
      ...(isKnown && { customerId: drawOne(random, CUSTOMERS) }),
      requirements: [],
      promiseId: asId('at-once'),
      ...drawMatterId(random, { desk }),
    };
  }
  const channels = random() < 0.7 ? (['phone', 'chat', 'email'] as const) : CHANNELS;
  const priority = drawOne(random, [0, 0, 0, 0.5, 2, -1]);
  return {
    type: 'receive-work',
    workId: asId(`item-${step}`),
    channel: drawOne(random, channels),
    ...(isKnown && { customerId: drawOne(random, CUSTOMERS) }),
    requirements: drawRequirements(random),
    ...(random() < 0.2 && { isProficiencyFirst: true }),
    ...(random() < 0.95 && { promiseId: drawOne(random, PROMISES) }),
    ...(random() < 0.5 && { service: drawService(random) }),
    ...(random() < 0.3 && { priority }),
    ...(random() < 0.4 && { topic: drawOne(random, TOPICS) }),
    ...drawMatterId(random, { desk }),
  };
}

function drawRequirements(random: Random): readonly { skill: string; minLevel: number }[] {
  const wanted = random() < 0.5 ? [] : drawSome(random, SKILLS, 0.4);
  return wanted.map((skill) => ({ skill, minLevel: drawOne(random, [1, 1, 3]) }));
}

function drawAnswer(random: Random, { desk }: Moment): Command | undefined {
  const drawn = drawHeld(random, desk, ['offered']);
  if (drawn === undefined) return undefined;
  return random() < 0.85
    ? { type: 'accept-offer', ...drawn }
    : { type: 'decline-offer', ...drawn, reason: 'conflict' };
}

function drawProgress(random: Random, { desk }: Moment): Command | undefined {
  const drawn = drawHeld(random, desk, ['active', 'on-hold', 'wrap-up']);
  if (drawn === undefined) return undefined;
  if (random() < 0.6) {
    const given = random() < 0.5 ? { disposition: 'solved' } : {};
    const poor = random() < 0.2 ? { isPoor: random() < 0.8 } : {};
    return { type: 'complete-work', ...drawn, ...given, ...poor };
  }
  const status = desk.work.get(drawn.workId)?.status;
  if (status === 'on-hold') return { type: 'resume-work', ...drawn };
  if (status === 'wrap-up') return { type: 'extend-wrap-up', ...drawn, reason: 'long-note' };
  return { type: random() < 0.5 ? 'hold-work' : 'wrap-up-work', ...drawn };
}

function drawTransfer(random: Random, { desk }: Moment): Command | undefined {
  const drawn = drawHeld(random, desk, ['active', 'on-hold']);
  if (drawn === undefined) return undefined;
  const others = [...desk.agents.keys()].filter((id) => id !== drawn.agentId);
  const isForSomebody = others.length > 0 && random() < 0.5;
  return {
    type: 'transfer-work',
    ...drawn,
    ...(isForSomebody && { toAgentId: drawOne(random, others) }),
    ...(random() < 0.3 && { requirements: drawRequirements(random) }),
  };
}

/** Puts something off, goes home, or does something with what was: mostly it comes back by itself. */
function drawDeferral(random: Random, { desk, at }: Moment): Command | undefined {
  const held = drawHeld(random, desk, ['active', 'on-hold']);
  if (held !== undefined && random() < 0.6) {
    return { type: 'defer-work', ...held, untilAt: at + drawWhole(random, 1, 90_000) };
  }
  const deferred = drawHeld(random, desk, ['deferred']);
  if (deferred === undefined) return undefined;
  const { workId, agentId } = deferred;
  return drawOne(random, [
    { type: 'set-agent-state', agentId, state: 'signed-out' },
    { type: 'recall-work', workId },
    { type: 'resume-work', ...deferred },
    { type: 'resume-work', ...deferred },
    { type: 'transfer-work', ...deferred },
    { type: 'complete-work', ...deferred },
  ] as const);
}

function drawAbandonment(random: Random, { desk }: Moment): Command | undefined {
  const open = openItems(desk, ['waiting', 'offered']);
  return open.length === 0 ? undefined : { type: 'abandon-work', workId: drawOne(random, open).id };
}

/** Whoever missed a call comes back at last. */
function drawState(random: Random, { desk, at }: Moment): Command {
  const agentId = drawAgent(random, desk);
  const state = drawOne(random, ['ready', 'ready', 'ready', 'not-ready', 'signed-out'] as const);
  const given = random() < 0.3 ? { reason: 'break' } : {};
  const isBackSoon = state === 'not-ready' && random() < 0.5;
  const returning = isBackSoon ? { returnAt: at + drawWhole(random, 1, 40_000) } : {};
  return { type: 'set-agent-state', agentId, state, ...given, ...returning };
}

function drawProfile(random: Random, { desk, step }: Moment): Command {
  if (random() < 0.2) {
    const [skills, capacity] = [drawSkills(random), drawCapacity(random)];
    return { type: 'register-agent', agentId: asId(`newcomer-${step}`), skills, capacity };
  }
  return {
    type: 'change-agent',
    agentId: drawAgent(random, desk),
    ...(random() < 0.6 && { skills: drawSkills(random) }),
    ...(random() < 0.6 && { capacity: drawCapacity(random) }),
    ...(random() < 0.6 && { isInterruptible: random() < 0.8 }),
  };
}

/** Of somebody who is signed out, if there is one; else it is refused. Some come back. */
function drawRetirement(random: Random, { desk }: Moment): Command {
  const retired = [...desk.retiredAgents.keys()];
  if (retired.length > 0 && random() < 0.6) {
    const [skills, capacity] = [drawSkills(random), drawCapacity(random)];
    return { type: 'register-agent', agentId: drawOne(random, retired), skills, capacity };
  }
  const signedOut = [...desk.agents.values()].filter(({ state }) => state === 'signed-out');
  const [first] = drawOrder(random, signedOut);
  const isFitting = first !== undefined && random() < 0.8;
  const successor = random() < 0.4 ? { successorId: drawAgent(random, desk) } : {};
  const agentId = isFitting ? first.id : drawAgent(random, desk);
  return { type: 'retire-agent', agentId, ...successor };
}

function drawAssignment(random: Random, { desk }: Moment): Command | undefined {
  const items = openItems(desk, ['waiting', 'offered']);
  if (items.length === 0) return undefined;
  const { id: workId } = drawOne(random, items);
  const isNamed = random() < 0.8;
  return { type: 'assign-work', workId, ...(isNamed && { toAgentId: drawAgent(random, desk) }) };
}

/** Somebody sees an alert: whoever it was told to, or who watches over him; now and then somebody else. */
function drawSeen(random: Random, { desk }: Moment): Command | undefined {
  const items = [...desk.work.values()].filter(({ alert }) => alert?.isSeen === false);
  if (items.length === 0) return undefined;
  const { id: workId, alert } = drawOne(random, items);
  const agentId = random() < 0.1 ? drawAgent(random, desk) : alert?.agentId;
  const isHis = agentId !== undefined && random() < 0.6;
  return { type: 'acknowledge-alert', workId, ...(isHis && { agentId }) };
}

function drawOtherPromise(random: Random, { desk }: Moment): Command | undefined {
  const items = [...desk.work.keys()];
  if (items.length === 0) return undefined;
  const promiseId = drawOne(random, [...desk.promises.keys()]);
  return { type: 'change-promise', workId: drawOne(random, items), promiseId };
}

function drawBusyIntervals(random: Random, { desk, at }: Moment): Command {
  const intervals = drawIntervals(random, at);
  return { type: 'set-busy-intervals', agentId: drawAgent(random, desk), intervals };
}

function drawRoster(random: Random, { desk, at }: Moment): Command {
  const dutyIntervals = drawIntervals(random, at);
  const breakIntervals = random() < 0.5 ? [] : drawIntervals(random, at);
  return { type: 'set-roster', agentId: drawAgent(random, desk), dutyIntervals, breakIntervals };
}

/** Whoever has lost his line mostly has it again. */
function drawReachability(random: Random, { desk }: Moment): Command {
  const lost = [...desk.agents.values()].filter(({ isUnreachable }) => isUnreachable);
  const [agent] = drawOrder(random, lost);
  const isBack = agent !== undefined && random() < 0.8;
  const agentId = isBack ? agent.id : drawAgent(random, desk);
  return { type: 'set-reachability', agentId, isReachable: isBack };
}

/** Mostly of somebody who is here; mostly somebody stands in. */
function drawAbsence(random: Random, { desk, at }: Moment): Command {
  const absent = [...desk.agents.values()].filter(({ absence }) => absence !== undefined);
  const [away] = drawOrder(random, absent);
  if (away !== undefined && random() < 0.4) return { type: 'cancel-absence', agentId: away.id };
  const [agentId, deputyId] = [drawAgent(random, desk), drawAgent(random, desk)];
  const untilAt = at + drawWhole(random, 1, 120_000);
  const given = random() < 0.7 && agentId !== deputyId ? { deputyId } : {};
  return { type: 'declare-absence', agentId, untilAt, ...given };
}

function drawBondChange(random: Random, { desk }: Moment): Command {
  return drawBond(random, drawOne(random, CUSTOMERS), [...desk.agents.keys()]);
}

/** For a topic, a channel, a while, or an account. */
function drawScopedBond(random: Random, { desk, at }: Moment): Command {
  const drawn = drawBond(random, drawOne(random, CUSTOMERS), [...desk.agents.keys()]);
  if (drawn.type !== 'change-bond') return drawn;
  const isNobody = random() < 0.2;
  const { customerId, origin, ownerId, ...others } = drawn;
  const bonding = {
    ...(random() < 0.6 && { topic: drawOne(random, TOPICS) }),
    ...(random() < 0.4 && { channel: drawOne(random, ['phone', 'chat', 'email'] as const) }),
    ...(random() < 0.4 && { untilAt: at + drawWhole(random, 1, 300_000) }),
    ...(isNobody ? { deputyIds: [] } : { ...others, ...(ownerId && { ownerId }) }),
  };
  if (random() < 0.4) {
    return { ...bonding, type: 'change-account-bond', accountId: drawOne(random, ACCOUNTS) };
  }
  return { ...bonding, type: 'change-bond', customerId, ...(origin && { origin }) };
}

/** Says something of a person: where he belongs, what he wants, or that two are one. */
function drawPerson(random: Random, { desk }: Moment): Command {
  const [customerId, mergedId] = drawOrder(random, CUSTOMERS) as [CustomerId, CustomerId];
  const kind = random();
  if (kind < 0.3) {
    const isPlaced = random() < 0.8;
    const accountId = drawOne(random, ACCOUNTS);
    return { type: 'place-customer', customerId, ...(isPlaced && { accountId }) };
  }
  if (kind < 0.65) {
    const refused = drawSome(random, [...desk.agents.keys()], 0.25);
    return {
      type: 'set-bond-wishes',
      customerId,
      isNewPreferred: random() < 0.3,
      refusals: refused.map((agentId) => ({
        agentId,
        by: drawOne(random, ['customer', 'agent'] as const),
      })),
    };
  }
  const merged = [...desk.customers.values()].find(({ terms }) => terms?.mergedInto !== undefined);
  const kept = merged?.terms?.mergedInto;
  if (merged === undefined || kept === undefined || random() < 0.4) {
    return { type: 'merge-customers', customerId, mergedId };
  }
  return { type: 'split-customers', customerId: kept.id, mergedId: merged.id };
}

function drawTerms(random: Random, { at }: Moment): Command {
  if (random() < 0.4) return drawAgreement(random, at);
  return random() < 0.5
    ? drawCalendar(random, drawOne(random, CALENDARS), at - drawWhole(random, 0, 60_000))
    : drawPromise(random, drawOne(random, PROMISES));
}

function drawAgent(random: Random, desk: Desk): AgentId {
  return drawOne(random, desk.agents.size === 0 ? AGENTS : [...desk.agents.keys()]);
}

function drawHeld(
  random: Random,
  desk: Desk,
  statuses: readonly WorkStatus[],
): { workId: WorkId; agentId: AgentId } | undefined {
  const items = openItems(desk, statuses);
  if (items.length === 0) return undefined;
  const { id: workId, agent } = drawOne(random, items);
  return agent && { workId, agentId: agent.id };
}

function openItems(desk: Desk, statuses: readonly WorkStatus[]): readonly WorkRecord[] {
  return [...desk.work.values()].filter(({ status }) => statuses.includes(status));
}
