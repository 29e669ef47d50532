import { weightOf } from '../agents/load.ts';
import { knownAgents } from '../bonds/known-agents.ts';
import { renewKnown } from '../bonds/renew-known.ts';
import { type Desk, present } from '../desk.ts';
import type { AgentRecord, WorkRecord } from '../desk-records.ts';
import { serviceMsAt } from '../promises/service-hours.ts';
import { unreachable } from '../result.ts';
import { classOf, renewAvailability } from '../routing/needs.ts';
import { dequeue, enqueue } from '../routing/queues.ts';
import { scheduleWork, unscheduleWork } from '../routing/timers.ts';
import type { Instant } from '../time.ts';
import { addOpen, removeOpen } from './open-work.ts';
import type {
  WorkAssigned,
  WorkEvent,
  WorkOffered,
  WorkReceived,
  WorkStatus,
  WorkTransferred,
} from './work-messages.ts';

/** Applies what happened to an item. */
export function evolveWork(desk: Desk, event: WorkEvent, at: Instant): void {
  if (event.type === 'desk-resumed') return;
  if (event.type === 'work-received') {
    receive(desk, event, at);
    return;
  }
  const work = present(desk.work.get(event.workId));
  switch (event.type) {
    case 'work-offered':
      offer(desk, work, event, at);
      return;
    case 'offer-declined':
    case 'offer-expired':
      exclude(work, present(work.agent), event.excludedUntil);
      release(desk, work, at);
      return;
    case 'exclusion-ended':
      work.exclusions = work.exclusions.filter(({ agent }) => agent.id !== event.agentId);
      scheduleWork(desk, work);
      return;
    case 'work-assigned':
      assign(desk, work, event);
      return;
    case 'work-transferred':
      transfer(desk, work, event, at);
      return;
    case 'offer-withdrawn':
      release(desk, work, at);
      return;
    case 'work-completed':
    case 'work-abandoned':
      close(desk, work);
      return;
    default:
      carry(desk, work, event.type, at);
  }
}

function receive(desk: Desk, event: WorkReceived, at: Instant): void {
  const { channel, customerId, requirements } = event;
  const promise = present(desk.promises.get(event.promiseId));
  const isProficiencyFirst = event.isProficiencyFirst ?? false;
  const priority = event.priority ?? 0;
  const handle = desk.index.freeWorkHandles.pop() ?? desk.index.workByHandle.length;
  const work: WorkRecord = {
    id: event.workId,
    handle,
    order: desk.nextOrder++,
    customerId,
    receivedAt: at,
    waitingSince: at,
    waitedMs: 0,
    class: classOf(desk, { channel, requirements, isProficiencyFirst, promise, priority }),
    arrivalMs: 0,
    status: 'waiting',
    statusSince: at,
    agent: undefined,
    offerExpiresAt: 0,
    preferred: undefined,
    known: customerId === undefined ? [] : knownAgents(desk.bonds.get(customerId), undefined),
    exclusions: [],
  };
  addOpen(desk, work);
  enqueue(desk, work);
}

function offer(desk: Desk, work: WorkRecord, event: WorkOffered, at: Instant): void {
  const agent = present(desk.agents.get(event.agentId));
  dequeue(desk, work);
  setStatus(work, 'offered', at);
  work.agent = agent;
  work.offerExpiresAt = event.expiresAt;
  agent.offered = work;
  agent.lastAssignedAt = at;
  renewAvailability(desk, agent);
  scheduleWork(desk, work);
}

type CarriedEvent = 'offer-accepted' | 'work-held' | 'work-resumed' | 'work-wrapped-up';

function carry(desk: Desk, work: WorkRecord, type: CarriedEvent, at: Instant): void {
  switch (type) {
    case 'offer-accepted':
      endWait(work, at);
      setStatus(work, 'active', at);
      takeUp(desk, work, present(work.agent));
      return;
    case 'work-held':
      setStatus(work, 'on-hold', at);
      return;
    case 'work-resumed':
      setStatus(work, 'active', at);
      return;
    case 'work-wrapped-up':
      setStatus(work, 'wrap-up', at);
      return;
    default:
      unreachable(type);
  }
}

/** What it has waited stays with it, wherever it goes. */
function endWait(work: WorkRecord, at: Instant): void {
  const { hours } = work.class.promise;
  work.waitedMs += serviceMsAt(hours, at) - serviceMsAt(hours, work.waitingSince);
}

function takeUp(desk: Desk, work: WorkRecord, agent: AgentRecord): void {
  agent.offered = undefined;
  work.offerExpiresAt = 0;
  work.exclusions = [];
  agent.carried.add(work);
  agent.loadUnits += weightOf(agent, work.class.need.channel);
  renewAvailability(desk, agent);
  scheduleWork(desk, work);
}

function transfer(desk: Desk, work: WorkRecord, event: WorkTransferred, at: Instant): void {
  const { need, promise, priority } = work.class;
  const { channel, isProficiencyFirst } = need;
  exclude(work, present(work.agent), event.excludedUntil);
  work.waitingSince = at;
  work.preferred =
    event.toAgentId === undefined ? undefined : present(desk.agents.get(event.toAgentId));
  const bond = work.customerId === undefined ? undefined : desk.bonds.get(work.customerId);
  work.known = knownAgents(bond, work.preferred);
  const requirements = event.requirements ?? need.requirements;
  work.class = classOf(desk, { channel, requirements, isProficiencyFirst, promise, priority });
  release(desk, work, at);
}

function assign(desk: Desk, work: WorkRecord, { toAgentId }: WorkAssigned): void {
  work.preferred = toAgentId === undefined ? undefined : present(desk.agents.get(toAgentId));
  work.exclusions = work.exclusions.filter(({ agent }) => agent !== work.preferred);
  renewKnown(desk, work);
  scheduleWork(desk, work);
}

function exclude(work: WorkRecord, agent: AgentRecord, until: Instant): void {
  const others = work.exclusions.filter((exclusion) => exclusion.agent !== agent);
  work.exclusions = [...others, { agent, until }];
}

/** Lets whoever has the item go of it, and puts it back into the queues. */
function release(desk: Desk, work: WorkRecord, at: Instant): void {
  letGo(desk, work);
  setStatus(work, 'waiting', at);
  enqueue(desk, work);
  scheduleWork(desk, work);
}

function close(desk: Desk, work: WorkRecord): void {
  if (work.status === 'waiting') dequeue(desk, work);
  else letGo(desk, work);
  unscheduleWork(desk, work);
  removeOpen(desk, work);
}

function letGo(desk: Desk, work: WorkRecord): void {
  const agent = present(work.agent);
  if (agent.offered === work) agent.offered = undefined;
  else if (agent.carried.delete(work)) agent.loadUnits -= weightOf(agent, work.class.need.channel);
  work.agent = undefined;
  work.offerExpiresAt = 0;
  renewAvailability(desk, agent);
}

function setStatus(work: WorkRecord, status: WorkStatus, at: Instant): void {
  work.status = status;
  work.statusSince = at;
}
