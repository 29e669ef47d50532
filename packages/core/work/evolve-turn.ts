import { weightOf } from '../agents/load.ts';
import { type Desk, present } from '../desk.ts';
import type { WorkRecord } from '../desk-records.ts';
import { renewAvailability } from '../routing/memberships.ts';
import { scheduleWork } from '../routing/timers.ts';
import type { TurnEvent } from './turn-messages.ts';

/** Applies whose turn it is in a chat: one whose customer is silent takes nothing of its agent's units. */
export function evolveTurn(desk: Desk, work: WorkRecord, event: TurnEvent): void {
  const agent = present(work.agent);
  const wasSilent = work.turn?.isSilent ?? false;
  work.turn = turnAfter(work, event);
  const isSilent = work.turn?.isSilent ?? false;
  if (isSilent !== wasSilent) {
    const weight = weightOf(agent, work.class.need.channel);
    agent.loadUnits += isSilent ? -weight : weight;
    renewAvailability(desk, agent);
  }
  scheduleWork(desk, work);
}

function turnAfter({ turn }: WorkRecord, event: TurnEvent): WorkRecord['turn'] {
  switch (event.type) {
    case 'customer-awaited':
      return { silentAt: event.silentAt, isSilent: false };
    case 'customer-fell-silent':
      return { ...present(turn), isSilent: true };
    case 'customer-heard':
      return undefined;
  }
}

/** What is wrapped up is nobody's turn any more; what weighed nothing goes on to do so to its end. */
export function endTurn(work: WorkRecord): void {
  if (work.turn?.isSilent === false) work.turn = undefined;
}
