import { createDesk, type Desk } from '../desk.ts';
import { STANDARD_CAPACITY } from '../agents/capacity.ts';
import { asId, type AgentId, type CustomerId, type WorkId } from '../id.ts';
import type { Command, DeskEvent } from '../messages.ts';
import { isSamePerson } from '../matters/members.ts';
import { POLICY, type Policy } from '../routing/policy.ts';
import { nextDueAt } from '../routing/timers.ts';
import type { Instant } from '../time.ts';
import { attempt, type Row } from './desk-driver.ts';
import type { RandomHistory } from './random-centre.ts';
import { AGENTS, BEGINS_AT, CUSTOMERS } from './random-set-up.ts';
import {
  drawOne,
  drawOrder,
  drawSome,
  drawWhole,
  type Random,
  seededRandom,
} from './seeded-random.ts';

/** Something that is going to be asked, if it still makes sense by then. */
interface Plan {
  readonly at: Instant;
  readonly command: (desk: Desk) => Command | undefined;
}

const CHANNELS = ['phone', 'chat', 'email', 'email'] as const;
const PROMISE_OF = { phone: 'phone', chat: 'chat', email: 'mail' } as const;

/**
 * Lives a centre in which people do what people do, as long as `itemCount` items: a few agents who answer
 * soon and finish what they took, customers who mostly know somebody and may give up, now and then a
 * pause, a meeting, a bond that changes. Somebody is free about half of the time, so that the desk has a
 * choice. Beside `runRandomCentre`, where nearly always all are taken and anything may happen.
 */
export function runSteadyCentre({
  seed,
  itemCount,
  policy = POLICY,
  watch,
}: {
  seed: number;
  itemCount: number;
  policy?: Policy;
  watch?: (row: Row, desk: Desk) => void;
}): RandomHistory {
  const random = seededRandom(seed);
  const desk = createDesk(policy);
  const rows: Row[] = [];
  const agents = AGENTS.slice(0, drawWhole(random, 2, 6));
  const plans: Plan[] = [];
  const take = (at: Instant, cause: Command | 'time'): void => {
    const row = attempt(desk, { at, cause });
    rows.push(row);
    watch?.(row, desk);
    for (const event of row.events) plans.push(...plansAfter(random, event, at));
  };
  for (const command of setUp(random, agents)) take(BEGINS_AT, command);
  const setUpCount = rows.length;
  plans.push(...arrivals(random, itemCount, agents));
  for (;;) {
    plans.sort((a, b) => a.at - b.at);
    const plan = plans[0];
    if (plan === undefined) return { desk, rows, setUpCount };
    const dueAt = nextDueAt(desk);
    if (dueAt !== undefined && dueAt <= plan.at) {
      take(dueAt, 'time');
      continue;
    }
    plans.shift();
    const command = plan.command(desk);
    if (command !== undefined) take(plan.at, command);
  }
}

function setUp(random: Random, agents: readonly AgentId[]): readonly Command[] {
  const promise = (id: string, targetMs: number): Command => {
    return { type: 'define-promise', promiseId: asId(id), targetMs, shareRatio: 0.8 };
  };
  return [
    promise('phone', 60_000),
    promise('chat', 180_000),
    promise('mail', 7_200_000),
    ...agents.map((agentId): Command => ({
      type: 'register-agent',
      agentId,
      skills: [],
      capacity: STANDARD_CAPACITY,
    })),
    ...agents.map((agentId): Command => ({ type: 'set-agent-state', agentId, state: 'ready' })),
    ...CUSTOMERS.map((customerId) => drawOwner(random, customerId, agents)),
  ];
}

/** Mostly one person each, so that others are asked as well. */
function drawOwner(random: Random, customerId: CustomerId, agents: readonly AgentId[]): Command {
  const [ownerId, ...others] = drawOrder(random, agents);
  return {
    type: 'change-bond',
    customerId,
    ...(ownerId !== undefined && { ownerId }),
    deputyIds: drawSome(random, others, 0.1),
  };
}

/** Items that keep between half and nine tenths of the agents busy, and what happens beside them. */
function arrivals(random: Random, itemCount: number, agents: readonly AgentId[]): readonly Plan[] {
  const loadRatio = 0.5 + 0.4 * random();
  const gapMs = MEAN_HANDLE_MS / (agents.length * loadRatio);
  const plans: Plan[] = [];
  let at = BEGINS_AT;
  for (let index = 0; index < itemCount; index += 1) {
    at += 1 + Math.floor(2 * gapMs * random());
    const workId = asId<'work'>(`item-${index}`);
    const channel = drawOne(random, CHANNELS);
    const received: Command = {
      type: 'receive-work',
      workId,
      channel,
      ...(random() < 0.9 && { customerId: drawOne(random, CUSTOMERS) }),
      requirements: [],
      promiseId: asId(PROMISE_OF[channel]),
    };
    plans.push({ at, command: () => received });
    if (channel !== 'email') plans.push(patience(random, workId, at));
    if (index % 7 === 3) plans.push(linking(workId, at));
    if (random() < 0.15) plans.push(...sideline(random, drawOne(random, agents), { agents, at }));
    if (random() < 0.05) plans.push(...emergency(random, at));
  }
  return plans;
}

