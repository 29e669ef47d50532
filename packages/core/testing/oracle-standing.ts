import type { BondEvent } from '../bonds/bond-messages.ts';
import type { CreditEvent } from '../credits/credit-messages.ts';
import type { EmergencyEvent } from '../emergency/emergency-messages.ts';
import type { OutageEvent } from '../outage/outage-messages.ts';
import type { Instant } from '../time.ts';
import { applyBond } from './oracle-bonds.ts';
import { applyCredit, isOfCredit } from './oracle-credits.ts';
import { applyEmergency, isOfEmergency } from './oracle-emergency.ts';
import { isOfOutage } from './oracle-outage-record.ts';
import type { Model } from './oracle-records.ts';

/** Takes into the model who is whose, who goes before others, and when everybody is needed at once. */
export function applyStanding(
  model: Model,
  event: BondEvent | CreditEvent | EmergencyEvent | OutageEvent,
  at: Instant,
): void {
  if (isOfCredit(event)) applyCredit(model.credits, event);
  else if (isOfEmergency(event)) applyEmergency(model.emergencies, event);
  // Of an outage the faults are looked for and the model kept in one.
  else if (!isOfOutage(event)) applyBond(model, event, at);
}
