import {
  type AgentRefusal,
  type Command,
  type Desk,
  type Result,
  retirementRefusal,
} from '@rapport/core';
import { commandHash } from '../host/command-hash.ts';
import { CommandIdReused } from '../host/host-faults.ts';
import type { OutboxRooms } from '../host/run-outbox.ts';
import { oweCommands, owedCommand } from '../store/outbox.ts';
import { transactOrRefuse } from '../store/transact-or-refuse.ts';

/** Who leaves, and who is to have what is nobody's then. */
export type Leaver = Omit<Extract<Command, { type: 'retire-agent' }>, 'type'>;

/**
 * Writes down that an agent is to leave the desk; written down twice under one id, it is written
 * once. Refused when he cannot, and then nothing is written. Should he take work at this very moment, the
 * desk still refuses: his profile is marked, and the audit trail says so, once he has left.
 *
 * @throws {CommandIdReused} the id belongs to another command.
 */
export async function oweRetirement(
  { db, centre, host }: OutboxRooms,
  { actor, commandId }: { actor: string; commandId: string },
  leaver: Leaver,
): Promise<Result<undefined, AgentRefusal>> {
  const command: Command = { type: 'retire-agent', ...leaver };
  const refusal = await host.ask((desk) => leaverRefusal(desk, leaver));
  return await transactOrRefuse(db, async (trx) => {
    const earlier = await owedCommand(trx, centre, commandId);
    if (earlier !== undefined) {
      if (commandHash(earlier.command) !== commandHash(command)) {
        throw new CommandIdReused(commandId);
      }
      return { ok: true, value: undefined };
    }
    if (refusal !== undefined) return { ok: false, refusal };
    await oweCommands(trx, centre, [{ id: commandId, actor, command }]);
    return { ok: true, value: undefined };
  });
}

function leaverRefusal(desk: Desk, { agentId, successorId }: Leaver): AgentRefusal | undefined {
  if (successorId === undefined || (successorId !== agentId && desk.agents.has(successorId))) {
    return retirementRefusal(desk, agentId);
  }
  return { code: 'agent-unknown', agentId: successorId };
}
