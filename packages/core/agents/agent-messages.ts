import type { AgentId } from '../id.ts';
import type { Instant, Interval } from '../time.ts';
import type { Capacity } from './capacity.ts';
import type { SkillLevel } from './skill.ts';

/** Duty: whether he takes part at all. What he is working on is separate. */
export type AgentState = 'signed-out' | 'ready' | 'not-ready';

/** Makes an agent known to the desk, signed out. */
export interface RegisterAgent {
  readonly type: 'register-agent';
  readonly agentId: AgentId;
  readonly skills: readonly SkillLevel[];
  readonly capacity: Capacity;
  /** Whether live work that would be late may be offered to him while he is at something that can wait; not by default. */
  readonly isInterruptible?: boolean;
}

/** Replaces an agent's skills, his capacity, or both; what is left out stays. */
export interface ChangeAgent {
  readonly type: 'change-agent';
  readonly agentId: AgentId;
  readonly skills?: readonly SkillLevel[];
  readonly capacity?: Capacity;
  readonly isInterruptible?: boolean;
}

/** Signs an agent in or out, or pauses him. An open offer goes back when he stops being ready. */
export interface SetAgentState {
  readonly type: 'set-agent-state';
  readonly agentId: AgentId;
  readonly state: AgentState;
  /** Why he is not ready, as a code: `break`, `meeting`. */
  readonly reason?: string;
  /** When he means to be back, for people to see; only of who is not ready. */
  readonly returnAt?: Instant;
}

/** Replaces the intervals in which an agent takes no new work although he is on duty. */
export interface SetBusyIntervals {
  readonly type: 'set-busy-intervals';
  readonly agentId: AgentId;
  /** Sorted, not overlapping. */
  readonly intervals: readonly Interval[];
}

/**
 * Takes an agent who is signed out off the desk. The bonds that he owns go to their first deputy who is still
 * there, else to his successor, where one is named. Whoever comes back is registered again.
 */
export interface RetireAgent {
  readonly type: 'retire-agent';
  readonly agentId: AgentId;
  readonly successorId?: AgentId;
}

/**
 * Says whether an agent's desk can be reached. While it cannot, he is offered nothing, and an open offer goes
 * back without blame; what he carries stays his. Whoever becomes ready is there again.
 */
export interface SetReachability {
  readonly type: 'set-reachability';
  readonly agentId: AgentId;
  readonly isReachable: boolean;
}

export type AgentCommand =
  RegisterAgent | ChangeAgent | SetAgentState | SetBusyIntervals | SetReachability | RetireAgent;

/** An agent became known to the desk. */
export interface AgentRegistered {
  readonly type: 'agent-registered';
  readonly v: 1;
  readonly agentId: AgentId;
  readonly skills: readonly SkillLevel[];
  readonly capacity: Capacity;
  /** Whether live work that would be late may be offered to him while he is at something that can wait; not by default. */
  readonly isInterruptible?: boolean;
}

/** An agent's skills or capacity were replaced. */
export interface AgentChanged {
  readonly type: 'agent-changed';
  readonly v: 1;
  readonly agentId: AgentId;
  readonly skills?: readonly SkillLevel[];
  readonly capacity?: Capacity;
  readonly isInterruptible?: boolean;
}

/** An agent's duty changed: by himself, or because he missed a synchronous offer. */
export interface AgentStateChanged {
  readonly type: 'agent-state-changed';
  readonly v: 1;
  readonly agentId: AgentId;
  readonly state: AgentState;
  readonly reason?: string;
  readonly returnAt?: Instant;
}

/** An agent's busy intervals were replaced. */
export interface BusyIntervalsSet {
  readonly type: 'busy-intervals-set';
  readonly v: 1;
  readonly agentId: AgentId;
  readonly intervals: readonly Interval[];
}

/** A busy interval of the agent began, perhaps as another ended; he is offered nothing until it ends. */
export interface AgentBusyBegan {
  readonly type: 'agent-busy-began';
  readonly v: 1;
  readonly agentId: AgentId;
}

/** A busy interval of the agent ended. */
export interface AgentBusyEnded {
  readonly type: 'agent-busy-ended';
  readonly v: 1;
  readonly agentId: AgentId;
}

/** An agent's desk can be reached from now on, or no more. */
export interface AgentReachabilityChanged {
  readonly type: 'agent-reachability-changed';
  readonly v: 1;
  readonly agentId: AgentId;
  readonly isReachable: boolean;
}

/**
 * An agent left the desk. Bonds that he owned and somebody else can have follow as `bonds-rehomed`; others that
 * name him stay, and count for nothing until he is registered again.
 */
export interface AgentRetired {
  readonly type: 'agent-retired';
  readonly v: 1;
  readonly agentId: AgentId;
  readonly successorId?: AgentId;
}

export type AgentEvent =
  | AgentRegistered
  | AgentChanged
  | AgentStateChanged
  | BusyIntervalsSet
  | AgentBusyBegan
  | AgentBusyEnded
  | AgentReachabilityChanged
  | AgentRetired;

/** No agent with this id is registered. */
export interface AgentUnknown {
  readonly code: 'agent-unknown';
  readonly agentId: AgentId;
}

/** The id belongs to an agent already registered. */
export interface AgentAlreadyRegistered {
  readonly code: 'agent-already-registered';
  readonly agentId: AgentId;
}

/** He cannot sign out or be retired while he carries work; it is to be completed or transferred first. */
export interface AgentCarriesWork {
  readonly code: 'agent-carries-work';
  readonly agentId: AgentId;
  readonly carriedCount: number;
}

/** He cannot be retired while he is on duty; he signs out first, or is signed out. */
export interface AgentOnDuty {
  readonly code: 'agent-on-duty';
  readonly agentId: AgentId;
}

export type AgentRefusal = AgentUnknown | AgentAlreadyRegistered | AgentCarriesWork | AgentOnDuty;
