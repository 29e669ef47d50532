import { createClient, SCOPES } from '@rapport/protocol';
import { expect, test } from 'vitest';
import { openHttpCentre } from '../testing/http-centre.ts';

test('the typed client takes an item from arrival to completion', async () => {
  await using served = await openHttpCentre();
  const clientOf = async (agentId?: string) =>
    createClient({ baseUrl: served.address, key: await served.secretWith(SCOPES, agentId) });
  const administrator = await clientOf();
  const promise = { targetMs: 20_000, shareRatio: 0.8 };
  const calls = { path: { promiseId: 'calls' } };
  await administrator.PUT('/api/v1/promises/{promiseId}', { params: calls, body: promise });
  const { data: ted } = await administrator.POST('/api/v1/agents', {
    body: { piiName: 'Ted', skills: [] },
  });
  const agent = await clientOf(ted?.agentId);
  await agent.POST('/api/v1/me/state', { body: { state: 'ready' } });

  const received = await administrator.POST('/api/v1/work', {
    body: { channel: 'phone', requirements: [], promiseId: 'calls' },
  });
  const path = { workId: received.data?.workId ?? '' };
  const offered = await agent.GET('/api/v1/work/{workId}', {
    params: { path, query: { after: received.data?.position ?? 0 } },
  });
  expect(offered.data).toMatchObject({ status: 'offered', agentId: ted?.agentId });
  await agent.POST('/api/v1/work/{workId}/accept', { params: { path } });
  const done = await agent.POST('/api/v1/work/{workId}/complete', { params: { path }, body: {} });
  expect(done.data?.position).toBeGreaterThan(received.data?.position ?? Infinity);

  const again = await agent.POST('/api/v1/work/{workId}/complete', { params: { path }, body: {} });
  expect(again.error).toMatchObject({ type: 'work-unknown', status: 404 });
});

test('the typed client writes once, however often the wire breaks after the write', async () => {
  await using served = await openHttpCentre();
  let sentCount = 0;
  const client = createClient({
    baseUrl: served.address,
    key: await served.secretWith(SCOPES),
    pause: () => Promise.resolve(),
    fetch: async (request) => {
      const response = await fetch(request);
      if (++sentCount % 3 !== 0) throw new TypeError('the answer was lost');
      return response;
    },
  });
  const { data } = await client.POST('/api/v1/agents', { body: { piiName: 'Ann', skills: [] } });
  expect(sentCount).toBe(3);
  const { data: agents } = await client.GET('/api/v1/agents', {
    params: { query: { after: data?.position ?? 0 } },
  });
  expect(agents?.items.map(({ agentId }) => agentId)).toEqual([data?.agentId]);
});
