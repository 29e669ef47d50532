import {
  type AgentId,
  asId,
  type Command,
  createDesk,
  type CustomerId,
  decide,
  type DeskEvent,
  STANDARD_CAPACITY,
  type WorkId,
} from '@rapport/core';
import { seededChance } from './seeded-chance.ts';

const AGENTS = 10_000;
const SKILLS = 50;
const SKILLS_EACH = 3;
const LEVELS = 5;
const CUSTOMERS = AGENTS * 40;
/** Each has an owner, and up to so many deputies. */
const DEPUTIES_MAX = 4;
/** Of the items, how many ask for what the customer's own agent can. */
const OWN_SKILL_RATIO = 0.7;
/** Of the items, how many ask for somebody of level 3 at least; the others for anybody who has learnt it. */
const SKILLED_RATIO = 0.3;
const PROMISE_ID = asId<'promise'>('promise_1');

/** The centre of `match.mjs` as a desk, by our rule: the same agents, and customers who know up to five. */
export interface LargeDesk {
  /** As many arrivals as releases are drawn; whoever is released gets what waits. */
  readonly runBacklog: (count: number) => void;
  /** Arrivals and releases balance around half of the agents being busy. */
  readonly runIdle: (count: number) => void;
  /** Takes in items until so many wait. */
  readonly pileUp: (waitingCount: number) => void;
  readonly openCount: () => number;
  readonly commandCount: () => number;
  /** From now on each command's time is kept, in µs; returns those kept so far. */
  readonly keepTimes: () => readonly number[];
}

// Flat lists of numbers and ids, as the floor has them: what the load costs is not to be measured.
interface Cast {
  readonly agentIds: readonly AgentId[];
  readonly agentById: ReadonlyMap<AgentId, number>;
  /** By agent. */
  readonly skills: readonly (readonly string[])[];
  readonly customerIds: readonly CustomerId[];
  /** By customer: whose skills he most often asks for. */
  readonly ownerOf: Int32Array;
}

type Give = (command: Command) => readonly DeskEvent[];

/** Makes the desk, with half of the agents idle and nobody waiting. */
export function largeDesk(): LargeDesk {
  const chance = seededChance(7);
  const desk = createDesk();
  let at = 1_700_000_000_000;
  let commandCount = 0;
  let times: number[] | undefined;
  const decideNow = (command: Command): readonly DeskEvent[] => {
    const result = decide(desk, command, ++at);
    if (!result.ok) throw new Error(`${command.type} was refused: ${result.refusal.code}`);
    commandCount++;
    return result.value;
  };
  const give: Give = (command) => {
    if (times === undefined) return decideNow(command);
    const startMs = performance.now();
    const events = decideNow(command);
    times.push((performance.now() - startMs) * 1000);
    return events;
  };
  const floor = runFloor(give, chance, makeCast(give, chance));
  while (floor.busyCount() < AGENTS / 2) floor.arrive();
  return {
    openCount: () => desk.work.size,
    commandCount: () => commandCount,
    keepTimes: () => {
      const kept = times ?? [];
      times = [];
      return kept;
    },
    pileUp: (count) => {
      while (floor.waitingCount() < count) floor.arrive();
    },
    runBacklog: (count) => {
      for (let i = 0; i < count; i++) (chance() < 0.5 ? floor.arrive : floor.release)();
    },
    runIdle: (count) => {
      for (let i = 0; i < count; i++) {
        (chance() >= floor.busyCount() / AGENTS ? floor.arrive : floor.release)();
      }
    },
  };
}

