import { setTimeout as sleep } from 'node:timers/promises';
import { asId } from '@rapport/core';
import type { Database } from '../database/database.ts';
import { audit } from '../operations/audit.ts';
import type { Tables } from '../store/tables.ts';
import type { Load } from './load.ts';
import type { CentreProcess } from './start-centre-process.ts';

const CENTRE = 'main';

/** What a load found when it was over. */
export interface LoadReport {
  /** Commands that were acknowledged and are not in the journal, or elsewhere. */
  readonly lost: readonly [commandId: string, position: number][];
  /** Rows of the journal beyond one a command. */
  readonly doubledCount: number;
  /** What the audit found, where it is not nothing. */
  readonly faults: readonly [fault: string, count: number][];
  /** Items in the history beyond those that were acknowledged. */
  readonly surplusCount: number;
  readonly stuckCount: number;
}

export const NOTHING_WRONG: LoadReport = {
  lost: [],
  doubledCount: 0,
  faults: [],
  surplusCount: 0,
  stuckCount: 0,
};

/**
 * Lets the work run out, ends the process, and counts what became of everything that was ever
 * acknowledged. `keyOf` gives the id under which the load knows a command of the journal.
 */
export async function settleLoad(
  load: Load,
  process: Pick<CentreProcess, 'end'>,
  database: Database<Tables>,
  keyOf: (commandId: string) => string = (commandId) => commandId,
): Promise<LoadReport> {
  await load.stop();
  await drain(load, database);
  await process.end();
  const { rows } = await database.pool.query<{ seq: number; command_id: string }>(
    'select seq, command_id from journal where centre = $1',
    [CENTRE],
  );
  const kept = new Map(rows.map((row) => [keyOf(row.command_id), row.seq]));
  const report = await audit(database.kysely, CENTRE);
  return {
    lost: [...load.acknowledged].filter(([id, position]) => kept.get(id) !== position),
    doubledCount: rows.length - kept.size,
    faults: Object.entries(report.faults).filter(([, count]) => count !== 0),
    surplusCount: report.itemCount - load.receivedCount(),
    stuckCount: report.openCount,
  };
}

/** Serves what interruptions left behind, as agents do who find it on their screens. */
async function drain(load: Load, database: Database<Tables>): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const open = await database.kysely
      .selectFrom('view_work')
      .select(['id', 'status', 'agent_id'])
      .where('centre', '=', CENTRE)
      .where('status', 'not in', ['done', 'abandoned'])
      .execute();
    if (open.length === 0) return;
    for (const { id, agent_id } of open) {
      if (agent_id === null) continue;
      const given = { workId: asId<'work'>(id), agentId: asId<'agent'>(agent_id) };
      await load.insist({ type: 'accept-offer', ...given });
      await load.insist({ type: 'complete-work', ...given });
    }
    await wakeEverybody(load, database);
    await sleep(50);
  }
  throw new Error('something is stuck');
}

async function wakeEverybody(load: Load, database: Database<Tables>): Promise<void> {
  const asleep = await database.kysely
    .selectFrom('view_agent')
    .select('id')
    .where('centre', '=', CENTRE)
    .where('state', '!=', 'ready')
    .execute();
  for (const { id } of asleep) {
    await load.insist({ type: 'set-agent-state', agentId: asId(id), state: 'ready' });
  }
}
