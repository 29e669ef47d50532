import type { AgentId, WorkId } from '../id.ts';
import type { Instant, Interval } from '../time.ts';

/**
 * Replaces what is planned of an agent's days: when he is on duty, his own working hours among it, and when
 * he has a break. Leave and part-time are gaps between the duties. It signs nobody in or out.
 */
export interface SetRoster {
  readonly type: 'set-roster';
  readonly agentId: AgentId;
  /** Sorted, not overlapping. */
  readonly dutyIntervals: readonly Interval[];
  /** Sorted, not overlapping. */
  readonly breakIntervals: readonly Interval[];
}

/**
 * Says that an agent is away until a moment. His open offer goes back without blame, what he has in work and
 * can be served by others waits again, what he has put off until then goes to the deputy, who is asked in his
 * place meanwhile. Whoever becomes ready is back.
 */
export interface DeclareAbsence {
  readonly type: 'declare-absence';
  readonly agentId: AgentId;
  readonly untilAt: Instant;
  readonly deputyId?: AgentId;
}

/** Takes an absence back. What his deputy has not touched since is the agent's again, and soon after it his state. */
export interface CancelAbsence {
  readonly type: 'cancel-absence';
  readonly agentId: AgentId;
}

export type RosterCommand = SetRoster | DeclareAbsence | CancelAbsence;

/** What is planned of an agent's days was replaced. */
export interface RosterSet {
  readonly type: 'roster-set';
  readonly v: 1;
  readonly agentId: AgentId;
  readonly dutyIntervals: readonly Interval[];
  readonly breakIntervals: readonly Interval[];
}

/** What an agent winds down for. */
export type WindDownReason = 'break' | 'end-of-shift' | 'callback';

/** A break, the end of a shift or a call that he has promised is near: he is offered no live work until that is over. */
export interface WindDownBegan {
  readonly type: 'wind-down-began';
  readonly v: 1;
  readonly agentId: AgentId;
  readonly reason: WindDownReason;
  /** When the break begins, the shift ends, or he is to call. */
  readonly startsAt: Instant;
  readonly untilAt: Instant;
}

/** The break is over, or the call is to be made; or the shift is over, and whoever is still ready works on. */
export interface WindDownEnded {
  readonly type: 'wind-down-ended';
  readonly v: 1;
  readonly agentId: AgentId;
}

/** An agent is away until then. */
export interface AbsenceDeclared {
  readonly type: 'absence-declared';
  readonly v: 1;
  readonly agentId: AgentId;
  readonly untilAt: Instant;
  readonly deputyId?: AgentId;
}

/** An absence was taken back before its end. */
export interface AbsenceCancelled {
  readonly type: 'absence-cancelled';
  readonly v: 1;
  readonly agentId: AgentId;
}

/** An absence is over: its moment has come, or the agent is back. */
export interface AbsenceEnded {
  readonly type: 'absence-ended';
  readonly v: 1;
  readonly agentId: AgentId;
}

/** What somebody had put off is put off by another from now on, until the same moment. */
export interface DeferralHanded {
  readonly type: 'deferral-handed';
  readonly v: 1;
  readonly workId: WorkId;
  readonly agentId: AgentId;
  readonly toAgentId: AgentId;
  readonly untilAt: Instant;
}

/** An item left the hands of an agent who is away, or has no room for it; it waits again, and he is asked first once he can be. */
export interface WorkReleased {
  readonly type: 'work-released';
  readonly v: 1;
  readonly workId: WorkId;
  readonly agentId: AgentId;
  readonly reason: 'agent-absent' | 'agent-full';
}

export type RosterEvent =
  RosterSet | WindDownBegan | WindDownEnded | AbsenceDeclared | AbsenceCancelled | AbsenceEnded;

/** The agent is not away. */
export interface AgentNotAbsent {
  readonly code: 'agent-not-absent';
  readonly agentId: AgentId;
}

/** Whoever is away cannot stand in for somebody, nor is somebody his own deputy. */
export interface DeputyUnfit {
  readonly code: 'deputy-unfit';
  readonly deputyId: AgentId;
}

export type RosterRefusal = AgentNotAbsent | DeputyUnfit;
