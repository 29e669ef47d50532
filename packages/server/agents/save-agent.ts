import type { AgentId, Capacity, Command, SkillLevel } from '@rapport/core';
import type { Kysely } from 'kysely';
import { oweCommand } from '../store/outbox.ts';
import type { Tables } from '../store/tables.ts';

/** An agent as administrators edit him. */
export interface AgentProfile {
  readonly agentId: AgentId;
  readonly name: string;
  readonly skills: readonly SkillLevel[];
  readonly capacity: Capacity;
}

/**
 * Saves an agent's profile, its audit entry and the command that the desk is owed for it, all or
 * nothing. The desk follows as soon as the outbox is worked off.
 */
export async function saveAgent(
  db: Kysely<Tables>,
  { centre, actor, commandId }: { centre: string; actor: string; commandId: string },
  { agentId, name, skills, capacity }: AgentProfile,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const profile = { centre, agent_id: agentId, pii_name: name };
    const known = await trx
      .selectFrom('agent_profile')
      .select('agent_id')
      .where('centre', '=', centre)
      .where('agent_id', '=', agentId)
      .forUpdate()
      .executeTakeFirst();
    await trx
      .insertInto('agent_profile')
      .values(profile)
      .onConflict((conflict) => conflict.columns(['centre', 'agent_id']).doUpdateSet(profile))
      .execute();
    const type = known === undefined ? 'register-agent' : 'change-agent';
    const entry = { centre, actor, action: type, subject: agentId };
    await trx.insertInto('audit_trail').values(entry).execute();
    const command: Command = { type, agentId, skills, capacity };
    await oweCommand(trx, centre, { id: commandId, actor, command });
  });
}
