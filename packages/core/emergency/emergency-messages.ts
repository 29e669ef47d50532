import type { Instant } from '../time.ts';

/** Why everybody is needed at once. */
export const EMERGENCY_REASONS = ['outage', 'weather', 'safety', 'staff', 'other'] as const;

export type EmergencyReason = (typeof EMERGENCY_REASONS)[number];

/**
 * From now on, nothing that it covers is kept for those who know its customer, so that nobody waits beside
 * somebody who could help; what was kept is released at once. What a customer has chosen himself, and what was
 * promised to him, stays. It ends by itself. The one of the same scope that stands is replaced.
 */
export interface DeclareEmergency {
  readonly type: 'declare-emergency';
  readonly reason: EmergencyReason;
  /** What asks for this skill; all work where it is left out. */
  readonly skill?: string;
  /** Who answers for it: the id of a person. */
  readonly declaredBy: string;
  readonly untilAt: Instant;
}

/** Ends an emergency before its time. */
export interface EndEmergency {
  readonly type: 'end-emergency';
  readonly skill?: string;
}

export type EmergencyCommand = DeclareEmergency | EndEmergency;

/** Nothing that it covers is kept for anybody until then. */
export interface EmergencyDeclared {
  readonly type: 'emergency-declared';
  readonly v: 1;
  readonly reason: EmergencyReason;
  readonly skill?: string;
  readonly declaredBy: string;
  readonly untilAt: Instant;
}

/** An emergency was ended before its time. */
export interface EmergencyEnded {
  readonly type: 'emergency-ended';
  readonly v: 1;
  readonly skill?: string;
}

export type EmergencyEvent = EmergencyDeclared | EmergencyEnded;

/** No emergency of this scope stands. */
export interface EmergencyUnknown {
  readonly code: 'emergency-unknown';
  readonly skill?: string;
}
