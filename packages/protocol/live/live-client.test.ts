import { describe, expect, test } from 'vitest';
import { createLiveClient } from './live-client.ts';
import type { ServerMessage } from './live-messages.ts';
import type { PresenceState } from './presence.ts';

type On = Parameters<Parameters<typeof createLiveClient>[0]['connect']>[0];

/** A world in which the test is the server, and time. */
function world() {
  const sockets: { on: On; said: Record<string, unknown>[]; isClosed: boolean }[] = [];
  const timers = new Set<{ ms: number; run: () => void }>();
  const client = createLiveClient({
    connect: (on) => {
      const socket = { on, said: [] as Record<string, unknown>[], isClosed: false };
      sockets.push(socket);
      return {
        send: (text) => socket.said.push(JSON.parse(text) as Record<string, unknown>),
        close: () => (socket.isClosed = true),
      };
    },
    after: (ms, run) => {
      const timer = { ms, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    random: () => 0.5,
  });
  const socket = () => {
    const last = sockets.at(-1);
    if (last === undefined) throw new Error('no socket');
    return last;
  };
  return {
    client,
    socket,
    socketCount: () => sockets.length,
    say: (message: ServerMessage) => socket().on.received(JSON.stringify(message)),
    lastSaid: () => socket().said.at(-1) ?? {},
    waits: () => [...timers].map(({ ms }) => ms),
    passTime: () => {
      const due = [...timers];
      timers.clear();
      for (const { run } of due) run();
    },
  };
}

const registered = (agentId: string) => ({ type: 'registered', agentId, stateSince: 1 }) as const;

function following() {
  const given = world();
  const states: (readonly [PresenceState, number])[] = [];
  given.client.subscribe({
    topic: 'presence',
    params: {},
    onState: (state, position) => states.push([state, position]),
  });
  given.socket().on.opened();
  const idOf = (): string => String(given.lastSaid()['id']);
  return { ...given, states, idOf };
}

describe('the live client', () => {
  test('asks when it is connected, and folds deltas into the snapshot', () => {
    const { say, states, idOf, lastSaid } = following();
    expect(lastSaid()).toEqual({ kind: 'subscribe', id: 's2', topic: 'presence', params: {} });
    say({ kind: 'snapshot', id: idOf(), position: 3, state: { agents: [] } });
    say({ kind: 'delta', id: idOf(), position: 5, changes: [registered('ann')] });
    expect(states.map(([{ agents }, position]) => [agents.length, position])).toEqual([
      [0, 3],
      [1, 5],
    ]);
  });

  test('comes back with its position after a pause, a longer one each time', () => {
    const { say, idOf, socket, waits, passTime, lastSaid } = following();
    say({ kind: 'snapshot', id: idOf(), position: 3, state: { agents: [] } });
    say({ kind: 'heartbeat', position: 9, at: 1 });
    socket().on.closed();
    expect(waits()).toEqual([187.5]);
    passTime();
    socket().on.closed();
    expect(waits()).toEqual([375]);
    passTime();
    socket().on.opened();
    expect(lastSaid()).toMatchObject({ position: 9, id: 's3' });
  });

  test('holds nothing for reached that was said before the server answered it', () => {
    const { say, idOf, socket, passTime, lastSaid, states } = following();
    say({ kind: 'snapshot', id: idOf(), position: 3, state: { agents: [] } });
    socket().on.closed();
    passTime();
    socket().on.opened();
    say({ kind: 'heartbeat', position: 9, at: 1 });
    say({ kind: 'delta', id: idOf(), position: 4, changes: [registered('ann')] });
    say({ kind: 'resync', id: idOf(), position: 9 });
    expect(states.at(-1)?.[1]).toBe(4);
    expect(lastSaid()).toMatchObject({ position: 3 });
  });

  test.each([3, 2])('begins afresh when position %i follows 3', (position) => {
    const { say, socket, idOf, lastSaid, states } = following();
    const old = idOf();
    say({ kind: 'snapshot', id: old, position: 3, state: { agents: [] } });
    say({ kind: 'delta', id: old, position, changes: [registered('ann')] });
    expect(lastSaid()).toEqual({ kind: 'subscribe', id: 's3', topic: 'presence', params: {} });
    // Else the server would go on telling both.
    expect(socket().said.at(-2)).toEqual({ kind: 'unsubscribe', id: old });
    // Whatever is still on its way under the old name counts no more.
    say({ kind: 'delta', id: old, position: 8, changes: [registered('ann')] });
    expect(states).toHaveLength(1);
  });

  test('notices that a message of a conversation is missing', () => {
    const { client, say, socket, lastSaid } = world();
    const params = { interactionId: 'i' };
    client.subscribe({ topic: 'conversation', params, onState: () => undefined });
    socket().on.opened();
    say({ kind: 'snapshot', id: 's2', position: 3, state: { messages: [] } });
    say({ kind: 'delta', id: 's2', position: 5, changes: [] });
    expect(lastSaid()).toMatchObject({ id: 's3', topic: 'conversation' });
  });

  test('leaves a socket on which nothing is said, and keeps one on which something is', () => {
    const { say, socket, passTime } = following();
    say({ kind: 'heartbeat', position: 1, at: 1 });
    passTime();
    expect(socket().isClosed).toBe(false);
    passTime();
    expect(socket().isClosed).toBe(true);
  });

  test('takes nothing more of what the server has ended, and does not ask for it again', () => {
    const { client, say, socket, passTime } = world();
    const problems: string[] = [];
    const counts: number[] = [];
    client.subscribe({
      topic: 'conversation',
      params: { interactionId: 'i' },
      onState: ({ messages }) => counts.push(messages.length),
      onProblem: ({ type }) => problems.push(type),
    });
    socket().on.opened();
    say({ kind: 'snapshot', id: 's2', position: 0, state: { messages: [] } });
    say({ kind: 'problem', id: 's2', type: 'reach-ended', title: 'Not any more.' });
    say({ kind: 'delta', id: 's2', position: 1, changes: [{}] });
    expect([counts, problems]).toEqual([[0], ['reach-ended']]);
    socket().on.closed();
    passTime();
    socket().on.opened();
    expect(socket().said).toEqual([]);
  });

  test('says so when the server declines, and when it is told to end', () => {
    const { client, say, socket, lastSaid, waits } = world();
    const problems: string[] = [];
    client.subscribe({
      topic: 'wallboard',
      params: {},
      onState: () => undefined,
      onProblem: ({ type }) => problems.push(type),
    });
    const { end } = client.subscribe({ topic: 'presence', params: {}, onState: () => undefined });
    socket().on.opened();
    say({ kind: 'problem', id: String(socket().said[0]?.['id']), type: 'forbidden', title: 'No.' });
    expect(problems).toEqual(['forbidden']);
    end();
    expect(lastSaid()).toMatchObject({ kind: 'unsubscribe' });
    client.close();
    expect([socket().isClosed, waits()]).toEqual([true, []]);
  });
});
