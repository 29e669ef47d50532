import type { Instant } from '../time.ts';
import type { EmergencyReason } from './emergency-messages.ts';

/** That everybody is needed at once, for what asks for a skill or for all. */
export interface Emergency {
  readonly reason: EmergencyReason;
  readonly skill: string | undefined;
  /** Who answers for it. */
  readonly declaredBy: string;
  readonly since: Instant;
  readonly untilAt: Instant;
}
