import type { Desk } from '../desk.ts';
import type { AgentRecord } from '../desk-records.ts';
import { renewAvailability } from '../routing/memberships.ts';

/** A skill is scarce that at most one agent in so many has. Source: docs/decisions/0024-the-other-rules-of-offering.md */
const AGENTS_PER_EXPERT = 10;

/**
 * Counts what an agent can do from now on, and no longer what he could before; whoever is an expert thereby, or
 * no longer is, takes his place among those who are available anew. He must be on the desk by then, or off it.
 *
 * Cost: O(skills + those who have a skill that has become scarce, or common).
 */
export function countSkills(
  desk: Desk,
  agent: AgentRecord,
  { before, after }: { before: Iterable<string>; after: Iterable<string> },
): void {
  const { skillHolders } = desk.index;
  for (const skill of before) skillHolders.get(skill)?.agents.delete(agent);
  for (const skill of after) {
    let holders = skillHolders.get(skill);
    if (holders === undefined) {
      skillHolders.set(skill, (holders = { agents: new Set(), isScarce: false }));
    }
    holders.agents.add(agent);
  }
  const scarceCount = Math.max(1, Math.floor(desk.agents.size / AGENTS_PER_EXPERT));
  const changed = new Set<AgentRecord>([agent]);
  for (const holders of skillHolders.values()) {
    const isScarce = holders.agents.size <= scarceCount;
    if (holders.isScarce === isScarce) continue;
    holders.isScarce = isScarce;
    for (const each of holders.agents) changed.add(each);
  }
  for (const each of changed) follow(desk, each);
}

function follow(desk: Desk, agent: AgentRecord): void {
  const { skillHolders } = desk.index;
  let isExpert = false;
  for (const skill of agent.skills.keys()) isExpert ||= skillHolders.get(skill)?.isScarce === true;
  if (agent.isExpert === isExpert) return;
  agent.isExpert = isExpert;
  renewAvailability(desk, agent);
}
