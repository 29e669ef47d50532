import {
  type AgentId,
  asId,
  type Command,
  createDesk,
  decide,
  type Desk,
  type DeskEvent,
  type Policy,
  POLICY,
} from '@rapport/core';
import { createActionQueue } from '../replay/action-queue.ts';
import { type Random, seededRandom } from '../random.ts';

/** A queue whose every time is exponential. Times are in units of the mean service of agent 0. */
export interface QueueModel {
  readonly agentCount: number;
  readonly arrivalRate: number;
  /** By agent; 1 for all when left out. */
  readonly serviceRates?: readonly number[];
  /** 0 where nobody gives up. */
  readonly patienceRate: number;
  /** Who calls when so many wait is turned away; nobody is when it is left out. */
  readonly waitingPlaces?: number;
  /** With which probability a caller is each agent's own; nobody's when left out. */
  readonly ownShares?: readonly number[];
  /** The share of callers who are anybody's own; all where it is left out. */
  readonly knownShare?: number;
  /** What is promised, in units of the mean service; 1 when left out. */
  readonly target?: number;
  /** Whether callers wait for their own agent alone. */
  readonly isStrict?: boolean;
  readonly bondBonus?: number;
}

/** What became of one caller. */
export interface CallerOutcome {
  readonly isBlocked: boolean;
  readonly hasAbandoned: boolean;
  /** In units of the mean service. */
  readonly wait: number;
  /** Whether his own agent answered. */
  readonly isKept: boolean;
  /** Whether he is anybody's own. */
  readonly isKnown: boolean;
}

/** So fine that whole ms do not show. */
const UNIT_MS = 1_000_000;
const PROMISE = asId<'promise'>('promise');

interface Caller {
  readonly at: number;
  readonly own: number | undefined;
  answeredAt?: number;
  answeredBy?: number;
  isBlocked?: boolean;
}

type Action =
  { readonly type: 'arrive' } | { readonly type: 'abandon' | 'complete'; readonly caller: number };

/** Plays arrivals to the desk itself, whose agents accept at once. The same seed gives the same outcomes. */
export function simulateQueue(
  model: QueueModel,
  { seed, arrivalCount }: { readonly seed: number; readonly arrivalCount: number },
): readonly CallerOutcome[] {
  // The chains that it is compared with hold nothing back.
  const bondBonus = model.bondBonus ?? POLICY.bondBonus;
  const policy: Policy = { ...POLICY, bondBonus, reservation: undefined };
  const desk = createDesk(policy);
  for (const command of setUp(model)) tell(desk, command, 0);
  const random = seededRandom(seed);
  const queue = createActionQueue<Action>();
  const callers: Caller[] = [];
  const ended = new Map<number, number>();
  let waitingCount = 0;

  const hear = (events: readonly DeskEvent[], at: number): void => {
    for (const event of events) {
      if (event.type !== 'work-offered') continue;
      const { workId, agentId } = event;
      const [index, agent] = [Number(workId.slice(1)), Number(agentId.slice(1))];
      const caller = callers[index];
      if (caller === undefined) throw new Error('the desk offers what nobody brought');
      waitingCount -= 1;
      Object.assign(caller, { answeredAt: at, answeredBy: agent });
      const rate = model.serviceRates?.[agent] ?? 1;
      queue.add(at + drawMs(random, rate), 0, { type: 'complete', caller: index });
      hear(tell(desk, { type: 'accept-offer', workId, agentId }, at), at);
    }
  };
  const arrive = (at: number): void => {
    const index = callers.length;
    const own = drawOwn(random, model);
    const caller: Caller = { at, own };
    callers.push(caller);
    if (index + 1 < arrivalCount) {
      queue.add(at + drawMs(random, model.arrivalRate), 1, { type: 'arrive' });
    }
    if (waitingCount === (model.waitingPlaces ?? Infinity)) {
      caller.isBlocked = true;
      return;
    }
    waitingCount += 1;
    if (model.patienceRate > 0) {
      queue.add(at + drawMs(random, model.patienceRate), 2, { type: 'abandon', caller: index });
    }
    if (own !== undefined) tell(desk, bondOf(index, own), at);
    hear(tell(desk, receive(index, own, model), at), at);
  };

  queue.add(0, 1, { type: 'arrive' });
  for (let at = queue.nextAt(); at !== undefined; at = queue.nextAt()) {
    const action = queue.take();
    if (action === undefined) break;
    if (action.type === 'arrive') {
      arrive(at);
      continue;
    }
    const caller = callers[action.caller];
    const workId = asId<'work'>(`w${action.caller}`);
    if (action.type === 'complete') {
      const agentId = agentOf(caller?.answeredBy ?? 0);
      hear(tell(desk, { type: 'complete-work', workId, agentId }, at), at);
    } else if (caller?.answeredAt === undefined) {
      waitingCount -= 1;
      ended.set(action.caller, at);
      hear(tell(desk, { type: 'abandon-work', workId }, at), at);
    }
  }
  return callers.map((caller, index) => outcomeOf(caller, ended.get(index)));
}