/** It is about the same as what came in before of its customer, if that is still open. */
function linking(workId: WorkId, at: Instant): Plan {
  return {
    at: at + 1,
    command: ({ work }) => {
      const { customer } = work.get(workId) ?? {};
      const other = [...work.values()].find(
        (each) => each.id !== workId && isSamePerson(each.customer, customer),
      );
      if (other === undefined) return undefined;
      return { type: 'link-work', workId, toWorkId: other.id, matterId: asId(`of-${other.id}`) };
    },
  };
}

const MEAN_HANDLE_MS = 60_000;

function patience(random: Random, workId: WorkId, from: Instant): Plan {
  return {
    at: from + drawWhole(random, 5_000, 300_000),
    command: ({ work }) => {
      const status = work.get(workId)?.status;
      if (status !== 'waiting' && status !== 'offered') return undefined;
      return { type: 'abandon-work', workId };
    },
  };
}

/** A pause, a meeting, another bond, or somebody who gives a reserved item to anybody. */
function sideline(
  random: Random,
  agentId: AgentId,
  { agents, at }: { agents: readonly AgentId[]; at: Instant },
): readonly Plan[] {
  const kind = drawWhole(random, 0, 3);
  const untilAt = at + drawWhole(random, 10_000, 90_000);
  if (kind === 0) {
    const returning = random() < 0.5 ? { returnAt: untilAt } : {};
    // Somebody who is waited for, if there is one.
    const whoIn = ({ agents: all }: Desk) =>
      [...all.values()].find(({ reserved }) => reserved.length > 0)?.id ?? agentId;
    const pause = (desk: Desk): Command => {
      return { type: 'set-agent-state', agentId: whoIn(desk), state: 'not-ready', ...returning };
    };
    return [
      { at, command: pause },
      ...agents.map((each): Plan => ({
        at: untilAt,
        command: ({ agents: all }) =>
          all.get(each)?.state === 'ready'
            ? undefined
            : { type: 'set-agent-state', agentId: each, state: 'ready' },
      })),
    ];
  }
  if (kind === 1) {
    const intervals = [{ fromAt: at + drawWhole(random, 0, 30_000), untilAt: untilAt + 30_000 }];
    return [{ at, command: () => ({ type: 'set-busy-intervals', agentId, intervals }) }];
  }
  if (kind === 2) {
    const bond = drawOwner(random, drawOne(random, CUSTOMERS), agents);
    return [{ at, command: () => bond }];
  }
  return [
    {
      at,
      command: ({ work }) => {
        const reserved = [...work.values()].find(({ reservation }) => reservation !== undefined);
        return reserved && { type: 'assign-work', workId: reserved.id };
      },
    },
  ];
}

/** Everybody is needed at once for a while, mostly while something is reserved; now and then it is ended before its time. */
function emergency(random: Random, at: Instant): readonly Plan[] {
  const untilAt = at + drawWhole(random, 10_000, 90_000);
  const declare = {
    type: 'declare-emergency',
    reason: 'outage',
    declaredBy: 'person_vera',
    untilAt,
  } as const;
  const endsAt = at + drawWhole(random, 5_000, 120_000);
  const isAnyhow = random() < 0.2;
  return [
    {
      at,
      command: ({ work }) =>
        isAnyhow || [...work.values()].some(({ reservation }) => reservation !== undefined)
          ? declare
          : undefined,
    },
    {
      at: endsAt,
      command: ({ emergencies }) =>
        emergencies.get(undefined)?.untilAt === untilAt && endsAt < untilAt
          ? { type: 'end-emergency' }
          : undefined,
    },
  ];
}

/** As what somebody is who missed a call. */
const SET_ASIDE: readonly (string | undefined)[] = ['ring-no-answer', 'outage'];

/** Who is offered something takes it soon, works on it, wraps up and completes it. Who missed one comes back. */
function plansAfter(random: Random, event: DeskEvent, at: Instant): readonly Plan[] {
  if (event.type === 'agent-state-changed' && SET_ASIDE.includes(event.reason)) {
    const { agentId } = event;
    const command = (): Command => ({ type: 'set-agent-state', agentId, state: 'ready' });
    return [{ at: at + 5_000, command }];
  }
  if (event.type !== 'work-offered') return [];
  const { workId, agentId } = event;
  const ifIts = (statuses: readonly string[], command: Command) => (desk: Desk) => {
    const work = desk.work.get(workId);
    return work?.agent?.id === agentId && statuses.includes(work.status) ? command : undefined;
  };
  const isMissed = random() < 0.03;
  const acceptedAt = at + (isMissed ? 600_000 : drawWhole(random, 500, 4_000));
  // Long and short ones: the product of two is more uneven than either.
  const handleMs = 500 + Math.floor(4 * MEAN_HANDLE_MS * random() * random());
  const wrapUpMs = drawWhole(random, 1_000, 15_000);
  return [
    { at: acceptedAt, command: ifIts(['offered'], { type: 'accept-offer', workId, agentId }) },
    {
      at: acceptedAt + handleMs,
      command: ifIts(['active'], { type: 'wrap-up-work', workId, agentId }),
    },
    {
      at: acceptedAt + handleMs + wrapUpMs,
      command: ifIts(['wrap-up'], { type: 'complete-work', workId, agentId }),
    },
  ];
}
