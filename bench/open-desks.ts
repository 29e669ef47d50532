import type { Scope } from '@rapport/protocol';
import { createApiKey } from '@rapport/server';
import { WebSocket } from 'ws';
import type { RunningCentre } from './start-rapport.ts';

/** An agent's browser as far as the centre sees it: a live connection with the topics of the desk. */
export interface SimulatedDesk extends Disposable {
  readonly workId: string;
  readonly interactionId: string;
  /** What lets a caller act as this agent. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Told of every message that comes to a desk's socket. */
export type OnTold = (desk: number, message: ToldMessage) => void;

export interface ToldMessage {
  readonly kind: string;
  readonly id?: string;
  readonly changes?: unknown;
}

const SCOPES: readonly Scope[] = [
  ...(['agents:read', 'customers:read', 'interactions:read', 'interactions:write'] as const),
  ...(['work:read', 'work:serve'] as const),
];
const OPENED_ABREAST = 10;
const PROMISE_ID = 'promise_1';

/** Opens so many desks, each of an agent who carries so many chats and has the first one open. */
export async function openDesks(
  centre: RunningCentre,
  { deskCount, chatsEach }: { readonly deskCount: number; readonly chatsEach: number },
  onTold: OnTold,
): Promise<readonly SimulatedDesk[]> {
  const terms = { targetMs: 3_600_000, shareRatio: 0.8 };
  await centre.call('PUT', `/api/v1/promises/${PROMISE_ID}`, terms);
  const desks: SimulatedDesk[] = [];
  for (let from = 0; from < deskCount; from += OPENED_ABREAST) {
    const numbers = Array.from({ length: OPENED_ABREAST }, (_, index) => from + index);
    const some = numbers.filter((number) => number < deskCount);
    desks.push(
      ...(await Promise.all(some.map((desk) => openDesk(centre, { desk, chatsEach }, onTold)))),
    );
  }
  return desks;
}

async function openDesk(
  centre: RunningCentre,
  { desk, chatsEach }: { readonly desk: number; readonly chatsEach: number },
  onTold: OnTold,
): Promise<SimulatedDesk> {
  const { call, address, scratch } = centre;
  // Nobody else has it, so that what comes in for it comes to him.
  const skill = `agent-${desk}`;
  const { agentId } = (await call('POST', '/api/v1/agents', {
    piiName: `Agent ${desk}`,
    skills: [{ skill, level: 3 }],
    capacity: { units: chatsEach, weights: { chat: 1 } },
  })) as { agentId: string };
  const key = { centre: 'main', name: skill, scopes: SCOPES, agentId: agentId as never };
  const { secret } = await createApiKey(scratch.database.kysely, key);
  const headers = { authorization: `Bearer ${secret}` };
  await call('POST', `/api/v1/agents/${agentId}/state`, { state: 'ready' });
  const items: { workId: string; interactionId: string }[] = [];
  for (let chat = 0; chat < chatsEach; chat++) {
    const { customerId } = (await call('POST', '/api/v1/customers', {
      piiName: `Customer ${desk}-${chat}`,
    })) as { customerId: string };
    const item = (await call('POST', '/api/v1/interactions', {
      ...{ channel: 'chat', customerId, promiseId: PROMISE_ID },
      ...{ piiSubject: 'A matter', piiText: 'Hello, could somebody look at this today?' },
      requirements: [{ skill, minLevel: 1 }],
    })) as { workId: string; interactionId: string };
    const url = `${address}/api/v1/work/${item.workId}/accept`;
    const accepted = await fetch(url, { method: 'POST', headers });
    if (!accepted.ok) throw new Error(`an offer was not taken: ${await accepted.text()}`);
    items.push(item);
  }
  const [first] = items;
  if (first === undefined) throw new Error('a desk without chats');
  const socket = await connect(
    address,
    { headers, agentId, interactionId: first.interactionId },
    (message) => onTold(desk, message),
  );
  return { ...first, headers, [Symbol.dispose]: () => socket.terminate() };
}

/** Connects as the desk in a browser does, with what it follows. */
async function connect(
  address: string,
  who: {
    readonly headers: Readonly<Record<string, string>>;
    readonly agentId: string;
    readonly interactionId: string;
  },
  onTold: (message: ToldMessage) => void,
): Promise<WebSocket> {
  const { headers, agentId, interactionId } = who;
  const url = `${address.replace('http', 'ws')}/api/v1/live`;
  const socket = new WebSocket(url, { headers, perMessageDeflate: false });
  const topics = [
    ...['my-queue', 'my-cards', 'my-notices'].map((topic) => ({ topic, params: {} })),
    { topic: 'people', params: { agentIds: [agentId] } },
    ...['conversation', 'signs'].map((topic) => ({ topic, params: { interactionId } })),
  ];
  const waiting = new Set(topics.map(({ topic }) => topic));
  const { promise, resolve, reject } = Promise.withResolvers<WebSocket>();
  socket.on('error', reject);
  socket.on('open', () => {
    for (const { topic, params } of topics) {
      socket.send(JSON.stringify({ kind: 'subscribe', id: topic, topic, params }));
    }
  });
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString('utf8')) as ToldMessage;
    if (message.kind === 'problem') reject(new Error(`a desk was declined: ${data.toString()}`));
    if (waiting.delete(message.id ?? '') && waiting.size === 0) resolve(socket);
    onTold(message);
  });
  return await promise;
}
