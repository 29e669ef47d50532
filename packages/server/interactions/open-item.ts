import { type AgentId, asId, type WorkStatus } from '@rapport/core';
import type { Host } from '../host/host.ts';

/** How an open item stands, and in whose hands. */
export interface OpenItem {
  readonly status: WorkStatus;
  /** Who is offered it or carries it. */
  readonly agentId: AgentId | undefined;
}

/** How an item stands now; undefined when it is done or abandoned. */
export async function openItem(host: Host, workId: string): Promise<OpenItem | undefined> {
  return await host.ask(({ work }) => {
    const item = work.get(asId<'work'>(workId));
    return item && { status: item.status, agentId: item.agent?.id };
  });
}
