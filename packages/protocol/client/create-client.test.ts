import { expect, expectTypeOf, test } from 'vitest';
import { createClient } from './create-client.ts';

const sent: Request[] = [];
const client = createClient({
  baseUrl: 'http://centre',
  key: 'rapport_secret',
  fetch: (request) => {
    sent.push(request);
    return Promise.resolve(Response.json({ workId: 'work_1', position: 7 }, { status: 201 }));
  },
});

test('sends what the description says, as the caller', async () => {
  const { data } = await client.POST('/api/v1/work', {
    body: { channel: 'phone', requirements: [], promiseId: 'calls' },
  });
  expect(data).toEqual({ workId: 'work_1', position: 7 });
  const [request] = sent;
  expect(request?.url).toBe('http://centre/api/v1/work');
  expect(request?.headers.get('authorization')).toBe('Bearer rapport_secret');
  expect(request?.headers.get('idempotency-key')).not.toBeNull();
});

test('what is wrong does not compile', () => {
  // Never called: the compiler is asked, by the type check of the tests.
  const wrong = async () => {
    // @ts-expect-error a field is missing
    await client.POST('/api/v1/work', { body: { channel: 'phone', promiseId: 'calls' } });
    await client.POST('/api/v1/work', {
      // @ts-expect-error no such channel
      body: { channel: 'pigeon', requirements: [], promiseId: 'calls' },
    });
    // @ts-expect-error no such route
    await client.GET('/api/v1/nothing');
    // @ts-expect-error the address lacks its parameter
    await client.GET('/api/v1/work/{workId}', {});
    const { data, error } = await client.GET('/api/v1/work/{workId}', {
      params: { path: { workId: 'work_1' }, query: { after: 7 } },
    });
    expectTypeOf(data?.status).toEqualTypeOf<
      | 'waiting'
      | 'offered'
      | 'active'
      | 'on-hold'
      | 'deferred'
      | 'wrap-up'
      | 'done'
      | 'abandoned'
      | undefined
    >();
    expectTypeOf(error?.field).toEqualTypeOf<string | undefined>();
  };
  expect(wrong).toBeTypeOf('function');
});
