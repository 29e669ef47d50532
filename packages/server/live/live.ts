import {
  CLOSE_CODES,
  type ClientMessage,
  type Problem,
  TOPICS,
  type WallboardState,
} from '@rapport/protocol';
import type { WebSocket } from 'ws';
import type { Host } from '../host/host.ts';
import { HostUnavailable } from '../host/host-faults.ts';
import { reachRefusal } from '../identity/reach-refusal.ts';
import { accessRefusal } from '../identity/principal.ts';
import type { MessageFeed } from '../interactions/message-feed.ts';
import { type Caller, Connection, type Subscription } from './connection.ts';
import type { FollowedCentre } from './follow-floor.ts';
import { type KeptFeeds, keepFeeds } from './keep-feeds.ts';
import { messageRate } from './message-rate.ts';
import { readClientMessage } from './read-client-message.ts';

/** What live updates of a centre need. */
export interface LiveRooms extends Omit<FollowedCentre, 'onRow' | 'onFault'> {
  readonly host: Host;
  readonly messages: MessageFeed;
  /** Told, in a sentence, of trouble and of what is done about it. */
  readonly notice: (message: string) => void;
}

/** The wallboard's pace: four times a second. */
const TICK_MS = 250;
/** Each connection is visited once in so many ticks, and then gets its heartbeat: every 5 s. */
const VISIT_TICKS = 20;
/** A sign of life is asked for at every fourth visit: every 20 s. */
const PING_VISITS = 4;
/** Every 2.5 s, so that whoever may no longer listen hears nothing after 5 s. */
const REFRESH_TICKS = 10;
const CONVERSATIONS_TICKS = 8;
const STUCK_MS = 30_000;
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
  readonly #feeds: KeptFeeds;
  readonly #connections = new Set<Connection>();
  readonly #timer: NodeJS.Timeout;
  readonly #stopListening: () => void;
  #tickCount = 0;
  #acceptedCount = 0;
  #isClosing = false;

  constructor(rooms: LiveRooms) {
    this.#rooms = rooms;
    this.#feeds = keepFeeds(rooms, {
      notice: rooms.notice,
      onLost: () => this.#closeAll(CLOSE_CODES.restarting, 'live updates begin anew'),
    });
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
    this.#stopListening = rooms.messages.onMessage(({ interactionId }) => {
      const fed = this.#feeds.current();
      if (fed !== undefined) this.#quietly(fed.feeds.conversations.poke(interactionId));
    });
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
        .catch((error: unknown) => {
          this.#rooms.notice(`a live client is asked to come again: ${String(error)}`);
          socket.close(CLOSE_CODES.busy, 'not now');
        })
        .finally(() => (pendingCount -= 1));
    });
  }

  /** Sends what is durable by now, and lets every client go. */
  async close(): Promise<void> {
    this.#isClosing = true;
    clearInterval(this.#timer);
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
    for (const id of [...connection.subscriptions.keys()]) this.#end(connection, id);
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
      fed.feeds.publishWallboard();
      if (tick % CONVERSATIONS_TICKS === 0) this.#quietly(fed.feeds.conversations.pokeChanged());
      this.#visit(tick, fed.followed.floor.position);
    }
    if (tick % REFRESH_TICKS === 0) this.#quietly(this.#refresh());
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
      if (isPingTurn) askForLife(connection);
    }
  }

  #catchUp(connection: Connection): void {
    if (connection.hasDrained()) {
      for (const subscription of connection.subscriptions.values()) {
        this.#quietly(this.#begin(subscription));
      }
    } else if (performance.now() - (connection.behindSince ?? Infinity) > STUCK_MS) {
      connection.socket.close(CLOSE_CODES.stuck, 'nothing was taken for half a minute');
      connection.socket.terminate();
    }
  }

  /** Lets those go who may no longer listen, or may do something else now. */
  async #refresh(): Promise<void> {
    await Promise.all(
      [...this.#connections].map(async ({ caller, socket }) => {
        const now = await caller.again();
        if (JSON.stringify(now) === JSON.stringify(caller.principal)) return;
        socket.close(CLOSE_CODES.unauthenticated, 'what you may do has changed');
      }),
    );
  }

  #quietly(work: Promise<unknown>): void {
    work.catch((error: unknown) =>
      this.#rooms.notice(`live updates try again in a moment: ${String(error)}`),
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

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const timeout = setTimeout(() => resolve(undefined), ms);
  try {
    await Promise.race([work, promise]);
  } finally {
    clearTimeout(timeout);
  }
}
