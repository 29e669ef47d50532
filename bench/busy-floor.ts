import { Agent, request } from 'node:http';
import { type AgentId, asId } from '@rapport/core';
import { createApiKey } from '@rapport/server';
import type { FloorState } from '@rapport/protocol';
import type { Page } from 'playwright-core';
import { WebSocket } from 'ws';
import { type RunningCentre, startRapport } from './start-rapport.ts';

const EMAIL = 'vera@example.org';
const PASSWORD = 'correct horse battery staple';
const CUSTOMERS = 500;
const PROMISE = 'promise_1';
/** Nobody has it, so that what asks for it goes on waiting. */
const RARE_SKILL = 'icelandic';
const ABREAST = 64;
/** So many items are in the agents' hands: two each, and room for a third. */
const IN_HAND = 400;

/** A centre at full steam, and a supervisor who leads everybody in it. */
export interface BusyFloor extends AsyncDisposable {
  readonly address: string;
  /** Signs the supervisor in on this page. */
  readonly signIn: (page: Page) => Promise<void>;
  /** The agent who does nothing but change why he is away. */
  readonly marked: string;
  /** Says why he is away; settles when that is durable. */
  readonly mark: (reason: string) => Promise<void>;
  /** Serves customers, so many commands a second, until it is disposed of. */
  readonly drive: (perSecond: number) => Disposable;
  /** How many events have happened so far. */
  readonly eventCount: () => Promise<number>;
  /** Processor time used so far by the server. */
  readonly serverCpuSeconds: () => number;
}

/** Opens it with so many agents, and so many items that wait for a skill that nobody has. */
export async function openBusyFloor(options: {
  readonly agentCount: number;
  readonly hopelessCount: number;
}): Promise<BusyFloor> {
  await using stack = new AsyncDisposableStack();
  const centre = stack.use(await startRapport());
  const { address, call, scratch } = centre;
  const post = stack.adopt(poster(address), ({ close }) => close());
  // By a line of its own, so that it does not stand behind what the load has begun.
  const postMark = stack.adopt(poster(address), ({ close }) => close());
  const { headers } = centre;
  await call('PUT', `/api/v1/promises/${PROMISE}`, { targetMs: 60_000, shareRatio: 0.8 });
  const secrets = await hire(centre, options.agentCount);
  const customerIds = await inParallel(CUSTOMERS, async (number) => {
    const made = await post('/customers', headers, { piiName: `Customer ${number + 1}` });
    return String(made['customerId']);
  });
  let number = 0;
  const receive = (skill: string | undefined): Promise<unknown> =>
    post('/interactions', headers, {
      channel: 'chat',
      customerId: customerIds[number++ % CUSTOMERS],
      piiSubject: `Matter ${number}`,
      piiText: 'Hello, could somebody look at this today?',
      promiseId: PROMISE,
      requirements: skill === undefined ? [] : [{ skill, minLevel: 1 }],
    });
  await inParallel(options.hopelessCount, () => receive(RARE_SKILL));
  const [marked = ''] = secrets.keys();
  const serve = (act: Act, workId: string, agentId: string): Promise<unknown> => {
    const authorization = `Bearer ${secrets.get(agentId) ?? ''}`;
    return post(`/work/${workId}/${act}`, { authorization });
  };
  const owned = stack.move();
  return {
    address,
    marked,
    signIn: (page) => signIn(page, address),
    mark: async (reason) => {
      await postMark(`/agents/${marked}/state`, headers, { state: 'not-ready', reason });
    },
    drive: (perSecond) =>
      drive({ address, headers, perSecond }, { receive: () => receive(undefined), serve }),
    eventCount: async () => {
      const { rows } = await scratch.database.pool.query<{ count: number }>(
        'select sum(jsonb_array_length(events::jsonb))::integer as count from journal',
      );
      return rows[0]?.count ?? 0;
    },
    serverCpuSeconds: centre.serverCpuSeconds,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** Agents in one team, all ready but the first, with a key each; and who leads them. */
async function hire(
  { call, scratch }: RunningCentre,
  agentCount: number,
): Promise<ReadonlyMap<string, string>> {
  await call('PUT', '/api/v1/teams/care', { name: 'Customer care' });
  const secrets = new Map<string, string>();
  for (let number = 1; number <= agentCount; number++) {
    const { agentId } = (await call('POST', '/api/v1/agents', {
      piiName: `Agent ${number}`,
      teamId: 'care',
      skills: [{ skill: 'billing', level: 3 }],
    })) as { agentId: AgentId };
    const { secret } = await createApiKey(scratch.database.kysely, {
      centre: 'main',
      name: `agent ${number}`,
      scopes: ['work:serve', 'work:read'],
      agentId: asId<'agent'>(agentId),
    });
    secrets.set(agentId, secret);
    if (number > 1) await call('POST', `/api/v1/agents/${agentId}/state`, { state: 'ready' });
  }
  const { invitation } = (await call('POST', '/api/v1/people', {
    piiName: 'Vera Lindholm',
    piiEmail: EMAIL,
    roles: ['supervisor'],
    ledTeamIds: ['care'],
  })) as { invitation: { path: string } };
  const token = invitation.path.split('#')[1];
  await call('POST', '/api/v1/invitations/accept', { token, password: PASSWORD });
  return secrets;
}

type Act = 'accept' | 'complete' | 'hold' | 'resume';

interface Acts {
  readonly receive: () => Promise<unknown>;
  readonly serve: (act: Act, workId: string, agentId: string) => Promise<unknown>;
}

/** An item in somebody's hands. */
interface Held {
  readonly workId: string;
  readonly agentId: string;
}

/**
 * Takes customers in, accepts what is offered, and completes what was accepted, the oldest first, each
 * as a third of the commands; holds and resumes where there is nothing of that kind to do. What is
 * offered to whom it sees on the live floor, as anybody would.
 */
function drive(
  {
    address,
    headers,
    perSecond,
  }: {
    readonly address: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly perSecond: number;
  },
  { receive, serve }: Acts,
): Disposable {
  const offered: Held[] = [];
  const active: Held[] = [];
  const socket = followOffers(address, headers, (held) => offered.push(held));
  const startedAt = performance.now();
  let begun = 0;
  let underwayCount = 0;
  let isHeld = false;
  /** What is overtaken by something else is refused, which is no fault of the floor. */
  const act = async (name: Act, { workId, agentId }: Held): Promise<void> => {
    await serve(name, workId, agentId).catch(() => undefined);
    if (name === 'accept') active.push({ workId, agentId });
  };
  const next = (): Promise<unknown> => {
    if (begun % 3 === 0 && offered.length < ABREAST) return receive().catch(() => undefined);
    const accepted = begun % 3 === 1 ? offered.shift() : undefined;
    if (accepted !== undefined) return act('accept', accepted);
    const done = active.length > IN_HAND ? active.shift() : undefined;
    if (done !== undefined) return act('complete', done);
    const last = active.at(-1);
    isHeld = !isHeld;
    return last === undefined ? Promise.resolve() : act(isHeld ? 'hold' : 'resume', last);
  };
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - startedAt) / 1_000) * perSecond);
    for (; begun < due; begun++) {
      // A server that does not keep up is asked less, and what happened says so.
      if (underwayCount >= ABREAST) continue;
      underwayCount += 1;
      void next().finally(() => (underwayCount -= 1));
    }
  }, 5);
  return {
    [Symbol.dispose]: () => {
      clearInterval(timer);
      socket.terminate();
    },
  };
}

