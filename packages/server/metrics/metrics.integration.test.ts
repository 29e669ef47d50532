import { SCOPES } from '@rapport/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { liveClient, type TestLiveClient } from '../testing/live-socket.ts';
import { callerWith, type HttpCentre, openHttpCentre } from '../testing/http-centre.ts';

let served: HttpCentre;
let secret: string;
let client: TestLiveClient;

beforeAll(async () => {
  served = await openHttpCentre();
  secret = await served.secretWith(['metrics:read']);
  const administrator = await served.callerWith(SCOPES);
  const promise = { targetMs: 20_000, shareRatio: 0.8 };
  await administrator('PUT', '/api/v1/promises/calls', { body: promise });
  const work = { channel: 'phone', requirements: [], promiseId: 'calls' };
  const { answer } = await administrator('POST', '/api/v1/work', { body: work });
  await administrator('POST', '/api/v1/work', { body: { ...work, promiseId: 'none' } });
  await administrator('GET', `/api/v1/work?after=${String(answer['position'])}`);
  await administrator('GET', '/api/v1/nothing/1');
  await administrator('GET', '/api/v1/nothing/2');
  await owe(['waiting', 'dead', 'dead', 'delivered']);
  client = liveClient(() => served.address, await served.secretWith(['agents:read']));
  const subscribe = { topic: 'presence', params: {}, onState: () => undefined } as const;
  client.subscribe(subscribe);
  client.subscribe(subscribe);
});

/** Deliveries of a webhook that is none, so that nobody tries them. */
async function owe(states: readonly string[]): Promise<void> {
  const { database, name: centre } = served.centre;
  for (const [ordinal, state] of states.entries()) {
    await database.kysely
      .insertInto('webhook_delivery')
      .values({
        ...{ centre, webhook_id: 'none', seq: 1, ordinal, state },
        ...{ event_type: 'work-received', at: Date.now(), next_at: Date.now() },
      })
      .execute();
  }
}

afterAll(async () => {
  client.close();
  await served[Symbol.asyncDispose]();
});

async function collect(): Promise<string> {
  const response = await fetch(`${served.address}/metrics`, {
    headers: { authorization: `Bearer ${secret}` },
  });
  expect(response.headers.get('content-type')).toContain('text/plain');
  return await response.text();
}

describe('metrics', () => {
  test('are for keys with their scope alone', async () => {
    const statusOf = async (given?: string) =>
      (
        await fetch(
          `${served.address}/metrics`,
          given === undefined
            ? {}
            : {
                headers: { authorization: `Bearer ${given}` },
              },
        )
      ).status;
    expect(await statusOf()).toBe(401);
    expect(await statusOf('rapport_forged')).toBe(401);
    expect(await statusOf(await served.secretWith(['work:read']))).toBe(403);
    expect(await statusOf(secret)).toBe(200);
  });

  test.each([
    'rapport_build_info{version="0.1.0",node="v24',
    'rapport_host_open 1',
    'rapport_commands_waiting 0',
    'rapport_position 2',
    'rapport_command_duration_seconds_count{command="receive-work",outcome="done"} 1',
    'rapport_command_duration_seconds_count{command="receive-work",outcome="promise-unknown"} 1',
    'rapport_append_rows_count ',
    'rapport_append_duration_seconds_count ',
    'rapport_append_failures_total 0',
    'rapport_follower_lag_rows{follower="views"} 0',
    'rapport_outbox_waiting 0',
    'rapport_webhook_deliveries{state="waiting"} 1',
    'rapport_webhook_deliveries{state="dead"} 2',
    'rapport_live_connections 1',
    'rapport_live_behind 0',
    'rapport_live_lag_rows 0',
    'rapport_live_subscriptions{topic="presence"} 2',
    'rapport_live_subscriptions{topic="wallboard"} 0',
    'rapport_work_open{status="waiting"} 1',
    'rapport_http_request_duration_seconds_count{method="POST",route="/api/v1/work",status="201"} 1',
    'rapport_http_request_duration_seconds_count{method="other",route="none",status="404"} 2',
    'nodejs_eventloop_lag_p99_seconds ',
    'process_resident_memory_bytes ',
  ])('tell %s', async (line) => {
    await expect.poll(collect).toContain(`\n${line}`);
  });

  test('hold no id, however much is asked for', async () => {
    const caller = callerWith(served.address, secret);
    for (let number = 0; number < 50; number++) {
      await caller('GET', `/api/v1/work/work_${number}`);
      await caller('GET', `/api/v1/agents/agent_${number}?after=1`);
    }
    const text = await collect();
    expect(text).not.toMatch(/work_\d|agent_\d/);
    expect(text.split('\n').length).toBeLessThan(600);
  });
});
