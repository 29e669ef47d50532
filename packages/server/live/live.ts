import { type WaitingKind, waitingKinds } from '@rapport/core';
import {
  CLOSE_CODES,
  type ClientMessage,
  type Problem,
  type TopicName,
  TOPICS,
  type WallboardState,
} from '@rapport/protocol';
import type { WebSocket } from 'ws';
import type { Host } from '../host/host.ts';
import { HostUnavailable } from '../host/host-faults.ts';
import { reachRefusal } from '../identity/reach-refusal.ts';
import { accessRefusal } from '../identity/principal.ts';
import { readsAll, unreadBy } from '../interactions/conversations-of.ts';
import type { MessageFeed } from '../interactions/message-feed.ts';
import type { Signs } from '../interactions/signs.ts';
import { reasonOf } from '../logs/reason-of.ts';
import type { Tracing } from '../tracing/tracing.ts';
import { type Caller, Connection, type Subscription } from './connection.ts';
import { interactionOf } from './conversation-feed.ts';
import type { Feeds } from './feeds.ts';
import type { FollowedCentre } from './follow-floor.ts';
import type { LiveFigures, LivePace } from './live-figures.ts';
import { type KeptFeeds, keepFeeds } from './keep-feeds.ts';
import { messageRate } from './message-rate.ts';
import { readClientMessage } from './read-client-message.ts';
import { ReachAgents } from './reach-agents.ts';
import { readersOf } from './readers-of.ts';
import { within } from './within.ts';

/** What live updates of a centre need. */
export interface LiveRooms extends Omit<FollowedCentre, 'onRow' | 'onFault'> {
  readonly host: Host;
  readonly messages: MessageFeed;
  readonly signs: Signs;
  /** Whether the views show a position, in a moment at most. */
  readonly whenShown: (position: number) => Promise<boolean>;
  readonly tracing: Tracing;
  /** Told, in a sentence, of trouble and of what is done about it. */
  readonly notice: (message: string) => void;
  readonly pace?: LivePace;
}

/** Four ticks a second, the pace of the wallboard. */
const STANDARD_PACE: LivePace = { tickMs: 250, stuckMs: 30_000 };
/** Each connection is visited once in so many ticks, and then gets its heartbeat: every 5 s. */
const VISIT_TICKS = 20;
/** A sign of life is asked for at every fourth visit: every 20 s. */
const PING_VISITS = 4;
/**
 * Every 1.5 s, so that nobody hears after 5 s what he may no longer follow: who somebody is may have been
 * remembered for 2.5 s when it is looked at.
 */
const REFRESH_TICKS = 6;
const CONVERSATIONS_TICKS = 8;
/** What a supervisor says is there within a second. */
const NOTICES_TICKS = 3;
const TEAMS_TICKS = 20;
/** Who could take what waits is looked at once a second. */
const KINDS_TICKS = 4;
const CARDS_TICKS = 4;
const SUBSCRIPTIONS_MAX = 50;
const MALFORMED_MAX = 10;
const PENDING_MAX = 200;
const CLOSE_MS = 2_000;

/**
 * The live side of a centre: clients on WebSockets, what they follow, and the clock that keeps them in
 * step. A client that does not keep up costs one buffer and nothing more.
 */
export class Live {
  readonly #rooms: LiveRooms;
  readonly #pace: LivePace;
  readonly #feeds: KeptFeeds;
  readonly #connections = new Set<Connection>();
  readonly #reach: ReachAgents;
  readonly #timer: NodeJS.Timeout;
  readonly #stopListening: () => void;
  /** What is done now and then, and has not ended yet. */
  readonly #underway = new Set<string>();
  #tickCount = 0;
  #acceptedCount = 0;
  #isClosing = false;

