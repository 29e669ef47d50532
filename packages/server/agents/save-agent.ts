import type { AgentId, Capacity, Command, Result, SkillLevel } from '@rapport/core';
import type { Kysely } from 'kysely';
import { canonicalHash } from '../host/canonical-json.ts';
import { CommandIdReused } from '../host/host-faults.ts';
import { holds } from '../organisation/define.ts';
import { oweCommands, owedCommand } from '../store/outbox.ts';
import type { Tables } from '../store/tables.ts';
import { transactOrRefuse } from '../store/transact-or-refuse.ts';
import { writeAuditEntry } from '../store/write-audit-entry.ts';
import { agentState } from './agent-state.ts';

/** An agent as administrators edit him. */
export interface AgentProfile {
  readonly agentId: AgentId;
  readonly name: string;
  readonly skills: readonly SkillLevel[];
  readonly capacity: Capacity;
  readonly isInterruptible: boolean;
  /** Null takes him out of his team; absent leaves him where he is. */
  readonly teamId?: string | null;
}

/** Who saves an agent, and by which command. */
interface Saving {
  readonly centre: string;
  readonly actor: string;
  readonly commandId: string;
  /** As he must still stand (`ChangedSince`). */
  readonly onlyFrom?: string | null | undefined;
}

/** Why an agent is not saved: the team that he was to be in does not exist. */
export interface TeamUnknown {
  readonly code: 'team-unknown';
}

/**
 * Saves an agent's profile, its audit entry and the command that the desk is owed for it, all or
 * nothing; saved twice under one id, it is saved once. The desk follows as soon as the outbox is
 * worked off. Skills and capacity must make sense (`profileRefusal`).
 *
 * @throws {CommandIdReused} something else was asked under this id.
 */
export async function saveAgent(
  db: Kysely<Tables>,
  { centre, actor, commandId, onlyFrom }: Saving,
  profile: AgentProfile,
): Promise<Result<undefined, TeamUnknown>> {
  const requestHash = canonicalHash(profile);
  return await transactOrRefuse(db, async (trx) => {
    const earlier = await owedCommand(trx, centre, commandId);
    if (earlier !== undefined) {
      if (earlier.requestHash !== requestHash) throw new CommandIdReused(commandId);
      return { ok: true, value: undefined };
    }
    const { agentId, name, teamId } = profile;
    if (teamId !== undefined && !(await holds(trx, centre, 'team', teamId))) {
      return { ok: false, refusal: { code: 'team-unknown' } };
    }
    const row = {
      centre,
      agent_id: agentId,
      pii_name: name,
      retired_at: null,
      ...(teamId !== undefined && { team_id: teamId }),
    };
    const known = await trx
      .selectFrom('agent_profile')
      .select(['retired_at', 'team_id'])
      .where('centre', '=', centre)
      .where('agent_id', '=', agentId)
      .forUpdate()
      .executeTakeFirst();
    const before = await agentState(trx, centre, agentId);
    await trx
      .insertInto('agent_profile')
      .values(row)
      .onConflict((conflict) => conflict.columns(['centre', 'agent_id']).doUpdateSet(row))
      .execute();
    const isThere = known !== undefined && known.retired_at === null;
    const type = isThere ? 'change-agent' : 'register-agent';
    const team = teamId === undefined ? (known?.team_id ?? null) : teamId;
    const after = stateAfter(profile, team);
    const entry = { centre, actor, action: type, subject: agentId };
    await writeAuditEntry(trx, entry, { kind: 'agent', before, after, onlyFrom });
    const command = commandOf(profile, type);
    await oweCommands(trx, centre, [{ id: commandId, actor, command, requestHash }]);
    return { ok: true, value: undefined };
  });
}

/** As `agentState` reads it. */
function stateAfter(
  { name, skills, capacity, isInterruptible }: AgentProfile,
  teamId: string | null,
): object {
  return {
    piiName: name,
    skills,
    capacity,
    ...(isInterruptible && { isInterruptible }),
    ...(teamId !== null && { teamId }),
  };
}

/** Whoever is made may not be interrupted unless it is said. */
function commandOf(
  { agentId, skills, capacity, isInterruptible }: AgentProfile,
  type: 'change-agent' | 'register-agent',
): Command {
  const isSaid = isInterruptible || type === 'change-agent';
  return { type, agentId, skills, capacity, ...(isSaid && { isInterruptible }) };
}
