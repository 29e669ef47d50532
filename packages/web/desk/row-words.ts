import type { DeskRow } from './rows.ts';
import type { useWords } from './words.ts';

type Say = ReturnType<typeof useWords>;

/** Who it is; nothing before that is known. */
export function nameOf({ card }: DeskRow, say: Say): string {
  return card === undefined ? '' : (card.piiName ?? say('customer.unknown'));
}

/** How the customer and I know each other, as the words for it; undefined where we do not. */
export function bondSign({ card }: DeskRow): 'row.knows' | 'row.deputy' | undefined {
  if (card?.standing === undefined) return undefined;
  return card.standing === 'deputy' ? 'row.deputy' : 'row.knows';
}
