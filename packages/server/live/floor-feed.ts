import type { AgentPresence, FloorChange, FloorItem as SentItem } from '@rapport/protocol';
import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import type { Subscription } from './connection.ts';
import type { Feed } from './feed.ts';
import type { Floor, FloorItem } from './floor.ts';

/** Beyond so many the screen shows the oldest; nobody reads on. */
const ITEMS_MAX = 2_000;

/** What has been sent to all who watch over the same people. */
interface Watch {
  readonly teamIds: readonly string[] | undefined;
  /** Undefined where it is everybody. */
  agentIds: ReadonlySet<string> | undefined;
  readonly subscriptions: Set<Subscription>;
  /** Revision by item, and the agents, as they were sent. */
  items: ReadonlyMap<FloorItem, number>;
  agents: ReadonlyMap<string, AgentPresence>;
  openCount: number;
}

/**
 * Topic `floor`: what is open and who is there, compared with what was sent at the pace at which `publish`
 * is called, and written down once for all who watch over the same teams. What changes twice in between
 * is sent once.
 */
export class FloorFeed implements Feed {
  readonly #floor: Floor;
  readonly #db: Kysely<Tables>;
  readonly #centre: string;
  readonly #watches = new Map<string, Watch>();

  constructor(floor: Floor, db: Kysely<Tables>, centre: string) {
    this.#floor = floor;
    this.#db = db;
    this.#centre = centre;
  }

  async begin(subscription: Subscription): Promise<boolean> {
    this.end(subscription);
    const teamIds = teamIdsOf(subscription);
    const agentIds = await this.#agentsOf(teamIds);
    // One that has ended meanwhile is ended once more by whoever began it.
    const watch = this.#watchOf(teamIds, agentIds);
    this.#send(watch);
    watch.subscriptions.add(subscription);
    subscription.connection.sendSnapshot(
      subscription,
      this.#floor.position,
      JSON.stringify({
        openCount: watch.openCount,
        items: [...watch.items.keys()].map((item) => this.#sentItem(item)),
        agents: [...watch.agents.values()],
      }),
    );
    return true;
  }

  end(subscription: Subscription): void {
    const key = keyOf(teamIdsOf(subscription));
    const watch = this.#watches.get(key);
    if (watch?.subscriptions.delete(subscription) !== true) return;
    if (watch.subscriptions.size === 0) this.#watches.delete(key);
  }

  /** Sends everybody what has changed since the last time. */
  publish(): void {
    for (const watch of this.#watches.values()) this.#send(watch);
  }

  /** Looks anew who is in the teams that are watched over. */
  async renewTeams(): Promise<void> {
    for (const watch of [...this.#watches.values()]) {
      watch.agentIds = await this.#agentsOf(watch.teamIds);
    }
  }

  #watchOf(teamIds: Watch['teamIds'], agentIds: Watch['agentIds']): Watch {
    const key = keyOf(teamIds);
    let watch = this.#watches.get(key);
    if (watch === undefined) {
      const nothing = { items: new Map(), agents: new Map(), openCount: 0 };
      watch = { teamIds, agentIds, subscriptions: new Set(), ...nothing };
      this.#watches.set(key, watch);
    }
    watch.agentIds = agentIds;
    return watch;
  }

  #send(watch: Watch): void {
    const before = { ...watch };
    this.#look(watch);
    const changes = this.#changes(before, watch);
    if (changes === undefined || watch.subscriptions.size === 0) return;
    const text = JSON.stringify(changes);
    for (const subscription of watch.subscriptions) {
      subscription.connection.sendDelta(subscription, this.#floor.position, text);
    }
  }

  /** Makes a watch as the floor is. */
  #look(watch: Watch): void {
    const { agentIds } = watch;
    const items = new Map<FloorItem, number>();
    for (const item of this.#floor.items()) {
      if (item.agentId !== undefined && agentIds?.has(item.agentId) === false) continue;
      items.set(item, item.revision);
      if (items.size === ITEMS_MAX) break;
    }
    const agents = new Map<string, AgentPresence>();
    for (const presence of this.#floor.presences()) {
      if (agentIds?.has(presence.agentId) !== false) agents.set(presence.agentId, presence);
    }
    watch.items = items;
    watch.agents = agents;
    watch.openCount = this.#floor.openCount;
  }

  #changes(before: Watch, after: Watch): FloorChange | undefined {
    const items = [...after.items].filter(([item, at]) => before.items.get(item) !== at);
    const gone = [...before.items.keys()].filter((item) => !after.items.has(item));
    const agents = [...after.agents.values()].filter(
      (presence) => before.agents.get(presence.agentId) !== presence,
    );
    const goneAgentIds = [...before.agents.keys()].filter((id) => !after.agents.has(id));
    const changes = {
      ...(before.openCount !== after.openCount && { openCount: after.openCount }),
      ...(items.length > 0 && { items: items.map(([item]) => this.#sentItem(item)) }),
      ...(gone.length > 0 && { goneWorkIds: gone.map(({ facts }) => facts.workId) }),
      ...(agents.length > 0 && { agents }),
      ...(goneAgentIds.length > 0 && { goneAgentIds }),
    };
    return Object.keys(changes).length === 0 ? undefined : changes;
  }

  #sentItem(item: FloorItem): SentItem {
    const { facts, status, statusSince, waitingSince, agentId, expiresAt, preferredId } = item;
    return {
      ...facts,
      status,
      statusSince,
      waitingSince,
      ...(agentId !== undefined && { agentId }),
      ...(expiresAt !== undefined && { expiresAt }),
      ...(preferredId !== undefined && { preferredId }),
      ...this.#floor.due(item),
    };
  }

  async #agentsOf(teamIds: Watch['teamIds']): Promise<Watch['agentIds']> {
    if (teamIds === undefined) return undefined;
    if (teamIds.length === 0) return new Set();
    const rows = await this.#db
      .selectFrom('agent_profile')
      .select('agent_id')
      .where('centre', '=', this.#centre)
      .where('team_id', 'in', teamIds)
      .execute();
    return new Set(rows.map(({ agent_id }) => agent_id));
  }
}

/** The teams that the caller leads; undefined for whoever watches over all. */
function teamIdsOf({ connection }: Subscription): readonly string[] | undefined {
  const { kind, roles, teamIds } = connection.caller.principal;
  if (kind === 'key' || roles.includes('administrator')) return undefined;
  return teamIds.toSorted();
}

function keyOf(teamIds: readonly string[] | undefined): string {
  return JSON.stringify(teamIds ?? null);
}
