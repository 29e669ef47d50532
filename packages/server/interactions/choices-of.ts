import {
  type AgentId,
  choosableAgents,
  type Desk,
  type Instant,
  waitForAgent,
  waitForAnybody,
  type WorkId,
} from '@rapport/core';
import type { WaitChoices } from '@rapport/protocol';
import type { Kysely } from 'kysely';
import type { Host } from '../host/host.ts';
import type { Tables } from '../store/tables.ts';

interface Asked {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  readonly host: Host;
  readonly now: () => Instant;
}

type Found = Omit<WaitChoices, 'agents'> & {
  readonly agents: readonly (Omit<WaitChoices['agents'][number], 'piiName' | 'agentId'> & {
    readonly agentId: AgentId;
  })[];
};

/** For whom the customer of an item may wait. Undefined where there is no such open item. */
export async function choicesOf(
  { db, centre, host, now }: Asked,
  workId: WorkId,
): Promise<WaitChoices | undefined> {
  const found = await host.ask((desk) => choicesIn(desk, workId, Math.max(now(), desk.lastAt)));
  if (found === undefined) return undefined;
  const names = await namesOf(db, centre, found.agents);
  const agents = found.agents.map((each) => ({
    ...each,
    piiName: names.get(each.agentId) ?? each.agentId,
  }));
  return { ...found, agents };
}

function choicesIn(desk: Desk, workId: WorkId, at: Instant): Found | undefined {
  const work = desk.work.get(workId);
  if (work === undefined) return undefined;
  if (work.status !== 'waiting') return { agents: [] };
  const anybodyMs = waitForAnybody(desk, work);
  const { isChosen = false, agents: [chosen] = [], untilAt = at } = work.reservation ?? {};
  return {
    agents: choosableAgents(desk, work, at).map(({ agent, keptUntilAt }) => {
      const wait = waitForAgent(desk, { work, agent, at });
      const rounded = wait && { evenMs: Math.ceil(wait.evenMs), longMs: Math.ceil(wait.longMs) };
      return { agentId: agent.id, keptUntilAt, ...(rounded && { wait: rounded }) };
    }),
    ...(anybodyMs !== undefined && { anybodyMs }),
    ...(isChosen && chosen && { chosenId: chosen.id, keptUntilAt: untilAt }),
  };
}

async function namesOf(
  db: Kysely<Tables>,
  centre: string,
  agents: Found['agents'],
): Promise<ReadonlyMap<string, string>> {
  if (agents.length === 0) return new Map();
  const rows = await db
    .selectFrom('agent_profile')
    .select(['agent_id', 'pii_name'])
    .where('centre', '=', centre)
    .where(
      'agent_id',
      'in',
      agents.map(({ agentId }) => agentId),
    )
    .execute();
  return new Map(rows.map((row) => [row.agent_id, row.pii_name]));
}
