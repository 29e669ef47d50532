import type { Desk } from '../desk.ts';
import type { Command } from '../messages.ts';
import type { Instant } from '../time.ts';
import { CUSTOMERS } from './random-set-up.ts';
import { drawOne, drawWhole, type Random } from './seeded-random.ts';

/** Somebody goes before others for a while, or no more. */
export function drawCredit(
  random: Random,
  { desk, at }: { readonly desk: Desk; readonly at: Instant },
): Command {
  const holding = [...desk.credits.keys()];
  if (holding.length > 0 && random() < 0.3) {
    return { type: 'end-credit', customerId: drawOne(random, holding) };
  }
  return {
    type: 'grant-credit',
    customerId: drawOne(random, CUSTOMERS),
    priority: drawOne(random, [0.5, 1, 2.5, 0]),
    ownerId: drawOne(random, ['person_carol', 'person_dora']),
    untilAt: at + drawWhole(random, 1, 120_000),
  };
}
