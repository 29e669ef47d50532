import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpCentre, openHttpCentre, type SignedIn } from '../testing/http-centre.ts';

let served: HttpCentre;
let ann: SignedIn;

beforeAll(async () => {
  served = await openHttpCentre({ environment: { RAPPORT_REGION: 'CH' } });
  ann = await served.signedInAs(['administrator']);
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

const path = '/api/v1/settings';
const put = async (body: object) => await ann.caller('PUT', path, { body });
const read = async (at: string) => (await ann.caller('GET', `/api/v1/${at}`)).answer;

/** As which number a telephone number without a prefix is kept. */
async function numberOf(value: string): Promise<unknown> {
  const body = { identities: [{ kind: 'phone', value }] };
  const { answer } = await ann.caller('POST', '/api/v1/customers', { body });
  const customer = await read(`customers/${String(answer['customerId'])}`);
  return (customer['identities'] as readonly { value: string }[])[0]?.value;
}

test('what is set holds at once instead of what the centre was started with, and is put back', async () => {
  const otherwise = { timeZone: 'UTC', region: 'CH' };
  expect(await read('settings')).toEqual({ version: 0, otherwise });
  expect(await numberOf('079 222 33 44')).toBe('+41792223344');
  const set = { name: 'Northlight Care', timeZone: 'Pacific/Kiritimati', region: 'DE' };
  expect((await put({ version: 0, ...set })).answer).toEqual({ version: 1 });
  expect(await read('settings')).toEqual({ version: 1, ...set, otherwise });
  expect(await read('me')).toMatchObject({ centreName: 'Northlight Care' });
  expect(await numberOf('030 123456')).toBe('+4930123456');
  const day = async () => ((await read('wallboard'))['today'] as { beganAt: number }).beganAt;
  const hourOf = (at: number) => new Date(at).getUTCHours();
  // Midnight there, fourteen hours ahead.
  await expect.poll(async () => hourOf(await day()), { timeout: 10_000 }).toBe(10);
  const { items } = (await read('audit?subject=settings')) as {
    items: readonly { ordinal: number }[];
  };
  expect(items).toMatchObject([
    { action: 'change-settings', change: { piiBefore: {}, piiAfter: set } },
  ]);
  const undone = await ann.caller('POST', `/api/v1/audit/${items[0]?.ordinal}/undo`);
  expect(undone.status).toBe(200);
  expect(await read('settings')).toEqual({ version: 2, otherwise });
  await expect.poll(async () => hourOf(await day()), { timeout: 10_000 }).toBe(0);
});

test('settings of a centre that has none are not of another version, and the attempt leaves nothing', async () => {
  await using empty = await openHttpCentre();
  const { caller } = await empty.signedInAs(['administrator']);
  const late = await caller('PUT', path, { body: { version: 3, name: 'Late' } });
  expect([late.status, late.answer['type']]).toEqual([409, 'version-wrong']);
  const { rows } = await empty.centre.database.pool.query('select 1 from centre_settings');
  expect(rows).toEqual([]);
});

test('what is no country, no time zone, or of another version is not taken', async () => {
  expect((await put({ region: 'ZZ' })).answer['field']).toBe('region');
  expect((await put({ timeZone: 'Europe/Nowhere' })).answer['field']).toBe('timeZone');
  const late = await put({ version: 0, name: 'Late' });
  expect([late.status, late.answer['type']]).toEqual([409, 'version-wrong']);
  const ted = await served.signedInAs(['supervisor']);
  expect((await ted.caller('GET', path)).status).toBe(200);
  expect((await ted.caller('PUT', path, { body: {} })).status).toBe(403);
});
