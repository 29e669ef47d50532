import { type AgentId, type Command, type Desk } from '@rapport/core';
import type { Host } from '../host/host.ts';
import { mintUuid } from '../identity/mint-id.ts';

/** A page that is loaded anew is back sooner. */
const GRACE_MS = 5_000;

export interface ReachRooms {
  readonly host: Pick<Host, 'ask' | 'execute'>;
  readonly notice: (message: string) => void;
  readonly graceMs?: number;
}

/**
 * Tells the desk whose line is gone and whose is back. Whoever has never followed live is not looked after:
 * other systems serve agents by requests alone.
 */
export class ReachAgents {
  readonly #rooms: ReachRooms;
  readonly #timers = new Map<AgentId, NodeJS.Timeout>();
  /** One after the other, so that what was so last is what holds. */
  #work: Promise<void> = Promise.resolve();

  constructor(rooms: ReachRooms) {
    this.#rooms = rooms;
  }

  /** An agent has a line. */
  came(agentId: AgentId): void {
    this.#forget(agentId);
    this.#say(agentId, true);
  }

  /** The last line of an agent is gone. */
  left(agentId: AgentId): void {
    this.#forget(agentId);
    const timer = setTimeout(() => {
      this.#timers.delete(agentId);
      this.#say(agentId, false);
    }, this.#rooms.graceMs ?? GRACE_MS);
    timer.unref();
    this.#timers.set(agentId, timer);
  }

  /** Says nothing more: it is this server that goes. */
  stop(): void {
    for (const agentId of [...this.#timers.keys()]) this.#forget(agentId);
  }

  #forget(agentId: AgentId): void {
    clearTimeout(this.#timers.get(agentId));
    this.#timers.delete(agentId);
  }

  #say(agentId: AgentId, isReachable: boolean): void {
    const { notice } = this.#rooms;
    this.#work = this.#work
      .then(() => this.#tell(agentId, isReachable))
      .catch(() => notice(`The desk could not be told whether ${agentId} can be reached.`));
  }

  async #tell(agentId: AgentId, isReachable: boolean): Promise<void> {
    const { host } = this.#rooms;
    if (!(await host.ask((desk) => isNews(desk, agentId, isReachable)))) return;
    const command: Command = { type: 'set-reachability', agentId, isReachable };
    await host.execute(command, { commandId: mintUuid(), actor: 'live' });
  }
}

/** Nobody waits for who is signed out, and what the desk knows is not said twice. */
function isNews({ agents }: Pick<Desk, 'agents'>, agentId: AgentId, isReachable: boolean): boolean {
  const agent = agents.get(agentId);
  if (agent === undefined || agent.isUnreachable !== isReachable) return false;
  return isReachable || agent.state !== 'signed-out';
}
