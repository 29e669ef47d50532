import { asId, type Command } from '@rapport/core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ReachAgents, type ReachRooms } from './reach-agents.ts';

const ted = asId<'agent'>('ted');
let agent: { state: string; isUnreachable: boolean };
let said: Command[];
let reach: ReachAgents;

beforeEach(() => {
  vi.useFakeTimers();
  agent = { state: 'ready', isUnreachable: false };
  said = [];
  const host = {
    ask: (question: (desk: unknown) => unknown) =>
      Promise.resolve(question({ agents: new Map([[ted, agent]]) })),
    execute: (command: Command) => {
      said.push(command);
      if (command.type === 'set-reachability') agent.isUnreachable = !command.isReachable;
      return Promise.resolve({ ok: true, position: 1, events: [] });
    },
  } as unknown as ReachRooms['host'];
  reach = new ReachAgents({ host, notice: (message) => expect.fail(message) });
});

afterEach(() => {
  vi.useRealTimers();
});

const lost = { type: 'set-reachability', agentId: ted, isReachable: false };
const found = { ...lost, isReachable: true };

test('an agent whose line stays away is unreachable, and back with it', async () => {
  reach.came(ted);
  reach.left(ted);
  await vi.advanceTimersByTimeAsync(4_999);
  expect(said).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(said).toEqual([lost]);
  reach.came(ted);
  await vi.advanceTimersByTimeAsync(0);
  expect(said).toEqual([lost, found]);
});

test('a page that is loaded anew loses nothing', async () => {
  reach.left(ted);
  await vi.advanceTimersByTimeAsync(2_000);
  reach.came(ted);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(said).toEqual([]);
});

test('whoever has signed out is not missed, nor anybody when the server goes', async () => {
  agent.state = 'signed-out';
  reach.left(ted);
  await vi.advanceTimersByTimeAsync(60_000);
  agent.state = 'ready';
  reach.left(ted);
  reach.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(said).toEqual([]);
});
