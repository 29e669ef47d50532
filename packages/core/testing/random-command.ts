import { CHANNELS } from '../channel.ts';
import type { Desk } from '../desk.ts';
import type { WorkRecord } from '../desk-records.ts';
import { type AgentId, asId, type WorkId } from '../id.ts';
import type { Command } from '../messages.ts';
import type { Instant } from '../time.ts';
import type { WorkStatus } from '../work/work-messages.ts';
import {
  AGENTS,
  CALENDARS,
  CUSTOMERS,
  drawBond,
  drawCalendar,
  drawCapacity,
  drawIntervals,
  drawPromise,
  drawSkills,
  PROMISES,
  SKILLS,
} from './random-set-up.ts';
import { drawOne, drawOrder, drawSome, drawWhole, type Random } from './seeded-random.ts';
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
  [3, drawAssignment],
  [4, drawAbandonment],
  [14, drawState],
  [3, drawProfile],
  [3, drawRetirement],
  [4, drawBusyIntervals],
  [4, drawBondChange],
  [3, drawTerms],
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

function drawArrival(random: Random, { step, isUniform }: Moment): Command {
  const isKnown = random() < 0.7;
  if (isUniform && random() < 0.9) {
    return {
      type: 'receive-work',
      workId: asId(`item-${step}`),
      channel: 'email',
      ...(isKnown && { customerId: drawOne(random, CUSTOMERS) }),
      requirements: [],
      promiseId: asId('at-once'),
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
    promiseId: drawOne(random, PROMISES),
    ...(random() < 0.3 && { priority }),
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
    return { type: 'complete-work', ...drawn, ...given };
  }
  const status = desk.work.get(drawn.workId)?.status;
  if (status === 'on-hold') return { type: 'resume-work', ...drawn };
  if (status === 'wrap-up') return { type: 'complete-work', ...drawn };
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

function drawAbandonment(random: Random, { desk }: Moment): Command | undefined {
  const open = openItems(desk, ['waiting', 'offered']);
  return open.length === 0 ? undefined : { type: 'abandon-work', workId: drawOne(random, open).id };
}

/** Whoever missed a call comes back at last. */
function drawState(random: Random, { desk }: Moment): Command {
  const agentId = drawAgent(random, desk);
  const state = drawOne(random, ['ready', 'ready', 'ready', 'not-ready', 'signed-out'] as const);
  const given = random() < 0.3 ? { reason: 'break' } : {};
  return { type: 'set-agent-state', agentId, state, ...given };
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
  return { type: 'retire-agent', agentId: isFitting ? first.id : drawAgent(random, desk) };
}

function drawAssignment(random: Random, { desk }: Moment): Command | undefined {
  const items = openItems(desk, ['waiting', 'offered']);
  if (items.length === 0) return undefined;
  const { id: workId } = drawOne(random, items);
  const isNamed = random() < 0.8;
  return { type: 'assign-work', workId, ...(isNamed && { toAgentId: drawAgent(random, desk) }) };
}

function drawBusyIntervals(random: Random, { desk, at }: Moment): Command {
  const intervals = drawIntervals(random, at);
  return { type: 'set-busy-intervals', agentId: drawAgent(random, desk), intervals };
}

function drawBondChange(random: Random, { desk }: Moment): Command {
  return drawBond(random, drawOne(random, CUSTOMERS), [...desk.agents.keys()]);
}

function drawTerms(random: Random, { at }: Moment): Command {
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
