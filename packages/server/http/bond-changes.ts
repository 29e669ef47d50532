import type { BondEvent, DeskEvent } from '@rapport/core';
import type { RouteAnswer } from '@rapport/protocol';

type BondChange = Omit<RouteAnswer<'listBondChanges'>['items'][number], 'at' | 'actor'>;

/** What an event says of a customer's bond, as the API tells it; undefined of every other event. */
export function bondChangeOf(event: DeskEvent): BondChange | undefined {
  switch (event.type) {
    case 'bond-changed':
      return declarationOf(event);
    case 'customer-placed': {
      const { accountId } = event;
      return { kind: 'placed', ...(accountId !== undefined && { accountId }) };
    }
    case 'bond-wishes-set': {
      const { isNewPreferred, refusals } = event;
      return { kind: 'wishes', isNewPreferred, refusals: [...refusals] };
    }
    case 'customers-merged':
    case 'customers-split': {
      const { type, customerId, mergedId } = event;
      return { kind: type === 'customers-merged' ? 'merged' : 'split', customerId, mergedId };
    }
    default:
      return undefined;
  }
}

function declarationOf({
  topic,
  channel,
  untilAt,
  ownerId,
  deputyIds,
  origin,
}: Extract<BondEvent, { type: 'bond-changed' }>): BondChange {
  return {
    kind: 'declared',
    ...(topic !== undefined && { topic }),
    ...(channel !== undefined && { channel }),
    ...(untilAt !== undefined && { untilAt }),
    ...(ownerId !== undefined && { ownerId }),
    deputyIds: [...deputyIds],
    ...(origin !== undefined && { origin }),
  };
}
