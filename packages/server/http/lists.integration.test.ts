import { type Route, type RouteName, ROUTES, SCOPES } from '@rapport/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AskedList, boundAnswer } from './bind-cursors.ts';
import { type Caller, type HttpCentre, openHttpCentre } from '../testing/http-centre.ts';

let served: HttpCentre;
let administrator: Caller;
const agentIds: string[] = [];

beforeAll(async () => {
  served = await openHttpCentre();
  administrator = await served.callerWith(SCOPES);
  for (const piiName of ['Ted', 'Ann']) {
    const { answer } = await administrator('POST', '/api/v1/agents', {
      body: { piiName, skills: [] },
    });
    agentIds.push(answer['agentId'] as string);
  }
  const interval = { fromAt: 0, untilAt: 1_000 };
  for (const number of [1, 2, 3]) {
    await administrator('PUT', `/api/v1/calendars/hours-${number}`, {
      body: { openIntervals: number === 2 ? [interval] : [] },
    });
    await administrator('PUT', `/api/v1/promises/promise-${number}`, {
      body: { targetMs: number, shareRatio: 0.5, calendarId: `hours-${number}` },
    });
    await administrator('PUT', `/api/v1/customers/customer-${number}/bond`, {
      body: { ownerId: agentIds[number === 3 ? 1 : 0], deputyIds: [] },
    });
  }
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

/** Every item of a list, fetched one a page. */
async function all(path: string): Promise<readonly Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  const { position } = served.centre.host;
  let more = '';
  do {
    const separator = path.includes('?') ? '&' : '?';
    const page = await administrator(
      'GET',
      `/api/v1/${path}${separator}limit=1&after=${position}${more}`,
    );
    expect(page.status).toBe(200);
    items.push(...(page.answer['items'] as Record<string, unknown>[]));
    const next = page.answer['nextCursor'];
    more = typeof next === 'string' ? `&cursor=${next}` : '';
  } while (more !== '');
  return items;
}

describe('lists from page to page', () => {
  test('promises', async () => {
    const promises = [1, 2, 3].map((number) => ({
      promiseId: `promise-${number}`,
      targetMs: number,
      shareRatio: 0.5,
      calendarId: `hours-${number}`,
    }));
    expect(await all('promises')).toEqual(promises);
  });

  test('calendars, each with its hours when it is asked for', async () => {
    const counts = (await all('calendars')).map(({ intervalCount }) => intervalCount);
    expect(counts).toEqual([0, 1, 0]);
    const one = await administrator('GET', '/api/v1/calendars/hours-2');
    const openIntervals = [{ fromAt: 0, untilAt: 1_000 }];
    expect(one.answer).toEqual({ calendarId: 'hours-2', openIntervals });
    expect((await administrator('GET', '/api/v1/calendars/none')).status).toBe(404);
  });

  test('bonds, of one owner', async () => {
    const customers = async (ownerId = '') =>
      (await all(`bonds?ownerId=${ownerId}`)).map(({ customerId }) => customerId);
    expect(await customers(agentIds[0])).toEqual(['customer-1', 'customer-2']);
    expect(await customers(agentIds[1])).toEqual(['customer-3']);
    const { status, answer } = await administrator('GET', '/api/v1/bonds');
    expect([status, answer['field']]).toEqual([400, 'ownerId']);
  });

  test('the audit trail, the latest first, by subject and by actor', async () => {
    // What follows the history comes a moment later, and is not asked for here.
    const registered = async (query: string) =>
      (await all(`audit${query}`)).filter(({ action }) => action === 'register-agent');
    const entries = await registered('');
    expect(entries.map(({ subject }) => subject)).toEqual(agentIds.toReversed());
    expect(await registered(`?subject=${agentIds[0] ?? ''}`)).toEqual([entries[1]]);
    const actor = String(entries[0]?.['actor']);
    expect(await registered(`?actor=${actor}`)).toEqual(entries);
    expect(await all('audit?actor=nobody')).toEqual([]);
  });
});

describe('a cursor', () => {
  /** With the mark of its list, as if a page of it had given one for that key. */
  const cursorOf = (list: AskedList, key: number) => {
    const nextCursor = Buffer.from(JSON.stringify([key, 'x'])).toString('base64url');
    const bound = boundAnswer({ nextCursor }, list, served.centre.identity);
    return (bound as { nextCursor: string }).nextCursor;
  };

  test('that no page gave is told as one, or finds nothing, in every list', async () => {
    const { answer } = await administrator('POST', '/api/v1/interactions', {
      body: { channel: 'chat', requirements: [], promiseId: 'promise-1', piiText: 'Hello' },
    });
    const interactionId = String(answer['interactionId']);
    const lists = (Object.entries(ROUTES) as [RouteName, Route][]).filter(([, { query }]) =>
      Object.hasOwn((query as { properties?: object } | undefined)?.properties ?? {}, 'cursor'),
    );
    expect(lists.length).toBeGreaterThan(15);
    for (const [name, { path }] of lists) {
      const place = path.replace(':interactionId', interactionId).replace(/:\w+/, 'x');
      const ids = path.match(/(?<=:)\w+/g) ?? [];
      const params = Object.fromEntries(
        ids.map((id) => [id, id === 'interactionId' ? interactionId : 'x']),
      );
      const query = name === 'listBonds' ? { ownerId: 'x' } : {};
      const owner = name === 'listBonds' ? '&ownerId=x' : '';
      for (const key of [Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER, 2 ** 31]) {
        const forged = `${place}?cursor=${cursorOf({ name, params, query }, key)}${owner}`;
        const { status } = await administrator('GET', forged);
        expect([place, key, [200, 400, 404].includes(status)]).toEqual([place, key, true]);
      }
    }
    const ordinal = await administrator(
      'GET',
      `/api/v1/interactions/${interactionId}/messages?afterOrdinal=1e300`,
    );
    expect([ordinal.status, ordinal.answer['field']]).toEqual([400, 'afterOrdinal']);
  });

  test('of one list, or of other filters, leads nowhere in another', async () => {
    const nextOf = async (path: string) => {
      const { answer } = await administrator('GET', `/api/v1/${path}limit=1`);
      expect(answer['nextCursor']).toEqual(expect.any(String));
      return String(answer['nextCursor']);
    };
    const promises = await nextOf('promises?');
    const bonds = await nextOf(`bonds?ownerId=${agentIds[0] ?? ''}&`);
    for (const path of [
      `calendars?cursor=${promises}`,
      `work?cursor=${promises}`,
      `bonds?ownerId=${agentIds[1] ?? ''}&cursor=${bonds}`,
      `promises?cursor=${promises.slice(1)}`,
    ]) {
      const { status, answer } = await administrator('GET', `/api/v1/${path}`);
      expect([path, status, answer['field']]).toEqual([path, 400, 'cursor']);
    }
    // How much and how fresh is no filter.
    const { position } = served.centre.host;
    const more = `bonds?ownerId=${agentIds[0] ?? ''}&limit=7&after=${position}&cursor=${bonds}`;
    expect((await administrator('GET', `/api/v1/${more}`)).status).toBe(200);
  });

  test('leads past the longest ids', async () => {
    const ids = ['\u{1F600}', '\u{1F601}'].map((letter) => letter.repeat(200));
    for (const id of ids) {
      const { status } = await administrator('PUT', `/api/v1/sites/${encodeURIComponent(id)}`, {
        body: { name: 'Site', timeZone: 'UTC' },
      });
      expect(status).toBe(200);
    }
    const found = (await all('sites')).map(({ siteId }) => siteId);
    expect(found).toEqual(ids);
  });
});
