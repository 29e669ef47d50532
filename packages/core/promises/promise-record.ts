import type { AgreementId, CalendarId, PromiseId } from '../id.ts';
import type { ServiceHours } from './service-hours.ts';

/** A promise as the desk keeps it; redefinition changes it in place. */
export interface PromiseRecord {
  readonly id: PromiseId;
  /** Of whose version it is a part; what is agreed is never redefined. */
  readonly agreementId: AgreementId | undefined;
  targetMs: number;
  shareRatio: number;
  calendarId: CalendarId | undefined;
  /** Of `calendarId`; undefined where every hour counts. */
  hours: ServiceHours | undefined;
  /** The promise itself, where this is what is promised after a transfer under it. */
  readonly original: PromiseRecord | undefined;
  /** What is promised after transfers under it, by its target. */
  readonly afterTransfers: Map<number, PromiseRecord>;
}
