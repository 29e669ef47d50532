import type { SettingKind } from '@rapport/protocol';
import type { Kysely } from 'kysely';
import { canonicalJson } from '../host/canonical-json.ts';
import type { Tables } from './tables.ts';

/** How a setting stood, in the fields of the API; null where there was none. */
export type SettingState = object | null;

/** How a setting stands before and after. */
export interface SettingChange {
  readonly kind: SettingKind;
  readonly before: SettingState;
  readonly after: SettingState;
  /** As it must have stood before, in the form in which it is kept, where something is undone. */
  readonly onlyFrom?: string | null | undefined;
}

/** A setting stands otherwise than whoever undoes a change takes it to stand. Nothing was changed. */
export class ChangedSince extends Error {
  override readonly name = 'ChangedSince';

  constructor({ kind }: SettingChange, subject: string) {
    super(`the ${kind} ${subject} was changed meanwhile`);
  }
}

interface AuditEntry {
  readonly centre: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  /** Now when left out. */
  readonly at?: Date;
}

/**
 * Notes who changed what, in the transaction that changes it: ids and codes alone. How a setting stood
 * is kept beside it, where its personal data are marked as such; a change that changes nothing has none.
 *
 * @throws {ChangedSince} it stood otherwise before than `onlyFrom` says.
 */
export async function writeAuditEntry(
  trx: Kysely<Tables>,
  entry: AuditEntry,
  change?: SettingChange,
): Promise<void> {
  const isOther = change?.onlyFrom !== undefined && keptState(change.before) !== change.onlyFrom;
  if (isOther) throw new ChangedSince(change, entry.subject);
  const { ordinal } = await trx
    .insertInto('audit_trail')
    .values(entry)
    .returning('ordinal')
    .executeTakeFirstOrThrow();
  if (change === undefined) return;
  const [pii_before, pii_after] = [keptState(change.before), keptState(change.after)];
  if (pii_before === pii_after) return;
  const { centre, subject } = entry;
  await trx
    .insertInto('setting_change')
    .values({ centre, ordinal, kind: change.kind, subject, pii_before, pii_after })
    .execute();
}

/** A state as it is kept: the same text for the same state. */
export function keptState(state: SettingState): string | null {
  return state === null ? null : canonicalJson(state);
}