function makeCast(give: Give, chance: () => number): Cast {
  give({ type: 'define-promise', promiseId: PROMISE_ID, targetMs: 20_000, shareRatio: 0.8 });
  const agentIds = Array.from({ length: AGENTS }, (_, agent) => asId<'agent'>(`agent_${agent}`));
  const skills = agentIds.map(() => {
    const drawn = new Set<string>();
    while (drawn.size < SKILLS_EACH) drawn.add(`skill_${below(SKILLS, chance)}`);
    return [...drawn];
  });
  for (const [agent, agentId] of agentIds.entries()) {
    const levels = (skills[agent] ?? []).map((skill) => ({
      skill,
      level: 1 + below(LEVELS, chance),
    }));
    give({ type: 'register-agent', agentId, skills: levels, capacity: STANDARD_CAPACITY });
    give({ type: 'set-agent-state', agentId, state: 'ready' });
  }
  const customerIds = Array.from({ length: CUSTOMERS }, (_, customer) =>
    asId<'customer'>(`customer_${customer}`),
  );
  const ownerOf = Int32Array.from(customerIds, () => below(AGENTS, chance));
  for (const [customer, customerId] of customerIds.entries()) {
    const owner = ownerOf[customer] ?? 0;
    const deputies = new Set<number>();
    for (let left = below(DEPUTIES_MAX + 1, chance); left > 0; left--) {
      deputies.add(below(AGENTS, chance));
    }
    deputies.delete(owner);
    give({
      type: 'change-bond',
      customerId,
      ownerId: oneOf(agentIds, owner),
      deputyIds: Array.from(deputies, (deputy) => oneOf(agentIds, deputy)),
    });
  }
  const agentById = new Map(agentIds.map((id, agent) => [id, agent]));
  return { agentIds, agentById, skills, customerIds, ownerOf };
}

/** What happens on the floor: items arrive, and agents finish theirs. */
function runFloor(
  give: Give,
  chance: () => number,
  { agentIds, agentById, skills, customerIds, ownerOf }: Cast,
) {
  /** What each agent works on; one item at a time, because all of it is calls. */
  const carried = agentIds.map((): WorkId | undefined => undefined);
  const allSkills = Array.from({ length: SKILLS }, (_, skill) => `skill_${skill}`);
  let workCount = 0;
  let waitingCount = 0;
  let busyCount = 0;
  const acceptOffers = (events: readonly DeskEvent[]): void => {
    for (const event of events) {
      if (event.type !== 'work-offered') continue;
      const { workId, agentId } = event;
      give({ type: 'accept-offer', workId, agentId });
      carried[agentById.get(agentId) ?? -1] = workId;
      busyCount++;
      waitingCount--;
    }
  };
  const arrive = (): void => {
    const customer = below(CUSTOMERS, chance);
    const isOwnSkill = chance() < OWN_SKILL_RATIO;
    const known = isOwnSkill ? oneOf(skills, ownerOf[customer] ?? -1) : allSkills;
    waitingCount++;
    const events = give({
      type: 'receive-work',
      workId: asId<'work'>(`work_${++workCount}`),
      channel: 'phone',
      customerId: oneOf(customerIds, customer),
      requirements: [
        {
          skill: oneOf(known, below(known.length, chance)),
          minLevel: chance() < SKILLED_RATIO ? 3 : 1,
        },
      ],
      promiseId: PROMISE_ID,
      priority: priorityOf(chance()),
    });
    acceptOffers(events);
  };
  const release = (): void => {
    let agent = below(AGENTS, chance);
    while (carried[agent] === undefined) agent = agent + 1 === AGENTS ? 0 : agent + 1;
    const workId = oneOf(carried, agent);
    if (workId === undefined) return;
    carried[agent] = undefined;
    busyCount--;
    acceptOffers(give({ type: 'complete-work', workId, agentId: oneOf(agentIds, agent) }));
  };
  return { arrive, release, waitingCount: () => waitingCount, busyCount: () => busyCount };
}

function priorityOf(drawn: number): number {
  if (drawn < 0.8) return 0;
  return drawn < 0.95 ? 1 : 2;
}

function below(count: number, chance: () => number): number {
  return Math.floor(chance() * count);
}

function oneOf<Item>(items: readonly Item[], index: number): Item {
  if (index < 0 || index >= items.length) throw new Error('there is none');
  return items[index] as Item;
}
