import type { Journal, JournalRow } from '../store/journal.ts';
import { HostUnavailable } from './host-faults.ts';

/**
 * The rows that commands of these ids have left in the history, by id.
 *
 * @throws {HostUnavailable} the history cannot be read.
 */
export async function findRows(
  journal: Pick<Journal, 'find'>,
  commandIds: readonly string[],
): Promise<ReadonlyMap<string, JournalRow>> {
  if (commandIds.length === 0) return new Map();
  const rows = await journal.find(commandIds).catch((error: unknown) => {
    throw new HostUnavailable('the history cannot be read', { cause: error });
  });
  return new Map(rows.map((row) => [row.commandId, row]));
}
