import type { DeskEvent } from '@rapport/core';
import type { Reservation } from '@rapport/protocol';

/** For whom an item is kept after one of its events; undefined where it is for nobody in particular. */
export function reservationAfter(
  reservation: Reservation | undefined,
  event: DeskEvent,
): Reservation | undefined {
  switch (event.type) {
    case 'work-reserved':
      return { agentIds: [...event.agentIds], untilAt: event.untilAt };
    case 'wait-chosen': {
      const { agentId, keptUntilAt: untilAt } = event;
      return agentId === undefined || untilAt === undefined
        ? undefined
        : { agentIds: [agentId], untilAt, isChosen: true };
    }
    case 'reservation-ended':
    case 'callback-promised':
    case 'work-paused':
    case 'work-offered':
    case 'work-abandoned':
    case 'work-assigned':
      return undefined;
    default:
      return reservation;
  }
}

/** As the view keeps it. */
export function reservationOf({
  reservation,
}: {
  readonly reservation: string | null;
}): Reservation | undefined {
  return reservation === null ? undefined : (JSON.parse(reservation) as Reservation);
}
