import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpCentre, openHttpCentre, type SignedIn } from '../testing/http-centre.ts';

let served: HttpCentre;
let ann: SignedIn;

beforeAll(async () => {
  served = await openHttpCentre();
  ann = await served.signedInAs(['planner', 'administrator']);
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

const SOON = { targetMs: 60_000, shareRatio: 0.9 };

async function arrive(body: object): Promise<Record<string, unknown>> {
  const { answer } = await ann.caller('POST', '/api/v1/work', {
    body: { channel: 'email', requirements: [], ...body },
  });
  const { answer: item } = await ann.caller(
    'GET',
    `/api/v1/work/${String(answer['workId'])}?after=${String(answer['position'])}`,
  );
  return item;
}

test('an item is promised what was agreed with its account, for its tier, and keeps it', async () => {
  await ann.caller('PUT', '/api/v1/promises/usual', {
    body: { targetMs: 3_600_000, shareRatio: 0.8 },
  });
  const before = await arrive({ promiseId: 'usual' });
  expect(before).toMatchObject({ promiseId: 'usual' });

  const account = await ann.caller('POST', '/api/v1/accounts', {
    body: { piiName: 'Acme', tier: 'gold' },
  });
  const { accountId } = account.answer;
  const customer = await ann.caller('POST', '/api/v1/customers', {
    body: { accountId, piiName: 'Ted Brandt' },
  });
  const { customerId } = customer.answer;
  const path = '/api/v1/agreements/acme';
  const body = {
    serves: { accountId },
    terms: [SOON, { ...SOON, tier: 'gold', targetMs: 30_000 }],
  };
  expect((await ann.caller('PUT', path, { body })).status).toBe(200);

  const item = await arrive({ customerId, promiseId: 'usual' });
  expect(item).toMatchObject({ promiseId: 'acme@1/2' });
  const why = await ann.caller('GET', `/api/v1/work/${String(item['workId'])}/explanation`);
  expect(why.answer).toMatchObject({
    agreed: { agreementId: 'acme', version: 1 },
    piiText: expect.stringContaining('version 1 of the agreement “acme”') as string,
  });

  await ann.caller('PUT', path, { body: { ...body, terms: [SOON] } });
  expect(await arrive({ customerId })).toMatchObject({ promiseId: 'acme@2/1' });
  const kept = await ann.caller('GET', `/api/v1/work/${String(item['workId'])}`);
  expect(kept.answer).toMatchObject({ promiseId: 'acme@1/2' });

  const { answer } = await ann.caller('GET', path);
  expect(answer).toMatchObject({ agreementId: 'acme', inForce: 2, serves: { accountId } });
  const { answer: listed } = await ann.caller('GET', '/api/v1/agreements');
  expect(listed).toEqual({ items: [answer] });
});

test('what is agreed is not redefined, and an item without any promise is refused', async () => {
  const body = { serves: { divisionId: 'care' }, terms: [{ ...SOON, channel: 'phone' }] };
  await ann.caller('PUT', '/api/v1/agreements/care', { body });
  const changed = await ann.caller('PUT', '/api/v1/promises/care@1%2F1', { body: SOON });
  expect(changed).toMatchObject({ status: 409, answer: { type: 'promise-agreed' } });
  const refused = await ann.caller('POST', '/api/v1/work', {
    body: { channel: 'email', requirements: [], divisionId: 'care' },
  });
  expect(refused).toMatchObject({ status: 400, answer: { type: 'promise-missing' } });
  expect(await arrive({ channel: 'phone', divisionId: 'care' })).toMatchObject({
    promiseId: 'care@1/1',
  });
  const twice = { ...body, terms: [SOON, SOON] };
  const tie = await ann.caller('PUT', '/api/v1/agreements/care', { body: twice });
  expect(tie).toMatchObject({ status: 400, answer: { field: 'terms[1]' } });
});

test('something else is promised for an item, told, and undone', async () => {
  const define = (id: string, targetMs: number) =>
    ann.caller('PUT', `/api/v1/promises/${id}`, { body: { targetMs, shareRatio: 0.8 } });
  await define('slow', 3_600_000);
  await define('quick', 60_000);
  const path = `/api/v1/work/${String((await arrive({ promiseId: 'slow' }))['workId'])}`;
  const change = (promiseId: string) =>
    ann.caller('PUT', `${path}/promise`, { body: { promiseId } });
  const { answer } = await change('quick');
  expect(answer).toMatchObject({ beforeId: 'slow' });
  const shown = async (after: unknown) =>
    (await ann.caller('GET', `${path}?after=${String(after)}`)).answer['promiseId'];
  expect(await shown(answer['position'])).toBe('quick');
  const why = await ann.caller('GET', `${path}/explanation`);
  expect(why.answer['piiText']).toContain('What is promised was changed');
  const { answer: undone } = await change('slow');
  expect(await shown(undone['position'])).toBe('slow');
  expect(await change('none')).toMatchObject({ status: 404, answer: { field: 'promiseId' } });
});

test('whoever watches over an item is told that it will be late, and says that he has seen it', async () => {
  await ann.caller('PUT', '/api/v1/promises/brief', {
    body: { targetMs: 3_600_000, shareRatio: 0.8 },
  });
  const lead = await served.signedInAs(['administrator']);
  const path = `/api/v1/work/${String((await arrive({ promiseId: 'brief' }))['workId'])}`;
  const alertOf = async () => (await lead.caller('GET', `${path}/explanation`)).answer;
  expect(await alertOf()).toMatchObject({ alert: { rung: 'predicted', isEscalated: true } });
  const { status } = await lead.caller('POST', `${path}/alert/acknowledge`);
  expect(status).toBe(200);
  await expect.poll(async () => (await alertOf())['piiText']).toContain('Somebody saw to that');
  const again = await lead.caller('POST', `${path}/alert/acknowledge`);
  expect(again).toMatchObject({ status: 409, answer: { type: 'alert-not-open' } });
});
