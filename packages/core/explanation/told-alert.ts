import type { Rung } from '../alerts/alert-messages.ts';
import type { AgentId } from '../id.ts';
import type { Instant } from '../time.ts';
import type { WorkEvent } from '../work/work-messages.ts';

/** That an item is late or going to be, whom that was told, and who did something about it. */
export interface ToldAlert {
  readonly rung: Rung;
  readonly since: Instant;
  /** Who was told first. */
  readonly agentId?: AgentId;
  /** Whether those who watch over it were told. */
  readonly isEscalated: boolean;
  readonly seenAt?: Instant;
}

/** What is told of an item once this has happened to it. */
export function alertAfter(
  alert: ToldAlert | undefined,
  event: WorkEvent,
  at: Instant,
): ToldAlert | undefined {
  if (event.type === 'alert-raised') {
    const { rung, agentId, escalatesAt } = event;
    const told = agentId === undefined ? {} : { agentId };
    return { rung, since: at, ...told, isEscalated: escalatesAt === undefined };
  }
  if (alert === undefined) return undefined;
  if (event.type === 'alert-escalated') return { ...alert, isEscalated: true };
  if (event.type === 'alert-acknowledged') return { ...alert, seenAt: at };
  return alert;
}
