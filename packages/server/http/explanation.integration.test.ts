import { SCOPES } from '@rapport/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { explainItem } from '../explanations/explain-item.ts';
import { type Caller, type HttpCentre, openHttpCentre } from '../testing/http-centre.ts';

let served: HttpCentre;
let key: Caller;
let ted: string;
let ann: string;

beforeAll(async () => {
  served = await openHttpCentre({ environment: { RAPPORT_TIME_ZONE: 'Europe/Berlin' } });
  key = await served.callerWith(SCOPES);
  [ted = '', ann = ''] = await Promise.all(['Ted', 'Ann'].map(newAgent));
  await key('PUT', '/api/v1/promises/calls', { body: { targetMs: 20_000, shareRatio: 0.8 } });
  await key('PUT', '/api/v1/customers/acme/bond', { body: { ownerId: ted, deputyIds: [] } });
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

async function newAgent(piiName: string): Promise<string> {
  const { answer } = await key('POST', '/api/v1/agents', { body: { piiName, skills: [] } });
  return String(answer['agentId']);
}

async function newItem(): Promise<string> {
  const body = { channel: 'phone', customerId: 'acme', requirements: [], promiseId: 'calls' };
  const { answer } = await key('POST', '/api/v1/work', { body });
  return String(answer['workId']);
}

const explained = async (workId: string, query = '') => {
  const after = `after=${served.centre.host.position}`;
  return await key('GET', `/api/v1/work/${workId}/explanation?${after}${query}`);
};

test('an item is explained as it is now, and as it was at a moment', async () => {
  const workId = await newItem();
  const waiting = await explained(workId);
  expect(waiting.answer).toMatchObject({
    workId,
    status: 'waiting',
    reason: { code: 'nobody-free' },
    passedOver: [{ agentId: ted, standing: 'owner', obstacle: 'signed-out' }],
    next: { code: 'somebody-free' },
  });
  expect(waiting.answer['piiText']).toMatch(
    /^Nobody has it: it has waited since \d\d:\d\d\. .*Ted, who looks after this customer, was not at work\. .* An answer is promised by \d\d:\d\d:\d\d\. Since \d\d:\d\d it has been expected to be answered later than promised\. The supervisors have been alerted, and can give it to somebody at any time\.$/,
  );
  const before = Number(waiting.answer['since']);

  // Also by a clock that was set back meanwhile.
  const asked = { centre: 'main', workId, now: before - 60_000 };
  const early = await explainItem(served.centre.database.kysely, asked);
  expect(early?.explanation).toMatchObject({ status: 'waiting', at: before });

  const asAnn = await served.callerWith(SCOPES, ann);
  await asAnn('POST', '/api/v1/me/state', { body: { state: 'ready' } });
  const offered = await explained(workId);
  expect(offered.answer).toMatchObject({
    status: 'offered',
    agentId: ann,
    reason: { code: 'most-urgent' },
    next: { code: 'answer', agentId: ann, at: expect.any(Number) as number },
  });
  expect(offered.answer['piiText']).toMatch(
    /^Nobody has taken it yet\. Ann.* has been asked since \d\d:\d\d:\d\d\./,
  );

  const then = await explained(workId, `&at=${before}`);
  expect(then.answer).toMatchObject({ status: 'waiting', at: before });
  const earlier = await explained(workId, `&at=${before - 1}`);
  expect([earlier.status, earlier.answer['title']]).toEqual([
    404,
    expect.stringContaining('at that moment'),
  ]);
});

test('customers are told who and when, in their language, and nobody’s reasons', async () => {
  const workId = await newItem();
  const { answer } = await explained(workId, '&audience=customer&language=de');
  expect(answer['piiText']).toMatch(
    /^Du wartest: Wer zuerst frei ist und dir helfen kann, hilft dir; wann das ist, weiß noch niemand\. Ted kennt dich und ist gerade nicht frei\. Wir versprechen eine Antwort bis \d\d:\d\d:\d\d\.$/,
  );
});

test('what is unknown or misspelt is said', async () => {
  expect((await explained('nothing')).status).toBe(404);
  const { status, answer } = await explained('nothing', '&audience=boss');
  expect([status, answer['field']]).toEqual([400, 'audience']);
});
