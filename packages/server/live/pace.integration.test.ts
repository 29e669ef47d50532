import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerMessage } from '@rapport/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { countRequests } from '../http/limit-requests.ts';
import { viewWaiter } from '../http/wait-for-views.ts';
import { type LiveCentre, openLiveCentre, subscribing } from '../testing/live-centre.ts';
import { noTracing } from '../tracing/tracing.ts';
import { Live } from './live.ts';
import type { LivePace } from './live-figures.ts';
import { asksForLive, LIVE_PATH, upgradeTo } from './upgrade.ts';

/** More than the system's buffers and the server's take together. */
const MESSAGES = 121;
const TEXT = 'x'.repeat(200_000);
/** A sign of life is asked for every 0.8 s. */
const TICK_MS = 10;

let served: LiveCentre;

beforeAll(async () => {
  served = await openLiveCentre();
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

/** The live side of the centre once more, with a clock that goes faster. */
async function atPace(pace: LivePace) {
  const { name, settings, host, messages, signs, now, database, identity } = served.centre;
  const db = database.kysely;
  const live = new Live({
    ...{
      centre: name,
      timeZone: () => settings.given.timeZone,
      db,
      host,
      messages,
      signs,
      now,
      pace,
      tracing: noTracing,
    },
    whenShown: viewWaiter(db, name),
    notice: () => undefined,
  });
  const count = countRequests({ rateLimitAddress: 0, rateLimitPrincipal: 0 }, identity);
  const server = createServer({ shouldUpgradeCallback: asksForLive });
  server.on(
    'upgrade',
    upgradeTo(live, { ...identity, count, forwarded: () => ({ address: '', protocol: 'http' }) }),
  );
  await listening(server);
  const { port } = server.address() as AddressInfo;
  const authorization = `Bearer ${await served.secretWith(['interactions:read'])}`;
  return {
    live,
    connect: async (options: { autoPong?: boolean } = {}) => {
      const url = `ws://127.0.0.1:${port}${LIVE_PATH}`;
      const socket = new WebSocket(url, { headers: { authorization }, ...options });
      const heard: ServerMessage[] = [];
      socket.on('message', (data: Buffer) => {
        heard.push(JSON.parse(data.toString()) as ServerMessage);
      });
      await once(socket, 'open');
      return { socket, heard };
    },
    async [Symbol.asyncDispose]() {
      await live.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function listening(server: Server): Promise<void> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
}

/** Lets a client that follows a conversation take nothing, while much is said. */
async function stall(
  { socket, heard }: { socket: WebSocket; heard: ServerMessage[] },
  interactionId: string,
): Promise<void> {
  await served.say(interactionId, 1, 'first');
  socket.send(subscribing('c', 'conversation', { params: { interactionId } }));
  await expect.poll(() => heard.some(({ kind }) => kind === 'snapshot')).toBe(true);
  socket.pause();
  for (let ordinal = 2; ordinal <= MESSAGES; ordinal++) {
    await served.say(interactionId, ordinal, TEXT);
    served.centre.messages.tell({ interactionId, ordinal });
  }
}

test('whoever gives no sign of life is let go, and whoever does stays', async () => {
  await using paced = await atPace({ tickMs: TICK_MS, stuckMs: 30_000 });
  const [dead, alive] = [await paced.connect({ autoPong: false }), await paced.connect()];
  const startedAt = performance.now();
  await once(dead.socket, 'close');
  expect(performance.now() - startedAt).toBeGreaterThan(0.8 * 1_000 * 0.9);
  await sleep(2_000);
  expect(alive.socket.readyState).toBe(WebSocket.OPEN);
  expect(paced.live.connectionCount()).toBe(1);
});

test('a client that takes nothing for too long is let go', async () => {
  await using paced = await atPace({ tickMs: TICK_MS, stuckMs: 700 });
  const [stuck, quick] = [await paced.connect(), await paced.connect()];
  await stall(stuck, 'stuck');
  await expect.poll(() => paced.live.connectionCount(), { timeout: 5_000 }).toBe(1);
  expect(quick.socket.readyState).toBe(WebSocket.OPEN);
  stuck.socket.terminate();
});

test('a client that is behind is not taken for dead, and gets all in the end', async () => {
  await using paced = await atPace({ tickMs: TICK_MS, stuckMs: 60_000 });
  const slow = await paced.connect();
  await stall(slow, 'slow');
  // Several signs of life would have been asked for, behind what it does not take.
  await sleep(3_000);
  expect(paced.live.connectionCount()).toBe(1);
  slow.socket.resume();
  const ordinals = () =>
    slow.heard.flatMap((each) => (each.kind === 'delta' ? [each.position] : []));
  const all = Array.from({ length: MESSAGES - 1 }, (_, index) => index + 2);
  await expect.poll(ordinals, { timeout: 20_000 }).toEqual(all);
});
