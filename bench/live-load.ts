import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { post } from './post.ts';
import { quantile } from './quantile.ts';

/** A server that takes contacts in over HTTP and shows each to an agent over a socket. */
export interface LiveTarget {
  /** Where contacts are posted. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bodyOf: (contact: number) => string;
  /** Which contact a message shows; undefined where it is about something else. */
  readonly contactIn: (message: string) => number | undefined;
}

export interface LiveResult {
  /** From the moment at which a contact was due to the moment at which its agent's socket had it. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** The same to the end of the answer. */
  readonly answeredP99Ms: number;
  readonly lostCount: number;
}

/** Contacts that arrive at their own pace, whether or not the server keeps up. */
export interface LiveLoad extends Disposable {
  readonly run: (pace: { perSecond: number; seconds: number }) => Promise<LiveResult>;
}

const CONNECTING_ABREAST = 100;
const POSTING_ABREAST = 64;
const PATIENCE_MS = 3_000;

/** Opens a socket for each agent and keeps them; `greet` is what an agent says first. */
export async function openLiveLoad(
  target: LiveTarget,
  sockets: readonly { readonly url: string; readonly headers: Readonly<Record<string, string>> }[],
  greet?: string,
): Promise<LiveLoad> {
  const dueAt = new Map<number, number>();
  let waitsMs: number[] = [];
  const receive = (text: string): void => {
    const contact = target.contactIn(text);
    const due = contact === undefined ? undefined : dueAt.get(contact);
    if (contact === undefined || due === undefined) return;
    dueAt.delete(contact);
    waitsMs.push(performance.now() - due);
  };
  const opened: WebSocket[] = [];
  for (let from = 0; from < sockets.length; from += CONNECTING_ABREAST) {
    const some = sockets.slice(from, from + CONNECTING_ABREAST);
    opened.push(...(await Promise.all(some.map((socket) => connect(socket, greet, receive)))));
  }
  const { url, headers, bodyOf } = target;
  const agent = new Agent({ keepAlive: true, maxSockets: POSTING_ABREAST });
  let contactCount = 0;
  return {
    async run({ perSecond, seconds }) {
      const answeredMs: number[] = [];
      const failures: Error[] = [];
      waitsMs = [];
      dueAt.clear();
      const startedAt = performance.now();
      const send = (dueMs: number): void => {
        const contact = contactCount++;
        dueAt.set(contact, startedAt + dueMs);
        post(url, { headers, body: bodyOf(contact) }, agent).then(
          () => answeredMs.push(performance.now() - startedAt - dueMs),
          (error: unknown) => failures.push(error as Error),
        );
      };
      await atPace(startedAt, { perSecond, seconds }, send);
      const giveUpAt = performance.now() + PATIENCE_MS;
      while (dueAt.size > 0 && performance.now() < giveUpAt) await sleep(10);
      if (failures[0] !== undefined) throw failures[0];
      return {
        p50Ms: quantile(waitsMs, 0.5),
        p99Ms: quantile(waitsMs, 0.99),
        answeredP99Ms: quantile(answeredMs, 0.99),
        lostCount: dueAt.size,
      };
    },
    [Symbol.dispose]() {
      agent.destroy();
      for (const socket of opened) socket.terminate();
    },
  };
}

async function connect(
  { url, headers }: { url: string; headers: Readonly<Record<string, string>> },
  greet: string | undefined,
  receive: (text: string) => void,
): Promise<WebSocket> {
  const { promise, resolve, reject } = Promise.withResolvers<WebSocket>();
  const socket = new WebSocket(url, { headers, perMessageDeflate: false });
  socket.on('error', reject);
  socket.on('message', (data: Buffer) => receive(data.toString('utf8')));
  socket.on('open', () => {
    if (greet === undefined) resolve(socket);
    else socket.send(greet);
  });
  // Whoever is greeted answers, and is ready then.
  if (greet !== undefined) socket.once('message', () => resolve(socket));
  return await promise;
}

/** Calls `send` for each contact when it is due, or as soon after as this process comes to it. */
async function atPace(
  startedAt: number,
  { perSecond, seconds }: { perSecond: number; seconds: number },
  send: (dueMs: number) => void,
): Promise<void> {
  const total = perSecond * seconds;
  let sent = 0;
  while (sent < total) {
    const passedMs = performance.now() - startedAt;
    for (; sent < total && (sent / perSecond) * 1_000 <= passedMs; sent++) {
      send((sent / perSecond) * 1_000);
    }
    await sleep(1);
  }
}
