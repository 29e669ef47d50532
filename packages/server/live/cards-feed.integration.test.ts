import { asId } from '@rapport/core';
import type { Card, ServerMessage, TopicState } from '@rapport/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from '../testing/http-centre.ts';
import { follow, type LiveCentre, openLiveCentre, subscribing } from '../testing/live-centre.ts';

const SERVE = ['work:serve', 'work:read', 'interactions:read', 'interactions:write'] as const;

let served: LiveCentre;
let channel: Caller;

beforeAll(async () => {
  served = await openLiveCentre();
  channel = await served.callerWith([...SERVE, 'agents:write', 'customers:write']);
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

/** An agent with hands free for a hundred chats that he alone can take. */
async function newAgent(piiName: string): Promise<{ agentId: string; call: Caller }> {
  const body = {
    piiName,
    skills: [{ skill: piiName, level: 1 }],
    capacity: { units: 100, weights: { chat: 1 } },
  };
  const { answer } = await channel('POST', '/api/v1/agents', { body });
  const agentId = String(answer['agentId']);
  const call = await served.callerWith(SERVE, agentId);
  await call('POST', '/api/v1/me/state', { body: { state: 'ready' } });
  return { agentId, call };
}

interface Chat {
  readonly workId: string;
  readonly path: string;
}

async function chatFor(name: string, call: Caller, email: string): Promise<Chat> {
  const { answer } = await channel('POST', '/api/v1/interactions', {
    body: {
      ...{ channel: 'chat', promiseId: 'calls', piiSubject: 'Bill', piiText: 'Hello?' },
      identity: { kind: 'email', value: email },
      requirements: [{ skill: name, minLevel: 1 }],
    },
  });
  const workId = String(answer['workId']);
  await call('POST', `/api/v1/work/${workId}/accept`);
  return { workId, path: `/api/v1/interactions/${String(answer['interactionId'])}` };
}

const sorted = (state: TopicState<'my-cards'> | undefined): readonly Card[] =>
  [...(state?.cards ?? [])].sort((a, b) => (a.workId < b.workId ? -1 : 1));

/** What whoever begins now is sent: the whole state, read anew. */
async function snapshotFor(agentId: string): Promise<readonly Card[]> {
  const seen = follow(await served.clientWith(SERVE, agentId), 'my-cards', {});
  await expect.poll(() => seen.state).toBeDefined();
  return sorted(seen.state);
}

test('what changes comes alone, in order, and folds to what a newcomer is sent', async () => {
  const { agentId, call } = await newAgent('Eva');
  const chats: Chat[] = [];
  for (let number = 0; number < 5; number++) {
    chats.push(await chatFor('Eva', call, `eva-${number}@example.org`));
  }
  const { socket, heard } = await served.bare(await served.secretWith(SERVE, agentId));
  socket.send(subscribing('a', 'my-cards'));
  const seen = follow(await served.clientWith(SERVE, agentId), 'my-cards', {});
  await expect.poll(() => seen.state?.cards.length).toBe(5);
  await expect.poll(() => heard.length).toBe(1);
  const [first, second, third] = chats as [Chat, Chat, Chat];
  await channel('POST', `${first.path}/messages`, { body: { piiText: 'Now?', from: 'customer' } });
  await call('POST', `/api/v1/work/${second.workId}/complete`, { body: {} });
  await call('POST', `/api/v1/work/${third.workId}/hold`);
  await channel('POST', `${third.path}/messages`, { body: { piiText: 'Well?', from: 'customer' } });
  const last = (workId: string) => seen.state?.cards.find((card) => card.workId === workId);
  await expect.poll(() => last(first.workId)?.piiLastText).toBe('Now?');
  await expect.poll(() => last(third.workId)?.piiLastText).toBe('Well?');
  await expect.poll(() => seen.state?.cards.length).toBe(4);
  expect(heard.filter(({ kind }) => kind === 'snapshot')).toHaveLength(1);
  // The two lines are told one after the other.
  const touched = () => {
    const changes = heard.flatMap((message) => (message.kind === 'delta' ? message.changes : []));
    return new Set(
      (changes as { card?: Card; workId?: string }[]).map(({ card, workId }) =>
        card === undefined ? workId : card.workId,
      ),
    );
  };
  await expect.poll(touched).toEqual(new Set([first.workId, second.workId, third.workId]));
  expect(rises(heard)).toBe(true);
  expect(sorted(seen.state)).toEqual(await snapshotFor(agentId));
  socket.terminate();
});

test('whoever comes back has the same as whoever was never away', async () => {
  const { agentId, call } = await newAgent('Leo');
  const chat = await chatFor('Leo', call, 'leo@example.org');
  const client = await served.clientWith(SERVE, agentId);
  const seen = follow(client, 'my-cards', {});
  const steady = follow(await served.clientWith(SERVE, agentId), 'my-cards', {});
  for (let round = 0; round < 8; round++) {
    if (round % 2 === 0) client.cut();
    const body = { piiText: `Line ${round}`, from: 'customer' };
    await channel('POST', `${chat.path}/messages`, { body });
    if (round % 3 === 0) await chatFor('Leo', call, `leo-${round}@example.org`);
  }
  await expect.poll(() => steady.state?.cards.length).toBe(4);
  await expect
    .poll(() => steady.state?.cards.find(({ workId }) => workId === chat.workId)?.piiLastText)
    .toBe('Line 7');
  const whole = await snapshotFor(agentId);
  await expect.poll(() => sorted(seen.state), { timeout: 8_000 }).toEqual(whole);
  expect(sorted(steady.state)).toEqual(whole);
});

test('what somebody helps with leaves his cards when it is done', async () => {
  const { call } = await newAgent('Mia');
  const helper = await newAgent('Tom');
  const { workId, path } = await chatFor('Mia', call, 'mia@example.org');
  const seen = follow(await served.clientWith(SERVE, helper.agentId), 'my-cards', {});
  await expect.poll(() => seen.state).toEqual({ cards: [] });
  await call('POST', `${path}/help`, { body: { agentId: helper.agentId } });
  await expect.poll(() => seen.state?.cards.map((card) => card.workId)).toEqual([workId]);
  await call('POST', `/api/v1/work/${workId}/complete`, { body: {} });
  await expect.poll(() => seen.state).toEqual({ cards: [] });
});

test('that an item is put on hold is on no card, and nothing is sent of it', async () => {
  const { agentId, call } = await newAgent('Ida');
  const { workId } = await chatFor('Ida', call, 'ida@example.org');
  const { socket, heard } = await served.bare(await served.secretWith(SERVE, agentId));
  socket.send(subscribing('a', 'my-cards'));
  await expect.poll(() => heard.length).toBe(1);
  const mine = { workId: asId<'work'>(workId), agentId: asId<'agent'>(agentId) };
  await served.give({ type: 'hold-work', ...mine });
  await served.give({ type: 'resume-work', ...mine });
  await chatFor('Ida', call, 'ida-2@example.org');
  await expect.poll(() => heard.length).toBeGreaterThan(1);
  expect(JSON.stringify(heard.slice(1))).not.toContain(workId);
  socket.terminate();
});

function rises(heard: readonly ServerMessage[]): boolean {
  const positions = heard.flatMap((message) => ('position' in message ? message.position : []));
  return positions.every((position, index) => position >= (positions[index - 1] ?? 0));
}
