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
const CUSTOMERS = AGENTS * 40;
/** Of the items, how many ask for what the customer's own agent can. */
const OWN_SKILL_RATIO = 0.7;
const PROMISE_ID = asId<'promise'>('promise_1');

/** The centre of `match.mjs` as a desk: the same agents, customers and draws, by our rule. */
export interface LargeDesk {
  /** As many arrivals as releases are drawn; whoever is released gets what waits. */
  readonly runBacklog: (count: number) => void;
  /** Arrivals and releases balance around half of the agents being busy. */
  readonly runIdle: (count: number) => void;
  /** Takes in items until so many wait. */
  readonly pileUp: (waitingCount: number) => void;
  readonly commandCount: () => number;
}

interface LargeAgent {
  readonly id: AgentId;
  readonly skills: readonly string[];
  /** What he works on; one item at a time, because all of it is calls. */
  carried: WorkId | undefined;
}

interface Customer {
  readonly id: CustomerId;
  readonly owner: LargeAgent;
}

type Give = (command: Command) => readonly DeskEvent[];

/** Makes the desk, with half of the agents idle and nobody waiting. */
export function largeDesk(): LargeDesk {
  const chance = seededChance(7);
  const desk = createDesk();
  let at = 1_700_000_000_000;
  let commandCount = 0;
  const give: Give = (command) => {
    const result = decide(desk, command, ++at);
    if (!result.ok) throw new Error(`${command.type} was refused: ${result.refusal.code}`);
    commandCount++;
    return result.value;
  };
  const agents = registerAgents(give, chance);
  const customers = bondCustomers(give, chance, agents);
  const floor = runFloor(give, chance, { agents, customers });
  while (floor.busyCount() < AGENTS / 2) floor.arrive();
  return {
    commandCount: () => commandCount,
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

function registerAgents(give: Give, chance: () => number): readonly LargeAgent[] {
  give({ type: 'define-promise', promiseId: PROMISE_ID, targetMs: 20_000, shareRatio: 0.8 });
  return Array.from({ length: AGENTS }, (_, number) => {
    const skills = new Set<string>();
    while (skills.size < SKILLS_EACH) skills.add(`skill_${Math.floor(chance() * SKILLS)}`);
    const agentId = asId<'agent'>(`agent_${number}`);
    const levels = [...skills].map((skill) => ({ skill, level: 3 }));
    give({ type: 'register-agent', agentId, skills: levels, capacity: STANDARD_CAPACITY });
    give({ type: 'set-agent-state', agentId, state: 'ready' });
    return { id: agentId, skills: [...skills], carried: undefined };
  });
}

function bondCustomers(
  give: Give,
  chance: () => number,
  agents: readonly LargeAgent[],
): readonly Customer[] {
  return Array.from({ length: CUSTOMERS }, (_, number) => {
    const id = asId<'customer'>(`customer_${number}`);
    const owner = oneOf(agents, chance);
    give({ type: 'change-bond', customerId: id, ownerId: owner.id, deputyIds: [] });
    return { id, owner };
  });
}

/** What happens on the floor: items arrive, and agents finish theirs. */
function runFloor(
  give: Give,
  chance: () => number,
  { agents, customers }: { agents: readonly LargeAgent[]; customers: readonly Customer[] },
) {
  const byId = new Map(agents.map((agent) => [agent.id, agent]));
  let workCount = 0;
  let waitingCount = 0;
  let busyCount = 0;
  const acceptOffers = (events: readonly DeskEvent[]): void => {
    for (const event of events) {
      if (event.type !== 'work-offered') continue;
      const { workId, agentId } = event;
      give({ type: 'accept-offer', workId, agentId });
      const agent = byId.get(agentId);
      if (agent === undefined) throw new Error(`${agentId} is nobody's`);
      agent.carried = workId;
      busyCount++;
      waitingCount--;
    }
  };
  const arrive = (): void => {
    const { id: customerId, owner } = oneOf(customers, chance);
    const skill =
      chance() < OWN_SKILL_RATIO
        ? oneOf(owner.skills, chance)
        : `skill_${Math.floor(chance() * SKILLS)}`;
    waitingCount++;
    const events = give({
      type: 'receive-work',
      workId: asId<'work'>(`work_${++workCount}`),
      channel: 'phone',
      customerId,
      requirements: [{ skill, minLevel: 1 }],
      promiseId: PROMISE_ID,
      priority: priorityOf(chance()),
    });
    acceptOffers(events);
  };
  const release = (): void => {
    let agent = oneOf(agents, chance);
    while (agent.carried === undefined) agent = oneOf(agents, chance);
    const { id: agentId, carried: workId } = agent;
    agent.carried = undefined;
    busyCount--;
    acceptOffers(give({ type: 'complete-work', workId, agentId }));
  };
  return { arrive, release, waitingCount: () => waitingCount, busyCount: () => busyCount };
}

function priorityOf(drawn: number): number {
  if (drawn < 0.8) return 0;
  return drawn < 0.95 ? 1 : 2;
}

function oneOf<Item>(items: readonly Item[], chance: () => number): Item {
  const item = items[Math.floor(chance() * items.length)];
  if (item === undefined) throw new Error('there are none');
  return item;
}
