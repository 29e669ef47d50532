import { type ApiClient, createClient, createLiveClient, type LiveClient } from '@rapport/protocol';
import { WebSocket } from 'ws';

/** Somebody's line to the centre, over its real interfaces. */
export interface Wire {
  readonly api: ApiClient;
  readonly live: LiveClient;
}

/** Opens a line for whoever has this key. */
export function openWire(address: string, key: string): Wire {
  const url = `${address.replace(/^http/u, 'ws')}/api/v1/live`;
  const live = createLiveClient({
    connect: (on) => {
      const socket = new WebSocket(url, { headers: { authorization: `Bearer ${key}` } });
      socket.on('open', on.opened);
      socket.on('message', (data: Buffer) => on.received(data.toString()));
      socket.on('close', on.closed);
      // What follows an error is that it closes.
      socket.on('error', () => undefined);
      return { send: (text) => socket.send(text), close: () => socket.close() };
    },
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    random: Math.random,
  });
  return { api: createClient({ baseUrl: address, key }), live };
}

/** What a call gives; undefined where it was refused, which happens to people as well. */
export async function given<Data>(
  call: Promise<{ readonly data?: Data; readonly error?: unknown }>,
): Promise<Data | undefined> {
  return (await call).data;
}
