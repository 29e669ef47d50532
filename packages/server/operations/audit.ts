import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { auditInteractions, type InteractionFindings } from './audit-interactions.ts';
import { auditJournal, type JournalFindings } from './audit-journal.ts';
import { auditOutbox, type OutboxFindings } from './audit-outbox.ts';
import { auditViews, awaitViews, type ViewFindings } from './audit-views.ts';
import { requireCentre } from '../store/require-centre.ts';

/** What an audit looked at, and how much of it is wrong; a sound centre has 0 of every fault. */
export interface AuditReport {
  readonly centre: string;
  readonly rowCount: number;
  readonly itemCount: number;
  readonly openCount: number;
  readonly faults: JournalFindings['faults'] & ViewFindings & OutboxFindings & InteractionFindings;
}

export interface AuditOptions {
  /** Told how far in the history the audit has come. */
  readonly onProgress?: (seq: number) => void;
  /** How long views that are behind are waited for; 5 s when left out. */
  readonly viewsWithinMs?: number;
}

const VIEWS_WITHIN_MS = 5_000;

/**
 * Checks a centre, running or not, as it is at one moment: the journal against itself, the desk that
 * it folds to, the newest snapshot, the views up to where they have come, the outbox, and the
 * interactions. Changes nothing.
 *
 * Cost: O(history), in memory only what is open.
 */
export async function audit(
  db: Kysely<Tables>,
  centre: string,
  { onProgress, viewsWithinMs = VIEWS_WITHIN_MS }: AuditOptions = {},
): Promise<AuditReport> {
  await requireCentre(db, centre);
  const dueSeq = await awaitViews(db, centre, viewsWithinMs);
  return await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const views = await auditViews(trx, centre, dueSeq);
      const { faults, rowCount, itemCount, openCount } = await auditJournal(trx, centre, (rows) => {
        onProgress?.(rows.at(-1)?.seq ?? 0);
        return views.take(rows);
      });
      const viewFaults = await views.compare();
      const outboxFaults = await auditOutbox(trx, centre);
      const interactionFaults = await auditInteractions(trx, centre);
      return {
        centre,
        rowCount,
        itemCount,
        openCount,
        faults: { ...faults, ...viewFaults, ...outboxFaults, ...interactionFaults },
      };
    });
}

/** Whether the audit found nothing wrong. */
export function isSound({ faults }: AuditReport): boolean {
  return Object.values(faults).every((count) => count === 0);
}
