import type { AgentId, Capacity, Command, SkillLevel } from '@rapport/core';
import type { Kysely } from 'kysely';
import { commandHash } from '../host/command-hash.ts';
import { CommandIdReused } from '../host/host-faults.ts';
import { holds } from '../organisation/define.ts';
import { oweCommands, owedCommand } from '../store/outbox.ts';
import type { Tables } from '../store/tables.ts';

/** An agent as administrators edit him. */
export interface AgentProfile {
  readonly agentId: AgentId;
  readonly name: string;
  readonly skills: readonly SkillLevel[];
  readonly capacity: Capacity;
  /** Null takes him out of his team; absent leaves him where he is. */
  readonly teamId?: string | null;
}

/**
 * Saves an agent's profile, its audit entry and the command that the desk is owed for it, all or
 * nothing; saved twice under one id, it is saved once. The desk follows as soon as the outbox is
 * worked off. Skills and capacity must make sense (`profileRefusal`).
 *
 * @throws {CommandIdReused} the id belongs to another command. @throws {TeamUnknown} nothing was
 * saved.
 */
export async function saveAgent(
  db: Kysely<Tables>,
  { centre, actor, commandId }: { centre: string; actor: string; commandId: string },
  { agentId, name, skills, capacity, teamId }: AgentProfile,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const earlier = await owedCommand(trx, centre, commandId);
    if (earlier !== undefined) {
      const again: Command = { type: typeOf(earlier.command), agentId, skills, capacity };
      if (commandHash(again) !== commandHash(earlier.command)) throw new CommandIdReused(commandId);
      return;
    }
    if (teamId !== undefined && !(await holds(trx, centre, 'team', teamId)))
      throw new TeamUnknown();
    const profile = {
      centre,
      agent_id: agentId,
      pii_name: name,
      retired_at: null,
      ...(teamId !== undefined && { team_id: teamId }),
    };
    const known = await trx
      .selectFrom('agent_profile')
      .select('retired_at')
      .where('centre', '=', centre)
      .where('agent_id', '=', agentId)
      .forUpdate()
      .executeTakeFirst();
    await trx
      .insertInto('agent_profile')
      .values(profile)
      .onConflict((conflict) => conflict.columns(['centre', 'agent_id']).doUpdateSet(profile))
      .execute();
    const isThere = known !== undefined && known.retired_at === null;
    const type = isThere ? 'change-agent' : 'register-agent';
    const entry = { centre, actor, action: type, subject: agentId };
    await trx.insertInto('audit_trail').values(entry).execute();
    const command: Command = { type, agentId, skills, capacity };
    await oweCommands(trx, centre, [{ id: commandId, actor, command }]);
  });
}

/** The team that an agent was to be in does not exist. */
export class TeamUnknown extends Error {
  override readonly name = 'TeamUnknown';
  readonly code = 'team-unknown';
  readonly retryable = false;

  constructor() {
    super('there is no such team');
  }
}

/** A retry knows the agent that its first try has made, and must still ask for the same. */
function typeOf({ type }: Command): 'register-agent' | 'change-agent' {
  return type === 'register-agent' ? type : 'change-agent';
}
