import type { AgentId } from '../id.ts';
import type { DeskEvent } from '../messages.ts';
import type { AbsenceDeclared, RosterSet } from '../roster/roster-messages.ts';
import type { Instant } from '../time.ts';

type Event<Type extends DeskEvent['type']> = Extract<DeskEvent, { type: Type }>;

/** Somebody's days, as the model has them. */
interface Days {
  readonly id: AgentId;
  roster: RosterSet | undefined;
  absence: AbsenceDeclared | undefined;
}

interface Wrapped {
  wrapUpAt: Instant;
  wrapUpEndsAt: Instant;
  extensionCount: number;
}

/** Takes what happened to somebody's days into the model. */
export function applyRoster(
  agent: Days,
  event: Event<'roster-set' | 'absence-declared' | 'absence-cancelled' | 'absence-ended'>,
): readonly string[] {
  if (event.type === 'roster-set') {
    agent.roster = event;
    return [];
  }
  const wasAbsent = agent.absence !== undefined;
  agent.absence = event.type === 'absence-declared' ? event : undefined;
  return event.type === 'absence-declared' || wasAbsent ? [] : [`${agent.id} was not away`];
}

/** An absence whose deputy has gone. */
export function withoutDeputy({ type, v, agentId, untilAt }: AbsenceDeclared): AbsenceDeclared {
  return { type, v, agentId, untilAt };
}

/** A wrap-up has an end, and may have another. */
export function changeWrapUp(
  item: Wrapped,
  event: Event<'work-wrapped-up' | 'wrap-up-extended'>,
  at: Instant,
): void {
  item.wrapUpEndsAt = event.endsAt ?? 0;
  if (event.type === 'work-wrapped-up') item.wrapUpAt = at;
  else item.extensionCount += 1;
}
