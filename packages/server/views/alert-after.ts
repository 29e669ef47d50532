import type { DeskEvent, Instant } from '@rapport/core';
import type { Alert } from '@rapport/protocol';

/** The alert of an item after one of its events; undefined where there is none, or none any more. */
export function alertAfter(
  alert: Alert | undefined,
  event: DeskEvent,
  at: Instant,
): Alert | undefined {
  switch (event.type) {
    case 'alert-raised': {
      const { rung, advice, agentId, escalatesAt } = event;
      const told = agentId === undefined ? {} : { agentId };
      const isEscalated = escalatesAt === undefined;
      return { rung, advice, since: at, ...told, isEscalated, isSeen: false };
    }
    case 'alert-escalated':
      return alert && { ...alert, isEscalated: true };
    case 'alert-acknowledged':
      return alert && { ...alert, isSeen: true };
    case 'offer-accepted':
    case 'work-promised':
    case 'callback-promised':
    case 'work-paused':
    case 'work-abandoned':
      return undefined;
    default:
      return alert;
  }
}

/** As the view keeps it. */
export function alertOf({ alert }: { readonly alert: string | null }): Alert | undefined {
  return alert === null ? undefined : (JSON.parse(alert) as Alert);
}
