import type { Principal } from '../identity/principal.ts';
import type { ServerMessage, TopicName } from '@rapport/protocol';
import type { WebSocket } from 'ws';

/** More than this waiting for a client means that it does not keep up. */
const BUFFERED_BYTES_MAX = 1_000_000;
/** Less than this, and it is in step again. */
const BUFFERED_BYTES_LOW = 64_000;

/** Who opened a connection. */
export interface Caller {
  readonly principal: Principal;
  /** Who he is by now; undefined when what he showed is no longer in force. */
  readonly again: () => Promise<Principal | undefined>;
}

/** Something that a connection follows. */
export interface Subscription {
  readonly id: string;
  readonly connection: Connection;
  readonly topic: TopicName;
  /** As the topic's schema has them. */
  readonly params: unknown;
  /** What the client has; undefined while it has nothing. */
  position: number | undefined;
}

/**
 * One client's socket, and what it follows.
 *
 * in step → behind when more waits for it than it takes: from then on nothing is sent, and nothing kept
 * for it → in step again when it has taken what waited; its subscriptions are then begun again from
 * their positions.
 */
export class Connection {
  readonly caller: Caller;
  readonly socket: WebSocket;
  /** Its own, so that connections can take turns. */
  readonly number: number;
  readonly subscriptions = new Map<string, Subscription>();
  /** Since when it is behind. */
  behindSince: number | undefined;
  /** Whether it has given a sign of life since it was last asked for one. */
  isAlive = true;

  constructor(socket: WebSocket, caller: Caller, number: number) {
    this.socket = socket;
    this.caller = caller;
    this.number = number;
  }

  /** Whether it hears what is said to it now. */
  get isInStep(): boolean {
    return this.behindSince === undefined && this.socket.readyState === this.socket.OPEN;
  }

  /** Says something; false when the client is behind and will not hear it. */
  say(message: ServerMessage): boolean {
    return this.send(JSON.stringify(message));
  }

  /** Sends a topic's state, written down already. */
  sendSnapshot(subscription: Subscription, position: number, stateJson: string): boolean {
    const head = `{"kind":"snapshot","id":"${subscription.id}","position":${position},"state":`;
    const isSent = this.send(`${head}${stateJson}}`);
    subscription.position = isSent ? position : undefined;
    return isSent;
  }

  /** Sends changes, written down already. What has begun with nothing waits for its snapshot. */
  sendDelta(subscription: Subscription, position: number, changesJson: string): boolean {
    if (subscription.position === undefined) return false;
    const head = `{"kind":"delta","id":"${subscription.id}","position":${position},"changes":`;
    const isSent = this.send(`${head}${changesJson}}`);
    if (isSent) subscription.position = position;
    return isSent;
  }

  /** Says that a subscription has all up to a position. */
  sendResync(subscription: Subscription, position: number): void {
    const { id } = subscription;
    if (this.say({ kind: 'resync', id, position })) subscription.position = position;
  }

  send(text: string): boolean {
    const { socket } = this;
    if (!this.isInStep) return false;
    if (socket.bufferedAmount > BUFFERED_BYTES_MAX) {
      this.behindSince = performance.now();
      return false;
    }
    socket.send(text);
    return true;
  }

  /** Whether a client that was behind is so no more. */
  hasDrained(): boolean {
    if (this.behindSince === undefined || this.socket.bufferedAmount > BUFFERED_BYTES_LOW) {
      return false;
    }
    this.behindSince = undefined;
    // It has taken what waited: a sign of life, even where its answer to a ping is still on its way.
    this.isAlive = true;
    return true;
  }
}
