import { isDeepStrictEqual } from 'node:util';
import { asId } from '@rapport/core';
import { createLiveClient, type FloorState, kindOf, SCOPES } from '@rapport/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import type { SignedIn } from '../testing/http-centre.ts';
import { follow, type LiveCentre, openLiveCentre } from '../testing/live-centre.ts';
import { openSocket } from '../testing/live-socket.ts';

let served: LiveCentre;
let care: SignedIn;
let number = 0;

beforeAll(async () => {
  served = await openLiveCentre();
  const key = await served.callerWith(SCOPES);
  for (const team of ['care', 'sales']) {
    await key('PUT', `/api/v1/teams/${team}`, { body: { name: team } });
  }
  care = await served.signedInAs(['supervisor'], { ledTeamIds: ['care'] });
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

/** An agent of a team, ready, with a skill of his own. */
async function hire(teamId: string): Promise<string> {
  const key = await served.callerWith(SCOPES);
  const skill = `skill_${++number}`;
  const body = { piiName: 'Ted', teamId, skills: [{ skill, level: 3 }] };
  const { answer } = await key('POST', '/api/v1/agents', { body });
  const agentId = asId<'agent'>(String(answer['agentId']));
  await served.give({ type: 'set-agent-state', agentId, state: 'ready' });
  return agentId;
}

/** An item; only who has the skill can take it. */
async function receive(skill: string): Promise<string> {
  const workId = asId<'work'>(`item_${++number}`);
  await served.give({
    ...{ type: 'receive-work', workId, channel: 'chat', promiseId: asId('calls') },
    requirements: [{ skill, minLevel: 1 }],
  });
  return workId;
}

interface Follower {
  readonly state: () => FloorState | undefined;
  /** Breaks the line; it comes back by itself. */
  readonly cut: () => void;
  readonly close: () => void;
}

/** Follows the floor as somebody who has signed in. */
function followAs({ cookie }: SignedIn): Follower {
  let socket: WebSocket | undefined;
  let state: FloorState | undefined;
  const client = createLiveClient({
    connect: (on) => {
      const opened = openSocket(served.address, undefined, { cookie, origin: served.address });
      socket = opened;
      opened.on('open', on.opened);
      opened.on('message', (data: Buffer) => on.received(data.toString()));
      opened.on('close', on.closed);
      // `close` follows.
      opened.on('error', () => undefined);
      return { send: (text) => opened.send(text), close: () => opened.terminate() };
    },
    after: (ms, run) => {
      const timer = setTimeout(run, ms / 10);
      return () => clearTimeout(timer);
    },
    random: Math.random,
  });
  client.subscribe({ topic: 'floor', params: {}, onState: (known) => (state = known) });
  return { state: () => state, cut: () => socket?.terminate(), close: () => client.close() };
}

const ids = (state: FloorState | undefined) => state?.items.map(({ workId }) => workId);

describe('a supervisor', () => {
  test('sees what waits and what his people have, and nothing of what others have', async () => {
    const ted = await hire('care');
    const skillOfTed = `skill_${number}`;
    const ann = await hire('sales');
    const skillOfAnn = `skill_${number}`;
    const [his, hers, waiting] = [
      await receive(skillOfTed),
      await receive(skillOfAnn),
      await receive('nobodys'),
    ];
    const floor = followAs(care);
    await expect.poll(() => ids(floor.state())).toEqual(expect.arrayContaining([his, waiting]));
    expect(ids(floor.state())).not.toContain(hers);
    const seen = floor.state()?.agents.map(({ agentId }) => agentId);
    expect(seen).toContain(ted);
    expect(seen).not.toContain(ann);
    expect(floor.state()?.openCount).toBe(floor.state()?.items.length);

    // What she lets go of waits, and is everybody's business.
    await served.give({
      ...{ type: 'decline-offer', workId: asId(hers), agentId: asId(ann), reason: 'conflict' },
    });
    await expect.poll(() => ids(floor.state())).toContain(hers);
    expect(floor.state()?.openCount).toBe(floor.state()?.items.length);
    floor.close();
  });

  test('sees somebody who comes into his team, though nothing happens to him', async () => {
    const agentId = await hire('sales');
    const floor = followAs(care);
    const isSeen = () => floor.state()?.agents.some((each) => each.agentId === agentId);
    await expect.poll(isSeen).toBe(false);
    const key = await served.callerWith(SCOPES);
    const skills = [{ skill: `skill_${number}`, level: 3 }];
    const body = { piiName: 'Ted', teamId: 'care', skills };
    await key('PUT', `/api/v1/agents/${agentId}`, { body });
    await expect.poll(isSeen, { timeout: 10_000 }).toBe(true);
    floor.close();
  });
});

test('what changes came to is, over broken lines, what somebody is shown who comes now', async () => {
  const agentIds = [await hire('care'), await hire('care')];
  const skills = [`skill_${number - 1}`, `skill_${number}`];
  const floor = followAs(care);
  await expect.poll(() => floor.state()).toBeDefined();
  for (let round = 0; round < 12; round++) {
    const [agentId, skill = ''] = [asId<'agent'>(agentIds[round % 2] ?? ''), skills[round % 2]];
    const workId = asId<'work'>(await receive(skill));
    await served.give({ type: 'accept-offer', workId, agentId });
    if (round % 3 === 0) floor.cut();
    await served.give({ type: 'hold-work', workId, agentId });
    await served.give({ type: 'resume-work', workId, agentId });
    if (round % 4 === 0) await served.give({ type: 'complete-work', workId, agentId });
    if (round % 4 === 1) await served.give({ type: 'transfer-work', workId, agentId });
    if (round % 5 === 4) await new Promise((resolve) => setTimeout(resolve, 300));
  }
  const sorted = (state: FloorState | undefined) => ({
    openCount: state?.openCount,
    items: state?.items.toSorted((a, b) => (a.workId < b.workId ? -1 : 1)),
    agents: state?.agents.toSorted((a, b) => (a.agentId < b.agentId ? -1 : 1)),
    kinds: state?.kinds.toSorted((a, b) => (kindOf(a) < kindOf(b) ? -1 : 1)),
  });
  const fresh = followAs(care);
  await expect.poll(() => fresh.state()).toBeDefined();
  // Who could take what waits is looked at now and then, so that both may still change.
  await expect
    .poll(() => [sorted(floor.state()), sorted(fresh.state())], { timeout: 5_000 })
    .toSatisfy(([old, recent]) => isDeepStrictEqual(old, recent));
  expect(fresh.state()?.items.length).toBeGreaterThan(5);
  floor.close();
  fresh.close();
});

test('of more than 2,000 open items the oldest are shown, and how many there are', async () => {
  const before = (await snapshot()).openCount;
  const added = await Promise.all(Array.from({ length: 2_010 - before }, () => receive('nobodys')));
  const seen = follow(await served.clientWith(['floor:read']), 'floor', {});
  await expect.poll(() => seen.state?.items.length, { timeout: 10_000 }).toBe(2_000);
  expect(seen.state?.openCount).toBe(2_010);
  for (const workId of added.slice(0, 30)) {
    await served.give({ type: 'abandon-work', workId: asId(workId) });
  }
  await expect.poll(() => seen.state?.openCount, { timeout: 10_000 }).toBe(1_980);
  expect(seen.state?.items.length).toBe(1_980);
  expect(new Set(ids(seen.state))).toContain(added.at(-1));
});

test('who could take what waits is told, and when the first of them is back', async () => {
  await receive('italian');
  const seen = follow(await served.clientWith(['floor:read']), 'floor', {});
  const kind = () =>
    seen.state?.kinds.find(({ requirements }) => requirements[0]?.skill === 'italian');
  await expect
    .poll(kind, { timeout: 5_000 })
    .toMatchObject({ ableCount: 0, readyCount: 0, freeCount: 0 });
  const agentId = asId<'agent'>('lea');
  const returnAt = Date.now() + 3_600_000;
  const skills = [{ skill: 'italian', level: 2 }];
  await served.give({
    ...{ type: 'register-agent', agentId, skills },
    capacity: { units: 12, weights: { chat: 4 } },
  });
  await served.give({ type: 'set-agent-state', agentId, state: 'not-ready', returnAt });
  await expect
    .poll(kind, { timeout: 5_000 })
    .toMatchObject({ ableCount: 1, readyCount: 0, backAt: returnAt });
});

async function snapshot(): Promise<FloorState> {
  const seen = follow(await served.clientWith(['floor:read']), 'floor', {});
  await expect.poll(() => seen.state).toBeDefined();
  if (seen.state === undefined) throw new Error('nothing was told');
  return seen.state;
}
