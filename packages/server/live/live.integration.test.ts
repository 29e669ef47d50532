import { once } from 'node:events';
import { asId, type Command, STANDARD_CAPACITY } from '@rapport/core';
import { CLOSE_CODES, type ServerMessage, type TopicState } from '@rapport/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHttpCentre } from '../testing/http-centre.ts';
import { follow, type LiveCentre, openLiveCentre, subscribing } from '../testing/live-centre.ts';
import { openSocket } from '../testing/live-socket.ts';

let served: LiveCentre;

beforeAll(async () => {
  served = await openLiveCentre();
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

describe('topics', () => {
  test('my-queue shows an offer as it is made, taken and finished, as the route does', async () => {
    const agentId = await served.newAgent('ted');
    const seen = follow(await served.clientWith(['work:read'], agentId), 'my-queue', {});
    await expect.poll(() => seen.state).toEqual({ items: [] });
    await served.receiveFor(agentId, 'ted_1', 'customer_1');
    await expect.poll(() => seen.state?.items[0]?.status).toBe('offered');
    const ted = await served.callerWith(['work:read'], agentId);
    const route = async () =>
      (await ted('GET', `/api/v1/me/queue?after=${served.centre.host.position}`)).answer;
    expect(await route()).toEqual(seen.state);
    const mine = { workId: asId<'work'>('ted_1'), agentId: asId<'agent'>(agentId) };
    await served.give({ type: 'accept-offer', ...mine });
    await expect.poll(() => seen.state?.items[0]?.status).toBe('active');
    expect(seen.state?.items[0]).not.toHaveProperty('expiresAt');
    expect(await route()).toEqual(seen.state);
    await served.give({ type: 'complete-work', ...mine });
    await expect.poll(() => seen.state).toEqual({ items: [] });
  });

  test('presence shows everybody, people those on the screen', async () => {
    const [eva, leo] = [await served.newAgent('eva'), await served.newAgent('leo')];
    const client = await served.clientWith(['agents:read']);
    const everybody = follow(client, 'presence', {});
    const screen = follow(client, 'people', { agentIds: [eva, 'nobody'] });
    await expect.poll(() => screen.state?.agents.map(({ state }) => state)).toEqual(['ready']);
    for (const agentId of [asId<'agent'>(eva), asId<'agent'>(leo)]) {
      await served.give({ type: 'set-agent-state', agentId, state: 'not-ready', reason: 'lunch' });
    }
    const reasonOf = (state: TopicState<'presence'> | undefined, id: string) =>
      state?.agents.find(({ agentId }) => agentId === id)?.reason;
    await expect.poll(() => reasonOf(everybody.state, leo)).toBe('lunch');
    expect(reasonOf(everybody.state, eva)).toBe('lunch');
    expect(screen.state?.agents).toEqual([
      everybody.state?.agents.find(({ agentId }) => agentId === eva),
    ]);
  });

  test('wallboard counts as the route does, and queues tell whose items wait', async () => {
    const amy = await served.newAgent('amy');
    const caller = await served.callerWith(['floor:read']);
    const seen = follow(await served.clientWith(['floor:read']), 'wallboard', {});
    await expect.poll(() => seen.state).toBeDefined();
    const before = seen.state;
    await served.give({
      type: 'change-bond',
      customerId: asId('amys'),
      ownerId: asId<'agent'>(amy),
      deputyIds: [],
    });
    await served.give({ type: 'set-agent-state', agentId: asId<'agent'>(amy), state: 'not-ready' });
    await served.receiveFor(amy, 'amy_1', 'amys');
    await served.receiveFor(amy, 'amy_2', 'amys');
    await served.receiveFor(amy, 'amy_3');
    await expect
      .poll(() => seen.state?.waiting.waitingCount)
      .toBe((before?.waiting.waitingCount ?? 0) + 3);
    expect(seen.state?.today.arrivedCount).toBe((before?.today.arrivedCount ?? 0) + 3);
    await expect
      .poll(async () => (await caller('GET', '/api/v1/wallboard')).answer)
      .toEqual(seen.state);
    const after = served.centre.host.position;
    const { answer } = await caller('GET', `/api/v1/queues?after=${after}`);
    const personal = answer['personal'] as readonly Record<string, unknown>[];
    const waitingSince = seen.state?.waiting.waitingSince;
    expect(personal.find(({ agentId }) => agentId === amy)).toMatchObject({ waitingCount: 2 });
    expect(answer['pool']).toMatchObject({ waitingCount: 1 });
    expect(waitingSince).toBeTypeOf('number');
    await served.give({ type: 'abandon-work', workId: asId('amy_3') });
    await expect
      .poll(() => seen.state?.today.abandonedCount)
      .toBe((before?.today.abandonedCount ?? 0) + 1);
  });

  test('conversation shows the last messages and each that comes', async () => {
    for (let ordinal = 1; ordinal <= 205; ordinal++)
      await served.say('long', ordinal, `line ${ordinal}`);
    const key = await served.secretWith(['interactions:read']);
    const seen = follow(await served.clientWith(['interactions:read']), 'conversation', {
      interactionId: 'long',
    });
    await expect.poll(() => seen.state?.messages.length).toBe(200);
    expect(seen.state?.messages[0]?.ordinal).toBe(6);
    await served.say('long', 206, 'and more');
    await served.say('long', 207, 'and the end');
    await expect
      .poll(() => seen.state?.messages.at(-1)?.piiText, { timeout: 5_000 })
      .toBe('and the end');
    expect(seen.state?.messages.length).toBe(202);
    const { socket, heard } = await served.bare(key);
    const params = { interactionId: 'long' };
    socket.send(subscribing('again', 'conversation', { params, position: 205 }));
    await expect.poll(() => heard.map(({ kind }) => kind)).toEqual(['resync', 'delta', 'delta']);
    socket.terminate();
  });
});

describe('a client that was away', () => {
  test('gets what came after its position, and then what comes', async () => {
    const agentId = await served.newAgent('zoe');
    const key = await served.secretWith(['work:read'], agentId);
    const first = await served.bare(key);
    first.socket.send(subscribing('a', 'my-queue'));
    await expect.poll(() => first.heard[0]?.kind).toBe('snapshot');
    const [snapshot] = first.heard;
    const position = snapshot?.kind === 'snapshot' ? snapshot.position : 0;
    await served.receiveFor(agentId, 'zoe_1');
    await served.give({
      type: 'decline-offer',
      workId: asId('zoe_1'),
      agentId: asId(agentId),
      reason: 'x',
    });
    await expect.poll(() => first.heard.filter(({ kind }) => kind === 'delta').length).toBe(2);
    const second = await served.bare(key);
    second.socket.send(subscribing('a', 'my-queue', { position }));
    await expect.poll(() => second.heard.at(-1)?.kind).toBe('resync');
    const deltas = (heard: readonly ServerMessage[]) =>
      heard.filter(({ kind }) => kind === 'delta').map((message) => JSON.stringify(message));
    expect(deltas(second.heard)).toEqual(deltas(first.heard));
    first.socket.terminate();
    second.socket.terminate();
  });

  test('with a position that nobody gave gets a snapshot', async () => {
    const { socket, heard } = await served.bare(await served.secretWith(['agents:read']));
    socket.send(subscribing('a', 'presence', { position: 9_999_999 }));
    await expect.poll(() => heard[0]?.kind).toBe('snapshot');
    socket.terminate();
  });
});

describe('many, and slow ones', () => {
  test('a client that takes nothing for a while costs nobody else, and misses nothing', async () => {
    const key = await served.secretWith(['interactions:read']);
    const params = { interactionId: 'loud' };
    await served.say('loud', 1, 'first');
    const [slow, quick] = [await served.bare(key), await served.bare(key)];
    for (const { socket, heard } of [slow, quick]) {
      socket.send(subscribing('c', 'conversation', { params }));
      await expect.poll(() => heard[0]?.kind).toBe('snapshot');
    }
    slow.socket.pause();
    // More than the system's buffers and the server's take together.
    const text = 'x'.repeat(200_000);
    for (let ordinal = 2; ordinal <= 121; ordinal++) await served.say('loud', ordinal, text);
    const ordinals = (heard: readonly ServerMessage[]) =>
      heard.flatMap((message) => (message.kind === 'delta' ? [message.position] : []));
    const all = Array.from({ length: 120 }, (_, index) => index + 2);
    await expect.poll(() => ordinals(quick.heard), { timeout: 20_000 }).toEqual(all);
    expect(slow.heard.length).toBeLessThan(10);
    slow.socket.resume();
    await expect.poll(() => ordinals(slow.heard), { timeout: 20_000 }).toEqual(all);
    // It fell behind, and was brought in step again.
    expect(slow.heard.map(({ kind }) => kind)).toContain('resync');
    slow.socket.terminate();
    quick.socket.terminate();
  });

  test('five hundred clients are in step within seconds, and hear the same', async () => {
    const keys = await Promise.all(
      Array.from({ length: 25 }, () => served.secretWith(['agents:read'])),
    );
    const begun = performance.now();
    const all = await Promise.all(
      Array.from({ length: 500 }, async (_, index) => {
        const client = await served.bare(keys[index % keys.length] ?? '');
        client.socket.send(subscribing('p', 'presence'));
        await expect.poll(() => client.heard.length, { timeout: 20_000 }).toBeGreaterThan(0);
        return client;
      }),
    );
    expect(performance.now() - begun).toBeLessThan(20_000);
    await served.newAgent('newcomer');
    const deltas = ({ heard }: { heard: readonly ServerMessage[] }) =>
      // What becomes of others meanwhile is nothing to them.
      heard.map((message) => JSON.stringify(message)).filter((text) => text.includes('newcomer'));
    const [first] = all;
    const untilAll = { timeout: 20_000 };
    await expect.poll(() => (first === undefined ? 0 : deltas(first).length), untilAll).toBe(2);
    for (const client of all) {
      await expect.poll(() => deltas(client).length, untilAll).toBe(2);
      expect(deltas(client)).toEqual(first && deltas(first));
      client.socket.terminate();
    }
  });
});

test('closing the centre tells what is durable first, and to come again', async () => {
  const closing = await openHttpCentre();
  const secret = await closing.secretWith(['agents:read']);
  const socket = openSocket(closing.address, secret);
  const heard: ServerMessage[] = [];
  socket.on('message', (data: Buffer) => heard.push(JSON.parse(data.toString()) as ServerMessage));
  await once(socket, 'open');
  socket.send(subscribing('p', 'presence'));
  await expect.poll(() => heard[0]?.kind).toBe('snapshot');
  const closed = once(socket, 'close');
  const capacity = STANDARD_CAPACITY;
  const agentId = asId<'agent'>('last');
  const command: Command = { type: 'register-agent', agentId, skills: [], capacity };
  await closing.centre.host.execute(command, { commandId: 'last', actor: 'test' });
  await closing[Symbol.asyncDispose]();
  expect((await closed)[0]).toBe(CLOSE_CODES.restarting);
  const told = heard.filter(({ kind }) => kind !== 'heartbeat');
  expect(told.at(-1)).toMatchObject({ kind: 'delta', changes: [{ agentId: 'last' }] });
});
