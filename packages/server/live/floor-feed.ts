import type { WaitingKind } from '@rapport/core';
import type {
  AgentPresence,
  FloorChange,
  FloorItem as SentItem,
  WaitingKind as SentKind,
} from '@rapport/protocol';
import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import type { Subscription } from './connection.ts';
import type { Feed } from './feed.ts';
import type { Floor } from './floor.ts';
import { type FloorItem, silentSince } from './floor-item.ts';

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
  kinds: readonly SentKind[];
  /** Up to which of the history that is so. */
  position: number;
}

/** What the feed looks at. */
export interface FloorRooms {
  readonly floor: Floor;
  readonly db: Kysely<Tables>;
  readonly centre: string;
  /** Asks the desk who could take what waits. */
  readonly waitingKinds: () => Promise<readonly WaitingKind[]>;
}

/** Before all of the history. */
const NOWHERE = -1;

/**
 * Topic `floor`: what is open and who is there, compared with what was sent at the pace at which `publish`
 * is called, and written down once for all who watch over the same teams. What changes twice in between
 * is sent once.
 */
export class FloorFeed implements Feed {
  readonly #rooms: FloorRooms;
  readonly #watches = new Map<string, Watch>();
  #kinds: readonly SentKind[] = [];
  #kindsJson = '[]';

  constructor(rooms: FloorRooms) {
    this.#rooms = rooms;
  }

  async begin(subscription: Subscription): Promise<boolean> {
    this.end(subscription);
    const teamIds = teamIdsOf(subscription);
    const agentIds = await this.#agentsOf(teamIds);
    if (this.#watches.size === 0) await this.#lookAtKinds();
    // One that has ended meanwhile is ended once more by whoever began it.
    const watch = this.#watchOf(teamIds, agentIds);
    this.#send(watch);
    watch.subscriptions.add(subscription);
    subscription.connection.sendSnapshot(
      subscription,
      this.#rooms.floor.position,
      JSON.stringify({
        openCount: watch.openCount,
        items: [...watch.items.keys()].map((item) => this.#sentItem(item)),
        agents: [...watch.agents.values()],
        kinds: watch.kinds,
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
      const agentIds = await this.#agentsOf(watch.teamIds);
      if (isSameSet(watch.agentIds, agentIds)) continue;
      watch.agentIds = agentIds;
      watch.position = NOWHERE;
    }
  }

  /** Looks anew who could take what waits, while anybody watches. */
  async renewKinds(): Promise<void> {
    if (this.#watches.size > 0) await this.#lookAtKinds();
  }

  async #lookAtKinds(): Promise<void> {
    const waiting = await this.#rooms.waitingKinds();
    const kinds = waiting.map((kind) => this.#sentKind(kind));
    const json = JSON.stringify(kinds);
    if (json === this.#kindsJson) return;
    this.#kindsJson = json;
    this.#kinds = kinds;
  }

  #sentKind({ awayIds, ...kind }: WaitingKind): SentKind {
    const { agents } = this.#rooms.floor.people(awayIds);
    const backAt = Math.min(...agents.map(({ returnAt = Infinity }) => returnAt));
    return {
      ...kind,
      requirements: [...kind.requirements],
      ...(backAt < Infinity && { backAt }),
    };
  }

  #watchOf(teamIds: Watch['teamIds'], agentIds: Watch['agentIds']): Watch {
    const key = keyOf(teamIds);
    let watch = this.#watches.get(key);
    if (watch === undefined) {
      const nothing = { items: new Map(), agents: new Map(), openCount: 0, kinds: [] };
      watch = { teamIds, agentIds, subscriptions: new Set(), position: NOWHERE, ...nothing };
      this.#watches.set(key, watch);
    }
    if (!isSameSet(watch.agentIds, agentIds)) {
      watch.agentIds = agentIds;
      watch.position = NOWHERE;
    }
    return watch;
  }

  #send(watch: Watch): void {
    const { floor } = this.#rooms;
    if (watch.position === floor.position && watch.kinds === this.#kinds) return;
    const before = { ...watch };
    this.#look(watch);
    const changes = this.#changes(before, watch);
    if (changes === undefined || watch.subscriptions.size === 0) return;
    const text = JSON.stringify(changes);
    for (const subscription of watch.subscriptions) {
      subscription.connection.sendDelta(subscription, floor.position, text);
    }
  }

  /** Makes a watch as the floor is. */
  #look(watch: Watch): void {
    const { floor } = this.#rooms;
    const { agentIds } = watch;
    const items = new Map<FloorItem, number>();
    for (const item of floor.items()) {
      if (item.agentId !== undefined && agentIds?.has(item.agentId) === false) continue;
      items.set(item, item.revision);
      if (items.size === ITEMS_MAX) break;
    }
    const agents = new Map<string, AgentPresence>();
    for (const presence of floor.presences()) {
      if (agentIds?.has(presence.agentId) !== false) agents.set(presence.agentId, presence);
    }
    watch.items = items;
    watch.agents = agents;
    watch.openCount = floor.openCount(agentIds);
    watch.kinds = this.#kinds;
    watch.position = floor.position;
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
      ...(before.kinds !== after.kinds && { kinds: [...after.kinds] }),
    };
    return Object.keys(changes).length === 0 ? undefined : changes;
  }

  #sentItem(item: FloorItem): SentItem {
    const { facts, status, statusSince, waitingSince, requirements } = item;
    const { agentId, expiresAt, preferredId, reservation, callback, choice } = item;
    const silent = silentSince(item);
    return {
      ...facts,
      requirements: [...requirements],
      status,
      statusSince,
      waitingSince,
      ...(agentId !== undefined && { agentId }),
      ...(expiresAt !== undefined && { expiresAt }),
      ...(preferredId !== undefined && { preferredId }),
      ...(reservation && { reservation }),
      ...(callback && { callback }),
      ...(choice && { choice }),
      ...(silent !== undefined && { silentSince: silent }),
      ...(item.asideForId !== undefined && { asideForId: item.asideForId }),
      ...this.#rooms.floor.due(item),
      ...(item.alert && { alert: item.alert }),
    };
  }

  async #agentsOf(teamIds: Watch['teamIds']): Promise<Watch['agentIds']> {
    if (teamIds === undefined) return undefined;
    if (teamIds.length === 0) return new Set();
    const { db, centre } = this.#rooms;
    const rows = await db
      .selectFrom('agent_profile')
      .select('agent_id')
      .where('centre', '=', centre)
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

function isSameSet(a: Watch['agentIds'], b: Watch['agentIds']): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.size === b.size && [...a].every((each) => b.has(each));
}

function keyOf(teamIds: readonly string[] | undefined): string {
  return JSON.stringify(teamIds ?? null);
}
