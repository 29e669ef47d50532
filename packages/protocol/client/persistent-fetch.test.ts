import { describe, expect, test } from 'vitest';
import { mintKey } from './mint-key.ts';
import { persistentFetch } from './persistent-fetch.ts';

type Step = number | 'broken' | { status: number; retryAfter: string };

/** A server that does this, step by step, and what it saw of it. */
function serverThat(...steps: Step[]) {
  const seen: { key: string | null; body: string }[] = [];
  const pauses: number[] = [];
  const send = persistentFetch({
    fetch: async (request) => {
      seen.push({ key: request.headers.get('idempotency-key'), body: await request.text() });
      const step = steps.shift() ?? 200;
      if (step === 'broken') throw new TypeError('fetch failed');
      if (typeof step === 'number') return new Response('{}', { status: step });
      return new Response('{}', {
        status: step.status,
        headers: { 'retry-after': step.retryAfter },
      });
    },
    triesMax: 4,
    pause: (durationMs) => {
      pauses.push(durationMs);
      return Promise.resolve();
    },
  });
  return { seen, pauses, send };
}

const write = (init: RequestInit = {}) =>
  new Request('http://centre/api/v1/work', { method: 'POST', body: '{"a":1}', ...init });

describe('a persistent fetch', () => {
  test('sends a write again under one key, with all of its body, until it is answered', async () => {
    const { seen, send } = serverThat('broken', 503, 429, 201);
    expect((await send(write())).status).toBe(201);
    expect(seen).toHaveLength(4);
    expect(new Set(seen.map(({ key }) => key)).size).toBe(1);
    expect(seen[0]?.key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(new Set(seen.map(({ body }) => body))).toEqual(new Set(['{"a":1}']));
  });

  test("keeps the caller's key, gives each write its own, and reads none", async () => {
    const { seen, send } = serverThat();
    await send(write({ headers: { 'idempotency-key': 'mine' } }));
    await send(write());
    await send(write());
    await send(new Request('http://centre/api/v1/work'));
    expect(seen[0]?.key).toBe('mine');
    expect(seen[1]?.key).not.toBe(seen[2]?.key);
    expect(seen[3]?.key).toBeNull();
  });

  test('waits longer each time, and as long as it is asked to', async () => {
    const asked = { status: 429, retryAfter: '7' };
    const { pauses, send } = serverThat(503, 503, asked, 200);
    await send(write());
    const [first = 0, second = 0, third] = pauses;
    expect(first).toBeGreaterThanOrEqual(50);
    expect(first).toBeLessThanOrEqual(100);
    expect(second).toBeGreaterThanOrEqual(100);
    expect(third).toBe(7_000);
  });

  test('gives the last answer, or the last fault, when nothing helps', async () => {
    const busy = serverThat(503, 503, 503, 503, 200);
    expect((await busy.send(write())).status).toBe(503);
    expect(busy.seen).toHaveLength(4);
    const gone = serverThat('broken', 'broken', 'broken', 'broken', 200);
    await expect(gone.send(write())).rejects.toThrow('fetch failed');
  });

  test.each([200, 400, 404, 409, 422, 500])('takes %i for an answer', async (status) => {
    const { seen, send } = serverThat(status);
    expect((await send(write())).status).toBe(status);
    expect(seen).toHaveLength(1);
  });

  test('leaves it to the caller to wait for more than a minute', async () => {
    const { seen, send } = serverThat({ status: 429, retryAfter: '3600' });
    expect((await send(write())).status).toBe(429);
    expect(seen).toHaveLength(1);
  });

  test('stops when the caller does', async () => {
    const controller = new AbortController();
    const { seen, send } = serverThat('broken', 'broken');
    controller.abort(new Error('enough'));
    await expect(send(write({ signal: controller.signal }))).rejects.toThrow();
    expect(seen.length).toBeLessThanOrEqual(1);
  });

  test('stops when the caller does, in the middle of a pause too', async () => {
    const controller = new AbortController();
    const send = persistentFetch({
      fetch: () => Promise.resolve(new Response('{}', { status: 503 })),
      pause: () => {
        queueMicrotask(() => controller.abort(new Error('enough')));
        return new Promise(() => undefined);
      },
    });
    await expect(send(write({ signal: controller.signal }))).rejects.toThrow('enough');
  });
});

test('keys are UUIDs of version 7 that begin with the time, and no two are alike', () => {
  const now = Date.UTC(2026, 0, 1);
  const keys = Array.from({ length: 1_000 }, () => mintKey(now));
  expect(new Set(keys).size).toBe(keys.length);
  for (const key of keys) {
    expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(key.slice(0, 8) + key.slice(9, 13), 16)).toBe(now);
  }
});