/** Tells each offer once. */
function followOffers(
  address: string,
  headers: Readonly<Record<string, string>>,
  tell: (held: Held) => void,
): WebSocket {
  const told = new Set<string>();
  const socket = new WebSocket(`${address.replace('http', 'ws')}/api/v1/live`, { headers });
  socket.on('open', () =>
    socket.send(JSON.stringify({ kind: 'subscribe', id: 'floor', topic: 'floor' })),
  );
  socket.on('message', (data: Buffer) => {
    const { state, changes } = JSON.parse(data.toString('utf8')) as {
      readonly state?: FloorState;
      readonly changes?: Partial<FloorState>;
    };
    for (const { workId, agentId, status, statusSince } of (changes ?? state)?.items ?? []) {
      const offer = `${workId} ${statusSince}`;
      if (status !== 'offered' || agentId === undefined || told.has(offer)) continue;
      told.add(offer);
      tell({ workId, agentId });
    }
  });
  return socket;
}

type Post = ((
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: object,
) => Promise<Readonly<Record<string, unknown>>>) & { readonly close: () => void };

/** Posts over few connections that stay open. */
function poster(address: string): Post {
  const agent = new Agent({ keepAlive: true, maxSockets: ABREAST });
  const post = async (
    path: string,
    headers: Readonly<Record<string, string>>,
    body: object = {},
  ): Promise<Readonly<Record<string, unknown>>> => {
    const text = JSON.stringify(body);
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const asked = request(`${address}/api/v1${path}`, {
      method: 'POST',
      agent,
      headers: {
        ...headers,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      },
    });
    asked.on('error', reject);
    asked.on('response', (response) => {
      let answer = '';
      response.setEncoding('utf8').on('data', (part: string) => (answer += part));
      response.on('error', reject);
      response.on('end', () => {
        if ((response.statusCode ?? 500) < 300) resolve(answer);
        else reject(new Error(`POST ${path} answered ${response.statusCode}: ${answer}`));
      });
    });
    asked.end(text);
    return JSON.parse((await promise) || '{}') as Readonly<Record<string, unknown>>;
  };
  return Object.assign(post, { close: () => agent.destroy() });
}

async function inParallel<Made>(
  count: number,
  make: (number: number) => Promise<Made>,
): Promise<readonly Made[]> {
  const made: Made[] = [];
  for (let from = 0; from < count; from += ABREAST) {
    const some = Array.from({ length: Math.min(ABREAST, count - from) }, (_, index) =>
      make(from + index),
    );
    made.push(...(await Promise.all(some)));
  }
  return made;
}

async function signIn(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel('E-mail').fill(EMAIL);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
}
