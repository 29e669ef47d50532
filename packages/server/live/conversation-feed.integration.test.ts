import { asId } from '@rapport/core';
import type { ServerMessage } from '@rapport/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { follow, type LiveCentre, openLiveCentre } from '../testing/live-centre.ts';
import { Connection, type Subscription } from './connection.ts';
import { ConversationFeed } from './conversation-feed.ts';

let served: LiveCentre;

beforeAll(async () => {
  served = await openLiveCentre();
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

/** A feed of its own, and somebody who follows an interaction over a socket of the test's making. */
function following(interactionId: string) {
  const heard: ServerMessage[] = [];
  const socket = {
    OPEN: 1,
    readyState: 1,
    bufferedAmount: 0,
    send: (text: string) => heard.push(JSON.parse(text) as ServerMessage),
  };
  const caller = { principal: {}, again: () => Promise.resolve(undefined) };
  const connection = new Connection(socket as unknown as WebSocket, caller as never, 1);
  const params = { interactionId };
  const subscription: Subscription = {
    ...{ id: 'c', connection, topic: 'conversation', params },
    position: undefined,
  };
  const feed = new ConversationFeed(served.centre.database.kysely, served.centre.name);
  return { feed, subscription, socket, heard };
}

describe('the feed of conversations', () => {
  test('tells nothing twice to one that is begun again while something is said', async () => {
    const { feed, subscription, heard } = following('again');
    await served.say('again', 1, 'first');
    await feed.begin(subscription);
    for (let ordinal = 2; ordinal <= 30; ordinal++) {
      await served.say('again', ordinal, 'more');
      await Promise.all([feed.poke('again'), feed.begin(subscription)]);
      await feed.poke('again');
    }
    const deltas = heard.flatMap((each) => (each.kind === 'delta' ? [each.position] : []));
    expect(deltas).toEqual(Array.from({ length: 29 }, (_, index) => index + 2));
    let known = 0;
    for (const each of heard) {
      if (!('position' in each)) continue;
      expect(each.position).toBeGreaterThanOrEqual(known);
      known = each.position;
    }
  });

  test('leaves nothing out for one who comes back while something is said', async () => {
    const { feed, subscription } = following('back');
    await served.say('back', 1, 'first');
    await feed.begin(subscription);
    for (let ordinal = 2; ordinal <= 30; ordinal++) {
      await served.say('back', ordinal, 'more');
      const back = following('back');
      back.subscription.position = 1;
      await Promise.all([feed.begin(back.subscription), feed.poke('back')]);
      await feed.poke('back');
      feed.end(back.subscription);
      const told = back.heard.flatMap((each) => (each.kind === 'delta' ? [each.position] : []));
      expect(told).toEqual(Array.from({ length: ordinal - 1 }, (_, index) => index + 2));
    }
  });

  test('shows one snapshot to one that is begun twice at once', async () => {
    const { feed, subscription, heard } = following('twice');
    await served.say('twice', 1, 'first');
    await Promise.all([feed.begin(subscription), feed.begin(subscription)]);
    expect(heard.map(({ kind }) => kind)).toEqual(['snapshot']);
  });

  test('does not read on and on for one who is about to leave', async () => {
    const { feed, subscription, socket, heard } = following('left');
    await served.say('left', 1, 'first');
    await feed.begin(subscription);
    for (let ordinal = 2; ordinal <= 210; ordinal++) await served.say('left', ordinal, 'more');
    socket.readyState = 2;
    await feed.poke('left');
    expect(heard).toHaveLength(1);
  });
});

describe('a conversation is followed for as long as its agent has to do with the customer', () => {
  const chat = async (agentId: string, name: string, customerId: string): Promise<void> => {
    await served.receiveFor(agentId, `work_of_${name}`, customerId);
    await served.say(name, 1, 'hello');
  };

  test('and no longer; what he still may follow goes on', async () => {
    const agentId = asId<'agent'>(await served.newAgent('una'));
    const client = await served.clientWith(['interactions:read'], agentId);
    const problems: string[] = [];
    const read = (interactionId: string) => {
      const seen: { texts: readonly (string | undefined)[] } = { texts: [] };
      client.subscribe({
        topic: 'conversation',
        params: { interactionId },
        onState: ({ messages }) => (seen.texts = messages.map(({ piiText }) => piiText)),
        onProblem: ({ type }) => problems.push(`${interactionId} ${type}`),
      });
      return seen;
    };
    await chat(agentId, 'kept', 'customer_kept');
    const kept = read('kept');
    await expect.poll(() => kept.texts).toEqual(['hello']);
    const mine = { workId: asId<'work'>('work_of_kept'), agentId };
    await served.give({ type: 'accept-offer', ...mine });
    await served.give({ type: 'complete-work', ...mine });
    await chat(agentId, 'declined', 'customer_declined');
    const declined = read('declined');
    await expect.poll(() => declined.texts).toEqual(['hello']);
    const all = follow(await served.clientWith(['interactions:read']), 'conversation', {
      interactionId: 'declined',
    });
    await served.give({
      ...{ type: 'decline-offer', reason: 'x' },
      ...{ workId: asId('work_of_declined'), agentId },
    });
    await expect.poll(() => problems, { timeout: 5_000 }).toEqual(['declined reach-ended']);
    await served.say('declined', 2, 'not for her');
    await served.say('kept', 2, 'for her');
    await expect.poll(() => kept.texts, { timeout: 5_000 }).toEqual(['hello', 'for her']);
    await expect.poll(() => all.state?.messages.length, { timeout: 5_000 }).toBe(2);
    expect(declined.texts).toEqual(['hello']);
  });

  test('whoever owns the bond follows it until somebody else does', async () => {
    const agentId = asId<'agent'>(await served.newAgent('ida'));
    const customerId = asId<'customer'>('customer_of_ida');
    const bond = { type: 'change-bond', customerId, deputyIds: [] } as const;
    await served.give({ ...bond, ownerId: agentId });
    const { kysely: db } = served.centre.database;
    await served.say('bonded', 1, 'hello');
    await db
      .updateTable('interaction')
      .set({ customer_id: customerId })
      .where('id', '=', 'bonded')
      .execute();
    // Who may read on is told by the view, which follows.
    const owned = db.selectFrom('view_bond').select('id').where('owner_id', '=', agentId);
    await expect.poll(async () => (await owned.execute()).length).toBe(1);
    const client = await served.clientWith(['interactions:read'], agentId);
    const problems: string[] = [];
    let textCount = 0;
    client.subscribe({
      topic: 'conversation',
      params: { interactionId: 'bonded' },
      onState: ({ messages }) => (textCount = messages.length),
      onProblem: ({ type }) => problems.push(type),
    });
    await expect.poll(() => textCount).toBe(1);
    // Several rounds of looking at rights leave him be.
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(problems).toEqual([]);
    await served.give(bond);
    await expect.poll(() => problems, { timeout: 5_000 }).toEqual(['reach-ended']);
  });
});
