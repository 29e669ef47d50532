import type { AgentId, Command } from '@rapport/core';
import type { Kysely } from 'kysely';
import { commandHash } from '../host/command-hash.ts';
import { CommandIdReused } from '../host/host-faults.ts';
import { oweCommands, owedCommand } from '../store/outbox.ts';
import type { Tables } from '../store/tables.ts';

/**
 * Writes down that an agent is to leave the desk; written down twice under one id, it is written
 * once. The desk may refuse: his profile is marked, and the audit trail says so, once he has left.
 *
 * @throws {CommandIdReused} the id belongs to another command.
 */
export async function oweRetirement(
  db: Kysely<Tables>,
  { centre, actor, commandId }: { centre: string; actor: string; commandId: string },
  agentId: AgentId,
): Promise<void> {
  const command: Command = { type: 'retire-agent', agentId };
  await db.transaction().execute(async (trx) => {
    const earlier = await owedCommand(trx, centre, commandId);
    if (earlier !== undefined) {
      if (commandHash(earlier.command) !== commandHash(command)) {
        throw new CommandIdReused(commandId);
      }
      return;
    }
    await oweCommands(trx, centre, [{ id: commandId, actor, command }]);
  });
}
