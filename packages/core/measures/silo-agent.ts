import type { DeskEvent } from '../messages.ts';
import type { AgentState } from '../agents/agent-messages.ts';
import type { Capacity } from '../agents/capacity.ts';
import { type Channel, isSynchronous } from '../channel.ts';
import type { AgentId, WorkId } from '../id.ts';
import type { AgentEvent } from '../agents/agent-messages.ts';
import type { WindDownBegan, WindDownEnded } from '../roster/roster-messages.ts';
import type { Instant } from '../time.ts';
import { isWithin } from './agent-time.ts';
import type { SiloKind } from './silo-kind.ts';

/** Whether somebody could be offered something: `winding-down` where only that keeps him. */
export type Freedom = 'free' | 'winding-down' | 'none';

/** How an agent stands to a kind of work. */
export interface Fitness {
  readonly isFit: boolean;
  /** Whether he could be offered such an item now, or could but that he winds down. */
  freedom: Freedom;
}

/** As much of an agent as tells what he could be offered. */
export interface SiloAgent {
  readonly id: AgentId;
  levels: ReadonlyMap<string, number>;
  capacity: Capacity;
  state: AgentState;
  isInterval: boolean;
  isWindingDown: boolean;
  isUnreachable: boolean;
  hasOffer: boolean;
  /** What he carries, by item; what is put off weighs nothing. */
  readonly carried: Map<WorkId, Channel>;
  /** The kinds that he is able to do. */
  readonly kinds: Map<SiloKind, Fitness>;
}

type Registered = Extract<AgentEvent, { type: 'agent-registered' }>;

export function siloAgent({ agentId, skills, capacity }: Registered): SiloAgent {
  return {
    id: agentId,
    levels: new Map(skills.map(({ skill, level }) => [skill, level])),
    capacity,
    state: 'signed-out',
    isInterval: false,
    isWindingDown: false,
    isUnreachable: false,
    hasOffer: false,
    carried: new Map(),
    kinds: new Map(),
  };
}

/** Applies what happened to an agent. Returns whether he may be able to do other kinds of work now. */
export function changeSiloAgent(
  agent: SiloAgent,
  event: AgentEvent | WindDownBegan | WindDownEnded,
  at: Instant,
): boolean {
  switch (event.type) {
    case 'wind-down-began':
    case 'wind-down-ended':
      agent.isWindingDown = event.type === 'wind-down-began';
      return false;
    case 'agent-changed':
      if (event.skills !== undefined) {
        agent.levels = new Map(event.skills.map(({ skill, level }) => [skill, level]));
      }
      agent.capacity = event.capacity ?? agent.capacity;
      return true;
    case 'agent-state-changed':
      agent.state = event.state;
      return false;
    case 'busy-intervals-set':
      agent.isInterval = isWithin(event.intervals, at);
      return false;
    case 'agent-reachability-changed':
      agent.isUnreachable = !event.isReachable;
      return false;
    case 'agent-busy-began':
    case 'agent-busy-ended':
      agent.isInterval = event.type === 'agent-busy-began';
      return false;
    default:
      return false;
  }
}

/** Ready, not in a busy interval, with no open offer and with room for one more item of this channel. */
export function freedomFor(agent: SiloAgent, channel: Channel): Freedom {
  if (!hasTimeFor(agent, channel)) return 'none';
  return agent.isWindingDown && isSynchronous(channel) ? 'winding-down' : 'free';
}

function hasTimeFor(agent: SiloAgent, channel: Channel): boolean {
  if (agent.state !== 'ready' || agent.isUnreachable) return false;
  if (agent.isInterval || agent.hasOffer) return false;
  const { units, weights } = agent.capacity;
  let loadUnits = weights[channel] ?? Infinity;
  for (const carried of agent.carried.values()) loadUnits += weights[carried] ?? 0;
  return loadUnits <= units;
}

/** Whether he has what these requirements ask for, on duty or not. */
export function isAble(
  { levels, capacity }: SiloAgent,
  { channel, requirements }: Pick<SiloKind, 'channel' | 'requirements'>,
): boolean {
  const weight = capacity.weights[channel];
  if (weight === undefined || weight > capacity.units) return false;
  return requirements.every(({ skill, minLevel }) => (levels.get(skill) ?? 0) >= minLevel);
}

/** Whether somebody who is able is also on the right side of a kind's borders. */
export function isWithinTies({ levels }: SiloAgent, { tieRequirements }: SiloKind): boolean {
  return tieRequirements.every(({ skill, minLevel }) => (levels.get(skill) ?? 0) >= minLevel);
}

/** What begins or ends that somebody is offered less, whatever his duty. */
export function keepsFromWork(
  event: DeskEvent,
): event is Extract<
  DeskEvent,
  { type: 'agent-reachability-changed' | 'wind-down-began' | 'wind-down-ended' }
> {
  return (
    event.type === 'agent-reachability-changed' ||
    event.type === 'wind-down-began' ||
    event.type === 'wind-down-ended'
  );
}
