import { isPlainText } from '@rapport/core';
import type { Access, Problem, Reach } from '@rapport/protocol';
import type { Kysely } from 'kysely';
import type { Host } from '../host/host.ts';
import { conversationRefusal } from '../interactions/conversation-refusal.ts';
import type { Tables } from '../store/tables.ts';
import type { Principal } from './principal.ts';

/** What there is to look objects up in. */
interface Rooms {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  readonly host: Host;
}

/** Somebody who was let in, and what he names. */
interface Reaching {
  readonly principal: Principal;
  readonly access: Access;
  readonly params: Readonly<Record<string, string | undefined>>;
}

/** Why he may not act on these objects, or undefined when he may. */
type Refuse = (reaching: Reaching, rooms: Rooms) => Promise<Problem | undefined>;

const nothing: Refuse = () => Promise.resolve(undefined);

/** One rule a reach. `self` has been asked already, of the caller alone: his objects are the desk's. */
const RULES: Readonly<Record<Reach, Refuse>> = {
  centre: nothing,
  self: nothing,
  teams: ofTeams,
  conversation: ofConversations,
};

/**
 * Why a caller who was let in may not act on the objects that he names, or undefined when he may. Asked
 * of every route, before its handler and before the schemas: of names that cannot be, they tell.
 */
export async function reachRefusal(
  principal: Principal,
  access: Access,
  { params, rooms }: { readonly params: unknown; readonly rooms: Rooms },
): Promise<Problem | undefined> {
  // A path's parameters are text; a topic's may be lists too, which no rule asks for.
  const given = Object.entries((params ?? {}) as Readonly<Record<string, unknown>>);
  const named: Record<string, string> = {};
  for (const [name, value] of given) {
    if (typeof value !== 'string') continue;
    if (!isPlainText(value)) return undefined;
    named[name] = value;
  }
  return await RULES[access.reach]({ principal, access, params: named }, rooms);
}

/** Roles that act on everybody's agents, where a route admits them at all. */
const OF_ALL_TEAMS = ['administrator', 'planner'] as const;

async function ofTeams(
  { principal, access, params: { agentId } }: Reaching,
  { db, centre }: Rooms,
): Promise<Problem | undefined> {
  const { kind, roles, teamIds } = principal;
  if (kind === 'key') return undefined;
  if (OF_ALL_TEAMS.some((role) => roles.includes(role) && access.roles.includes(role))) {
    return undefined;
  }
  // A route that names no agent has nothing to show that this is about one of his.
  const isLed =
    agentId !== undefined &&
    teamIds.length > 0 &&
    (await db
      .selectFrom('agent_profile')
      .select('agent_id')
      .where('centre', '=', centre)
      .where('agent_id', '=', agentId)
      .where('team_id', 'in', teamIds)
      .executeTakeFirst()) !== undefined;
  if (isLed) return undefined;
  const title = 'This agent is in none of the teams that you lead.';
  return { type: 'forbidden', title, status: 403 };
}

async function ofConversations(
  { principal, params: { interactionId } }: Reaching,
  rooms: Rooms,
): Promise<Problem | undefined> {
  // A list shows everybody what is his.
  if (interactionId === undefined) return undefined;
  return await conversationRefusal(rooms, principal, interactionId);
}
