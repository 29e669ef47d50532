import type { Instant } from '../time.ts';

/** That a customer goes before others for a while. */
export interface Credit {
  readonly priority: number;
  /** Who answers for it. */
  readonly ownerId: string;
  readonly untilAt: Instant;
}
