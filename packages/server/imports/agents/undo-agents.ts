import { asId, type Command } from '@rapport/core';
import type { Transaction } from 'kysely';
import type { Tables } from '../../store/tables.ts';
import { isAsLeft } from '../differences.ts';
import type { TakenRow, UndoneRow } from '../import-kind.ts';
import { type Agent, loadAgents, noAgents } from './known-agents.ts';
import { saveProfiles } from './save-profiles.ts';

/**
 * Takes agents back: those that were made are retired, which the desk refuses while they are on duty;
 * those that were changed get back what they had.
 */
export async function undoAgents(
  trx: Transaction<Tables>,
  centre: string,
  rows: readonly TakenRow[],
): Promise<readonly UndoneRow[]> {
  const known = noAgents();
  await loadAgents(trx, centre, known, { ids: rows.map(({ subject }) => subject) });
  const restored: (Agent & { id: string })[] = [];
  const undone = rows.map(({ line, subject: id, isCreated, before, after }): UndoneRow => {
    const current = known.byId.get(id);
    if (current === undefined || known.retiredIds.has(id) || !isAsLeft(current, after)) {
      return { line, outcome: 'changed-since' };
    }
    const agentId = asId<'agent'>(id);
    if (isCreated) {
      return { line, outcome: 'restored', command: { type: 'retire-agent', agentId } };
    }
    const agent: Agent = { ...current, ...before };
    restored.push({ id, ...agent });
    const { skills, capacity } = agent;
    const command: Command = { type: 'change-agent', agentId, skills, capacity };
    const isForDesk = 'skills' in after || 'capacity' in after;
    return { line, outcome: 'restored', ...(isForDesk && { command }) };
  });
  await saveProfiles(trx, centre, restored);
  return undone;
}