  constructor(rooms: LiveRooms) {
    this.#rooms = rooms;
    this.#pace = rooms.pace ?? STANDARD_PACE;
    this.#reach = new ReachAgents(rooms);
    const kinds = (): Promise<readonly WaitingKind[]> => rooms.host.ask(waitingKinds);
    this.#feeds = keepFeeds(
      { ...rooms, waitingKinds: kinds },
      {
        notice: rooms.notice,
        onLost: () => this.#closeAll(CLOSE_CODES.restarting, 'live updates begin anew'),
      },
    );
    this.#timer = setInterval(() => this.#tick(), this.#pace.tickMs);
    const stopMessages = rooms.messages.onMessage(({ interactionId: id }) => {
      const feeds = this.#feeds.current()?.feeds;
      if (feeds !== undefined) this.#quietly(feeds.conversations.poke(id));
      feeds?.cards.poke(id);
    });
    const stopSigns = rooms.signs.onChange((id, agentId) => {
      const feeds = this.#feeds.current()?.feeds;
      feeds?.signs.poke(id);
      feeds?.cards.poke(id, agentId);
    });
    this.#stopListening = () => {
      stopMessages();
      stopSigns();
    };
  }

  get isClosing(): boolean {
    return this.#isClosing;
  }

  /** How many connections there are, of everybody or of one caller. */
  connectionCount(principalId?: string): number {
    if (principalId === undefined) return this.#connections.size;
    let count = 0;
    for (const { caller } of this.#connections) if (caller.principal.id === principalId) count += 1;
    return count;
  }

  /** How it stands, for whoever watches the server. */
  figures(): LiveFigures {
    const subscriptionCounts = new Map<TopicName, number>();
    let behindCount = 0;
    for (const { subscriptions, behindSince } of this.#connections) {
      if (behindSince !== undefined) behindCount += 1;
      for (const { topic } of subscriptions.values()) {
        subscriptionCounts.set(topic, (subscriptionCounts.get(topic) ?? 0) + 1);
      }
    }
    const position = this.#feeds.current()?.followed.floor.position;
    const connectionCount = this.#connections.size;
    return { connectionCount, behindCount, subscriptionCounts, position };
  }

  /** Lets everything begin anew, because it rests on something that has changed; clients come back. */
  renew(why: string): void {
    this.#feeds.renew(why);
  }

  /** The centre's figures now. @throws {HostUnavailable} they are still being made. */
  wallboard(): WallboardState {
    const fed = this.#feeds.current();
    if (fed === undefined) throw new HostUnavailable('the floor is being made');
    return fed.followed.floor.wallboard(this.#rooms.now());
  }

  /** Takes a client in. */
  accept(socket: WebSocket, caller: Caller): void {
    const connection = new Connection(socket, caller, (this.#acceptedCount += 1));
    const isWithinRate = messageRate();
    let malformedCount = 0;
    let pendingCount = 0;
    let work = Promise.resolve();
    this.#connections.add(connection);
    const { agentId } = caller.principal;
    if (agentId !== undefined) this.#reach.came(agentId);
    socket.on('pong', () => (connection.isAlive = true));
    socket.on('close', () => this.#leave(connection));
    // What went wrong with a socket is its client's business; `close` follows.
    socket.on('error', () => undefined);
    socket.on('message', (data: Buffer, isBinary) => {
      if (!isWithinRate() || pendingCount >= PENDING_MAX) {
        socket.close(CLOSE_CODES.tooManyMessages, 'too many messages');
        return;
      }
      const read = readClientMessage(isBinary ? '' : data.toString());
      if (!read.ok) {
        connection.say(read.problem);
        malformedCount += 1;
        if (malformedCount >= MALFORMED_MAX) {
          socket.close(CLOSE_CODES.malformed, 'messages that mean nothing');
        }
        return;
      }
      pendingCount += 1;
      // One after the other, so that what the client said last is what holds.
      work = work
        .then(() => this.#obey(connection, read.message))
        .catch((error: unknown) => this.#sendAway(connection, error))
        .finally(() => (pendingCount -= 1));
    });
  }

  /** Sends what is durable by now, and lets every client go. */
  async close(): Promise<void> {
    this.#isClosing = true;
    clearInterval(this.#timer);
    this.#reach.stop();
    this.#stopListening();
    const settled = this.#feeds.current()?.followed.settled() ?? Promise.resolve();
    // Whoever misses something gets it when he comes again.
    await within(CLOSE_MS, settled).catch(() => undefined);
    this.#feeds.stop();
    const sockets = [...this.#connections].map(({ socket }) => socket);
    const closed = sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve)));
    this.#closeAll(CLOSE_CODES.restarting, 'the centre closes');
    await within(CLOSE_MS, Promise.all(closed));
    for (const socket of sockets) socket.terminate();
  }

  async #obey(connection: Connection, message: ClientMessage): Promise<void> {
    const { id } = message;
    this.#end(connection, id);
    if (message.kind === 'unsubscribe') return;
    const { topic, params, position } = message;
    const refusal = await this.#refusal(connection, message);
    if (refusal !== undefined) {
      connection.say({ kind: 'problem', id, type: refusal.type, title: refusal.title });
      return;
    }
    if (connection.subscriptions.size >= SUBSCRIPTIONS_MAX) {
      const title = `One connection follows at most ${SUBSCRIPTIONS_MAX} topics.`;
      connection.say({ kind: 'problem', id, type: 'too-many-subscriptions', title });
      return;
    }
    await this.#feeds.ready();
    if (!this.#connections.has(connection)) return;
    const subscription: Subscription = { id, connection, topic, params, position };
    connection.subscriptions.set(id, subscription);
    if (await this.#begin(subscription)) return;
    this.#end(connection, id);
    const title = 'There is nothing of that kind.';
    connection.say({ kind: 'problem', id, type: 'not-found', title });
  }

  /** Begins a subscription, or brings it in step again. False when there is nothing of that kind. */
  async #begin(subscription: Subscription): Promise<boolean> {
    const { id, connection, topic } = subscription;
    const feed = this.#feeds.current()?.feeds.byTopic[topic];
    // Without feeds everybody is being sent away.
    if (feed === undefined) return true;
    const isBegun = await feed.begin(subscription);
    if (connection.subscriptions.get(id) !== subscription) feed.end(subscription);
    return isBegun;
  }

  /** Why a caller may not follow this, or undefined when he may. */
  async #refusal(
    { caller: { principal } }: Connection,
    { topic, params }: Extract<ClientMessage, { kind: 'subscribe' }>,
  ): Promise<Pick<Problem, 'type' | 'title'> | undefined> {
    const { access } = TOPICS[topic];
    const title = accessRefusal(principal, access);
    if (title !== undefined) return { type: 'forbidden', title };
    return await reachRefusal(principal, access, { params, rooms: this.#rooms });
  }

  #end(connection: Connection, id: string): void {
    const subscription = connection.subscriptions.get(id);
    if (subscription === undefined) return;
    connection.subscriptions.delete(id);
    this.#feeds.current()?.feeds.byTopic[subscription.topic].end(subscription);
  }

  #leave(connection: Connection): void {
    this.#connections.delete(connection);
    const { agentId } = connection.caller.principal;
    if (agentId !== undefined && !this.#isClosing && !this.#hasLine(agentId)) {
      this.#reach.left(agentId);
    }
    for (const id of [...connection.subscriptions.keys()]) this.#end(connection, id);
  }

  #hasLine(agentId: string): boolean {
    return [...this.#connections].some(({ caller }) => caller.principal.agentId === agentId);
  }

  #closeAll(code: number, reason: string): void {
    for (const { socket } of this.#connections) socket.close(code, reason);
  }

  #tick(): void {
    const tick = (this.#tickCount += 1);
    const fed = this.#feeds.current();
    if (fed !== undefined) {
      fed.followed.poke();
      // Before heartbeats, which say that all up to their position has been sent.
      fed.feeds.publish();
      if (tick % NOTICES_TICKS === 0)
        this.#unlessUnderway('notices', () => fed.feeds.notices.poke());
      if (tick % KINDS_TICKS === 0)
        this.#unlessUnderway('kinds', () => fed.feeds.floor.renewKinds());
      if (tick % CARDS_TICKS === 0) fed.feeds.cards.renewSome();
      if (tick % TEAMS_TICKS === 0)
        this.#unlessUnderway('teams', () => fed.feeds.floor.renewTeams());
      if (tick % CONVERSATIONS_TICKS === 0) {
        this.#unlessUnderway('changed', () => fed.feeds.conversations.pokeChanged());
      }
      this.#visit(tick, fed.followed.floor.position);
    }
    // Some at each tick, so that no turn takes long.
    const turn = tick % REFRESH_TICKS;
    this.#unlessUnderway(`callers ${turn}`, () => this.#refresh(turn));
    if (fed !== undefined && turn === 0) {
      this.#unlessUnderway('unread', () => this.#endUnread(fed.feeds));
    }
  }

  /** Brings those in step again that were behind; each in his turn gets a heartbeat. */
  #visit(tick: number, position: number): void {
    const heartbeat = JSON.stringify({ kind: 'heartbeat', position, at: this.#rooms.now() });
    for (const connection of this.#connections) {
      if (connection.behindSince !== undefined) this.#catchUp(connection);
      if (connection.number % VISIT_TICKS !== tick % VISIT_TICKS) continue;
      if (connection.send(heartbeat)) {
        for (const subscription of connection.subscriptions.values()) reach(subscription, position);
      }
      const isPingTurn = Math.floor(tick / VISIT_TICKS) % PING_VISITS === 0;
      // Whoever is behind has his pings, too, behind what he has not taken.
      if (isPingTurn && connection.behindSince === undefined) askForLife(connection);
    }
  }

  #catchUp(connection: Connection): void {
    if (connection.hasDrained()) {
      // All in one turn: what comes between would hide what was missed.
      for (const subscription of connection.subscriptions.values()) {
        this.#begin(subscription).catch((error: unknown) => this.#sendAway(connection, error));
      }
    } else if (performance.now() - (connection.behindSince ?? Infinity) > this.#pace.stuckMs) {
      // Without a word: it would stand behind what the client does not take.
      connection.socket.terminate();
    }
  }

  /** What it follows could not be begun: it finds out what it missed when it comes again. */
  #sendAway({ socket }: Connection, error: unknown): void {
    this.#rooms.notice(`a live client is asked to come again: ${reasonOf(error)}`);
    socket.close(CLOSE_CODES.busy, 'not now');
  }

  /** Lets those go who may no longer listen, or may do something else now. */
  async #refresh(turn: number): Promise<void> {
    const some = [...this.#connections].filter(({ number }) => number % REFRESH_TICKS === turn);
    await Promise.all(
      some.map(async ({ caller, socket }) => {
        const now = await caller.again();
        if (now === caller.principal) return;
        if (JSON.stringify(now) === JSON.stringify(caller.principal)) return;
        socket.close(CLOSE_CODES.unauthenticated, 'what you may do has changed');
      }),
    );
  }

  /** Ends conversations of agents who neither serve nor know the customer any more. */
  async #endUnread({ conversations, signs }: Feeds): Promise<void> {
    const followers = [...conversations.followers(), ...signs.followers()].filter(
      ({ connection }) => !readsAll(connection.caller.principal),
    );
    const lost = await unreadBy(this.#rooms, readersOf(followers));
    for (const subscription of followers) {
      const { id, connection } = subscription;
      const ids = lost.get(connection.caller.principal.agentId ?? '');
      if (ids?.has(interactionOf(subscription)) !== true) continue;
      if (connection.subscriptions.get(id) !== subscription) continue;
      this.#end(connection, id);
      const title = 'You neither serve nor know this customer any more.';
      if (!connection.say({ kind: 'problem', id, type: 'reach-ended', title })) {
        // He is behind, and would not know that nothing more comes.
        connection.socket.close(CLOSE_CODES.unauthenticated, 'what you may follow has changed');
      }
    }
  }

  /** Begins no second round of what takes longer than its turn, as when the database stands still. */
  #unlessUnderway(name: string, work: () => Promise<void>): void {
    if (this.#underway.has(name)) return;
    this.#underway.add(name);
    this.#quietly(work().finally(() => this.#underway.delete(name)));
  }

  #quietly(work: Promise<unknown>): void {
    work.catch((error: unknown) =>
      this.#rooms.notice(`live updates try again in a moment: ${reasonOf(error)}`),
    );
  }
}

/** A subscription that is in step has all up to a position; a conversation's are its own. */
function reach(subscription: Subscription, position: number): void {
  if (subscription.position === undefined || subscription.topic === 'conversation') return;
  subscription.position = position;
}

function askForLife(connection: Connection): void {
  if (!connection.isAlive) {
    connection.socket.terminate();
    return;
  }
  connection.isAlive = false;
  connection.socket.ping();
}
