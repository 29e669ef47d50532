import { asId } from '@rapport/core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type LiveCentre, openLiveCentre } from '../testing/live-centre.ts';

let served: LiveCentre;

beforeAll(async () => {
  served = await openLiveCentre();
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

test('an agent whose desk has lost its line is offered nothing until it is back', async () => {
  const agentId = await served.newAgent('ted');
  const secret = await served.secretWith(['work:serve', 'work:read'], agentId);
  const isUnreachable = () =>
    served.centre.host.ask(({ agents }) => agents.get(asId<'agent'>(agentId))?.isUnreachable);
  const first = await served.bare(secret);
  first.socket.terminate();
  await vi.waitFor(async () => expect(await isUnreachable()).toBe(true), 12_000);
  await served.receiveFor(agentId, 'call');
  const statusOf = () =>
    served.centre.host.ask(({ work }) => work.get(asId<'work'>('call'))?.status);
  expect(await statusOf()).toBe('waiting');
  await served.bare(secret);
  await vi.waitFor(async () => expect(await statusOf()).toBe('offered'), 5_000);
});
