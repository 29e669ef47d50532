import { asId, type Capacity, type SkillLevel, STANDARD_CAPACITY } from '@rapport/core';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../../store/tables.ts';
import { foldName } from '../read-cells.ts';

/** An agent as an import sees him. */
export interface Agent {
  readonly externalId: string | null;
  readonly name: string;
  readonly teamId: string | null;
  readonly skills: readonly SkillLevel[];
  readonly capacity: Capacity;
}

/** What is known of the agents whom rows name. */
export interface KnownAgents {
  readonly byId: Map<string, Agent>;
  /** Those whom the desk let go; they are nobody's choice until they are imported again. */
  readonly retiredIds: Set<string>;
  readonly idByExternalId: Map<string, string>;
  /** Of those who are there. */
  readonly idsByName: Map<string, Set<string>>;
  /** Those who get an id now. */
  readonly newIds: Set<string>;
  /** By e-mail of whoever signs in as that agent. */
  readonly idByEmail: Map<string, string>;
}

export function noAgents(): KnownAgents {
  return {
    byId: new Map(),
    retiredIds: new Set(),
    idByExternalId: new Map(),
    idsByName: new Map(),
    newIds: new Set(),
    idByEmail: new Map(),
  };
}

/** Makes the rows that follow see an agent as he is to be. */
export function rememberAgent(known: KnownAgents, id: string, agent: Agent): void {
  const earlier = known.byId.get(id);
  if (earlier !== undefined) known.idsByName.get(foldName(earlier.name))?.delete(id);
  known.byId.set(id, agent);
  if (agent.externalId !== null) known.idByExternalId.set(agent.externalId, id);
  if (known.retiredIds.has(id)) return;
  const name = foldName(agent.name);
  known.idsByName.set(name, (known.idsByName.get(name) ?? new Set()).add(id));
}

/** What agents may be called by. */
export interface AgentWords {
  readonly ids?: readonly string[];
  readonly externalIds?: readonly string[];
  readonly names?: readonly string[];
  readonly emails?: readonly string[];
}

/** Adds the agents who go by one of these words. */
export async function loadAgents(
  db: Kysely<Tables>,
  centre: string,
  known: KnownAgents,
  { ids = [], externalIds = [], names = [], emails = [] }: AgentWords,
): Promise<void> {
  const found = [
    agentsBy(ids, sql`agent_profile where centre = ${centre} and agent_id = word`),
    agentsBy(externalIds, sql`agent_profile where centre = ${centre} and external_id = word`),
    agentsBy(folded(names), sql`agent_profile where centre = ${centre} and lower(pii_name) = word`),
    agentsBy(folded(emails), sql`person where centre = ${centre} and pii_email = word`),
  ].flat();
  if (found.length === 0) return;
  const { rows } = await sql<Found>`
    select agent.* from (${sql.join(found, sql` union `)}) as named
    cross join lateral (
      select p.agent_id as id, p.external_id as "externalId", p.pii_name as name,
        p.team_id as "teamId", v.skills, v.capacity, p.retired_at is not null as "isRetired",
        array(
          select pii_email from person
          where person.centre = p.centre and person.agent_id = p.agent_id
        ) as emails
      from agent_profile p left join view_agent v on v.centre = p.centre and v.id = p.agent_id
      where p.centre = ${centre} and p.agent_id = named.agent_id offset 0) as agent
    order by id`.execute(db);
  for (const { id, isRetired, emails, ...found } of rows) {
    if (known.byId.has(id)) continue;
    if (isRetired) known.retiredIds.add(id);
    rememberAgent(known, id, agentOf(found));
    for (const email of emails) known.idByEmail.set(email, id);
  }
}

/**
 * The ids of agents whom words name, nothing for no words. The offset keeps it to one search of an
 * index a word, as it does for what is then read of them: for thousands at once the planner would
 * rather read whole tables.
 */
function agentsBy(words: readonly string[], from: RawBuilder<unknown>): RawBuilder<unknown>[] {
  if (words.length === 0) return [];
  return [
    sql`
      select named.agent_id from unnest(${[...words]}::text[]) as asked (word)
      cross join lateral (select agent_id from ${from} offset 0) as named`,
  ];
}

function folded(words: readonly string[]): readonly string[] {
  return words.map((word) => word.toLowerCase());
}

interface Found {
  readonly id: string;
  readonly externalId: string | null;
  readonly name: string;
  readonly teamId: string | null;
  readonly skills: string | null;
  readonly capacity: string | null;
  readonly isRetired: boolean;
  readonly emails: readonly string[];
}

function agentOf({
  skills,
  capacity,
  ...profile
}: Omit<Found, 'id' | 'isRetired' | 'emails'>): Agent {
  return {
    ...profile,
    skills: skills === null ? [] : (JSON.parse(skills) as readonly SkillLevel[]),
    capacity: capacity === null ? STANDARD_CAPACITY : (JSON.parse(capacity) as Capacity),
  };
}

/** The ids of those who go by this word and are there: by id or external id, by e-mail, else by name. */
export function agentsNamed(known: KnownAgents, word: string): readonly string[] {
  const exact =
    (known.byId.has(word) ? word : undefined) ??
    known.idByExternalId.get(word) ??
    known.idByEmail.get(word.toLowerCase());
  const ids = exact === undefined ? [...(known.idsByName.get(foldName(word)) ?? [])] : [exact];
  return ids.filter((id) => !known.retiredIds.has(id)).map((id) => asId<'agent'>(id));
}