function outcomeOf(caller: Caller, gaveUpAt: number | undefined): CallerOutcome {
  const { at, own, answeredAt, answeredBy, isBlocked = false } = caller;
  return {
    isBlocked,
    hasAbandoned: gaveUpAt !== undefined,
    wait: ((answeredAt ?? gaveUpAt ?? at) - at) / UNIT_MS,
    isKept: answeredBy !== undefined && answeredBy === own,
    isKnown: own !== undefined,
  };
}

function setUp({ agentCount, isStrict, target = 1 }: QueueModel): readonly Command[] {
  const agents = Array.from({ length: agentCount }, (_, agent) => agentOf(agent));
  const own = (agentId: AgentId) => (isStrict === true ? [{ skill: agentId, level: 1 }] : []);
  // All six skills: which of them is asked for then makes no difference.
  const skills = SKILLS.map((skill) => ({ skill, level: 1 }));
  return [
    {
      type: 'define-promise',
      promiseId: PROMISE,
      targetMs: Math.round(target * UNIT_MS),
      shareRatio: 0.8,
    },
    ...agents.flatMap((agentId): Command[] => [
      {
        type: 'register-agent',
        agentId,
        skills: [...skills, ...own(agentId)],
        capacity: { units: 1, weights: { phone: 1 } },
      },
      { type: 'set-agent-state', agentId, state: 'ready' },
    ]),
  ];
}

const SKILLS = ['s0', 's1', 's2', 's3', 's4', 's5'];

function receive(index: number, own: number | undefined, { isStrict }: QueueModel): Command {
  const skill = SKILLS[index % SKILLS.length] ?? 's0';
  const border =
    isStrict === true && own !== undefined ? [{ skill: agentOf(own), minLevel: 1 }] : [];
  return {
    type: 'receive-work',
    workId: asId(`w${index}`),
    channel: 'phone',
    ...(own === undefined ? {} : { customerId: asId(`c${index}`) }),
    requirements: [{ skill, minLevel: 1 }, ...border],
    promiseId: PROMISE,
  };
}

function bondOf(index: number, own: number): Command {
  const customerId = asId<'customer'>(`c${index}`);
  return { type: 'change-bond', customerId, ownerId: agentOf(own), deputyIds: [] };
}

function agentOf(agent: number): AgentId {
  return asId(`a${agent}`);
}

function tell(desk: Desk, command: Command, at: number): readonly DeskEvent[] {
  const result = decide(desk, command, at);
  if (!result.ok) throw new Error(`the desk refuses ${command.type}: ${result.refusal.code}`);
  return result.value;
}

function drawMs(random: Random, rate: number): number {
  return Math.round((-Math.log(1 - random()) / rate) * UNIT_MS);
}

function drawOwn(random: Random, { ownShares, knownShare }: QueueModel): number | undefined {
  if (ownShares === undefined) return undefined;
  if (knownShare !== undefined && random() >= knownShare) return undefined;
  let drawn = random();
  const found = ownShares.findIndex((share) => (drawn -= share) < 0);
  return found === -1 ? ownShares.length - 1 : found;
}
