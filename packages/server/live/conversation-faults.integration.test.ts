import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient, SCOPES, type ServerMessage, type TopicState } from '@rapport/protocol';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../database/open-database.ts';
import { createApiKey } from '../identity/api-keys.ts';
import type { Tables } from '../store/tables.ts';
import { freePort } from '../testing/free-port.ts';
import { liveClient } from '../testing/live-socket.ts';
import { startCentreProcess } from '../testing/start-centre-process.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const KILLS = 4;
const CONVERSATIONS = 3;
const FOLLOWERS_EACH = 4;
const WRITERS_EACH = 2;
const CENTRE = 'main';

let root: string;

beforeEach(async () => {
  root = await temporaryFolder();
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

test(`${KILLS} × kill -9 while people write: no message is missed, and none told twice`, async () => {
  const dataFolder = join(root, 'data');
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const start = () =>
    startCentreProcess(dataFolder, () => undefined, {
      RAPPORT_PORT: String(port),
      RAPPORT_RATE_LIMIT_ADDRESS: '0',
      RAPPORT_RATE_LIMIT_PRINCIPAL: '0',
    });
  let process = await start();
  await using database = await openDatabase<Tables>({ dataFolder, databaseUrl: undefined });
  const newKey = { centre: CENTRE, name: 'test', scopes: SCOPES };
  const { secret } = await createApiKey(database.kysely, newKey);
  const api = createClient({
    ...{ baseUrl: address, key: secret, triesMax: Infinity },
    pause: () => sleep(20),
  });
  const interactionIds = await open(api);
  const followers = interactionIds.flatMap((interactionId) =>
    Array.from({ length: FOLLOWERS_EACH }, () => follow(address, secret, interactionId)),
  );
  const inStep = () => followers.filter(({ client }) => client.isAnswered()).length;
  const whenInStep = () => expect.poll(inStep, { timeout: 20_000 }).toBe(followers.length);
  await whenInStep();
  const writing = { isOver: false };
  const written = interactionIds.flatMap((interactionId) =>
    Array.from({ length: WRITERS_EACH }, (_, number) =>
      write(api, { interactionId, name: `writer ${number}`, writing }),
    ),
  );
  for (let kill = 0; kill < KILLS; kill++) {
    // Nobody misses more than a refill holds.
    await whenInStep();
    await sleep(100 + ((kill * 137) % 400));
    await process.kill();
    process = await start();
  }
  await whenInStep();
  writing.isOver = true;
  const acknowledged = (await Promise.all(written)).flat();

  const { rows } = await database.pool.query<{ interaction_id: string; pii_text: string }>(
    'select interaction_id, pii_text from message where centre = $1 order by ordinal',
    [CENTRE],
  );
  const textsIn = (id: string): readonly string[] =>
    rows.filter((row) => row.interaction_id === id).map(({ pii_text }) => pii_text);
  const all = interactionIds.flatMap(textsIn).filter((text) => text !== 'hello');
  expect(all.toSorted()).toEqual(acknowledged.toSorted());
  for (const { interactionId, seen } of followers) {
    await expect.poll(() => seen.texts, { timeout: 20_000 }).toEqual(textsIn(interactionId));
  }
  for (const { client } of followers) client.close();
  await process.end();
  let refillCount = 0;
  for (const { interactionId, client } of followers) {
    const { ordinals, resyncCount } = lookAt(client.told);
    const expected = Array.from({ length: textsIn(interactionId).length }, (_, index) => index + 1);
    expect(ordinals).toEqual(expected);
    refillCount += resyncCount;
  }
  // They came back with what they had, rather than for everything anew.
  expect(refillCount).toBeGreaterThan((followers.length * KILLS) / 4);
  expect(acknowledged.length).toBeGreaterThan(100);
}, 600_000);

type Conversation = TopicState<'conversation'>;
type Api = ReturnType<typeof createClient>;

/** Opens the conversations, each with a first word. */
async function open(api: Api): Promise<readonly string[]> {
  const promise = { targetMs: 20_000, shareRatio: 0.8 };
  const path = '/api/v1/promises/{promiseId}';
  await api.PUT(path, { params: { path: { promiseId: 'chats' } }, body: promise });
  return await Promise.all(
    Array.from({ length: CONVERSATIONS }, async () => {
      const { data } = await api.POST('/api/v1/interactions', {
        body: { channel: 'chat', promiseId: 'chats', requirements: [], piiText: 'hello' },
      });
      if (data === undefined) throw new Error('the interaction was refused');
      return data.interactionId;
    }),
  );
}

function follow(address: string, secret: string, interactionId: string) {
  const client = liveClient(() => address, secret);
  const seen: { texts: readonly (string | undefined)[] } = { texts: [] };
  const onState = ({ messages }: Conversation): void => {
    seen.texts = messages.map(({ piiText }) => piiText);
  };
  client.subscribe({ topic: 'conversation', params: { interactionId }, onState });
  return { interactionId, client, seen };
}

/** Says one thing after the other, each until it is acknowledged; returns what it said. */
async function write(
  api: Api,
  {
    interactionId,
    name,
    writing,
  }: { interactionId: string; name: string; writing: { readonly isOver: boolean } },
): Promise<readonly string[]> {
  const said: string[] = [];
  while (!writing.isOver) {
    const piiText = `${interactionId} ${name} ${said.length}`;
    const { response } = await api.POST('/api/v1/interactions/{interactionId}/messages', {
      params: { path: { interactionId } },
      body: { piiText, from: 'customer' },
    });
    expect(response.status).toBe(201);
    said.push(piiText);
    await sleep(20);
  }
  return said;
}

/** The ordinals that a client was told, over all of its sockets; those of snapshots where it began. */
function lookAt(told: readonly (readonly ServerMessage[])[]) {
  let resyncCount = 0;
  const ordinals: number[] = [];
  for (const message of told.flat()) {
    if (message.kind === 'problem') throw new Error(message.title);
    if (message.kind === 'resync') resyncCount += 1;
    if (message.kind === 'snapshot') {
      expect(ordinals).toEqual([]);
      ordinals.push(...(message.state as Conversation).messages.map(({ ordinal }) => ordinal));
    }
    if (message.kind === 'delta') ordinals.push(message.position);
  }
  return { ordinals, resyncCount };
}
