import { createLiveClient, type LiveClient, type ServerMessage } from '@rapport/protocol';
import { WebSocket } from 'ws';

/** A client on real sockets. */
export interface TestLiveClient extends LiveClient {
  /** Everything that it was told, by socket. */
  readonly told: readonly (readonly ServerMessage[])[];
  /** Whether the present socket has given it something. */
  readonly isAnswered: () => boolean;
  /** Breaks the present socket, as a network does; the client comes back by itself. */
  readonly cut: () => void;
}

/** Connects to a centre's address, such as `http://127.0.0.1:7300`, with a key. */
export function liveClient(address: () => string, secret: string): TestLiveClient {
  const told: ServerMessage[][] = [];
  let isAnswered = false;
  let cut = (): void => undefined;
  const client = createLiveClient({
    connect: (on) => {
      isAnswered = false;
      const heard: ServerMessage[] = [];
      told.push(heard);
      const socket = openSocket(address(), secret);
      cut = () => socket.terminate();
      socket.on('open', on.opened);
      socket.on('message', (data: Buffer) => {
        const text = data.toString();
        isAnswered = true;
        heard.push(JSON.parse(text) as ServerMessage);
        on.received(text);
      });
      socket.on('close', () => {
        isAnswered = false;
        on.closed();
      });
      // `close` follows.
      socket.on('error', () => undefined);
      return { send: (text) => socket.send(text), close: () => socket.terminate() };
    },
    after: (ms, run) => {
      // A tenth of the time, so that tests need not wait.
      const timeout = setTimeout(run, ms > 20_000 ? ms : ms / 10);
      return () => clearTimeout(timeout);
    },
    random: Math.random,
  });
  return { ...client, told, isAnswered: () => isAnswered, cut: () => cut() };
}

/** A bare socket to the live side of a centre. */
export function openSocket(
  address: string,
  secret?: string,
  headers?: Record<string, string>,
): WebSocket {
  const url = `${address.replace(/^http/, 'ws')}/api/v1/live`;
  const authorization = secret === undefined ? {} : { authorization: `Bearer ${secret}` };
  return new WebSocket(url, {
    perMessageDeflate: false,
    headers: { ...authorization, ...headers },
  });
}
