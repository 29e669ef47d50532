import type { Channel } from '../channel.ts';
import { asId, type AgentId, type WorkId } from '../id.ts';
import type { DeskEvent } from '../messages.ts';
import type { SiloAgent } from './silo-agent.ts';
import type { SiloKind } from './silo-kind.ts';
import type { ExclusionReason } from './silo-reasons.ts';

/** An open item, as far as silo time asks for it. */
export interface SiloItem {
  readonly id: WorkId;
  readonly channel: Channel;
  kind: SiloKind;
  isWaiting: boolean;
  isReserved: boolean;
  /** Who is being offered it. */
  offeredTo: AgentId | undefined;
  /** Who has put it off. */
  deferredBy: AgentId | undefined;
  /** Who carries it while its customer is silent, so that it weighs nothing. */
  silentFor: AgentId | undefined;
  readonly exclusions: Map<AgentId, ExclusionReason>;
  apart: readonly AgentId[];
}

const NO_PROMISE = asId<'promise'>('none');
const NO_AGENT = asId<'agent'>('none');

/**
 * The shortest history that leaves agents and items as these are. A fold that begins with it, all at one
 * moment, goes on from there like one that saw everything before: of agents' time and silo time; of first
 * waits only for what comes in later. It names neither customers nor promises.
 */
export function siloCheckpoint(
  agents: Iterable<SiloAgent>,
  items: Iterable<SiloItem>,
): readonly DeskEvent[] {
  const agentList = [...agents];
  const itemList = [...items];
  const carriers = new Map<WorkId, AgentId>();
  for (const { id, carried } of agentList)
    for (const workId of carried.keys()) carriers.set(workId, id);
  return [
    ...agentList.flatMap(eventsOfAgent),
    ...itemList.flatMap((item) => eventsOfItem(item, carriers.get(item.id))),
    // Last, because whoever let an item go was offered it before.
    ...itemList.flatMap(({ id, offeredTo }) =>
      offeredTo === undefined ? [] : [offer(id, offeredTo)],
    ),
  ];
}

function eventsOfAgent(agent: SiloAgent): readonly DeskEvent[] {
  const { id: agentId, capacity, state } = agent;
  const skills = [...agent.levels].map(([skill, level]) => ({ skill, level }));
  return [
    { type: 'agent-registered', v: 1, agentId, skills, capacity },
    { type: 'agent-state-changed', v: 1, agentId, state },
    ...(agent.isInterval ? [{ type: 'agent-busy-began' as const, v: 1 as const, agentId }] : []),
    ...(agent.isUnreachable ? [unreachableNow(agentId)] : []),
    ...(agent.isWindingDown ? [windDown(agentId)] : []),
  ];
}

function unreachableNow(agentId: AgentId): DeskEvent {
  return { type: 'agent-reachability-changed', v: 1, agentId, isReachable: false };
}

function windDown(agentId: AgentId): DeskEvent {
  const moments = { startsAt: 0, untilAt: 0 };
  return { type: 'wind-down-began', v: 1, agentId, reason: 'break', ...moments };
}

function eventsOfItem(item: SiloItem, carrierId: AgentId | undefined): readonly DeskEvent[] {
  const { id: workId, channel, kind, deferredBy, apart } = item;
  const requirements = [...kind.requirements, ...kind.tieRequirements];
  const received: DeskEvent = {
    type: 'work-received',
    v: 1,
    workId,
    channel,
    requirements,
    promiseId: NO_PROMISE,
  };
  const holderId = carrierId ?? deferredBy ?? item.silentFor;
  return [
    received,
    ...(holderId === undefined ? [] : [offer(workId, holderId), accept(workId, holderId)]),
    ...(deferredBy === undefined
      ? []
      : [
          {
            type: 'work-deferred' as const,
            v: 1 as const,
            workId,
            agentId: deferredBy,
            untilAt: 0,
          },
        ]),
    ...(item.silentFor === undefined ? [] : [silence(workId, item.silentFor)]),
    ...handedOnFirst(item).flatMap(([agentId, reason]) => exclusion(workId, agentId, reason)),
    ...keptApart(workId, apart),
    ...(item.isReserved ? [reservation(workId)] : []),
  ];
}

/** Who accepts an item forgets who had let it go, and to hand it on one has to accept it. */
function handedOnFirst({ exclusions }: SiloItem): readonly (readonly [AgentId, ExclusionReason])[] {
  const rank = (reason: ExclusionReason): number => (reason === 'handed-on' ? 0 : 1);
  return [...exclusions].sort(([, a], [, b]) => rank(a) - rank(b));
}

/** Said of what waits alone; of what does not it is said again when it does. */
function keptApart(workId: WorkId, refusedIds: readonly AgentId[]): readonly DeskEvent[] {
  if (refusedIds.length === 0) return [];
  return [{ type: 'work-queued', v: 1, workId, reason: 'nobody-free', refusedIds }];
}

function exclusion(
  workId: WorkId,
  agentId: AgentId,
  reason: ExclusionReason,
): readonly DeskEvent[] {
  const end = { v: 1, workId, agentId, excludedUntil: 0 } as const;
  if (reason === 'declined') {
    return [offer(workId, agentId), { type: 'offer-declined', reason: 'unknown', ...end }];
  }
  if (reason === 'missed') return [offer(workId, agentId), { type: 'offer-expired', ...end }];
  return [offer(workId, agentId), accept(workId, agentId), { type: 'work-transferred', ...end }];
}

function silence(workId: WorkId, agentId: AgentId): DeskEvent {
  return { type: 'customer-fell-silent', v: 1, workId, agentId };
}

function reservation(workId: WorkId): DeskEvent {
  const terms = { agentIds: [], untilAt: 0, chanceRatio: 0, insteadOfId: NO_AGENT, passedOver: [] };
  return { type: 'work-reserved', v: 1, workId, ...terms };
}

function offer(workId: WorkId, agentId: AgentId): DeskEvent {
  const reason = { code: 'best-suited' } as const;
  return { type: 'work-offered', v: 1, workId, agentId, expiresAt: 0, reason };
}

function accept(workId: WorkId, agentId: AgentId): DeskEvent {
  return { type: 'offer-accepted', v: 1, workId, agentId };
}
