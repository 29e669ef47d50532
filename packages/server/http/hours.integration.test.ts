import { afterAll, beforeAll, expect, test } from 'vitest';
import { renewDue } from '../hours/renew-calendars.ts';
import { type HttpCentre, openHttpCentre, type SignedIn } from '../testing/http-centre.ts';

const DAY_MS = 86_400_000;

let served: HttpCentre;
let ann: SignedIn;

beforeAll(async () => {
  served = await openHttpCentre();
  ann = await served.signedInAs(['planner']);
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

const path = '/api/v1/calendars/office';
const hours = [{ from: '09:00', until: '17:00' }];
const week = {
  timeZone: 'UTC',
  days: [hours, hours, hours, hours, hours, [], []],
  specialDays: [{ date: '2030-01-01', name: 'New Year', hours: [] }],
};

async function untilOf(after: unknown): Promise<number> {
  const { answer } = await ann.caller('GET', `${path}?after=${String(after)}`);
  const intervals = answer['openIntervals'] as readonly { untilAt: number }[];
  return intervals.at(-1)?.untilAt ?? 0;
}

test('a week becomes the hours of more than a year, and is renewed before they end', async () => {
  const made = await ann.caller('PUT', `${path}/week`, { body: week, key: 'w' });
  expect(made.status).toBe(200);
  const again = await ann.caller('PUT', `${path}/week`, { body: week, key: 'w' });
  expect(again.answer).toEqual(made.answer);
  const until = await untilOf(made.answer['position']);
  expect((until - Date.now()) / DAY_MS).toBeGreaterThan(395);
  const kept = await ann.caller('GET', `${path}/week`);
  expect(kept.answer).toMatchObject({ calendarId: 'office', ...week });

  const { database, name, host } = served.centre;
  const { position } = host;
  const renewal = { db: database.kysely, centre: name, onOwed: () => undefined };
  await renewDue({ ...renewal, now: () => Date.now() + 100 * DAY_MS });
  await renewDue({ ...renewal, now: () => Date.now() + 250 * DAY_MS });
  await expect.poll(() => host.position).toBe(position + 1);
  expect((await untilOf(host.position)) - until).toBeGreaterThan(245 * DAY_MS);
});

test('what makes no sense is named, and hours given by hand end the week', async () => {
  const put = async (body: object) => await ann.caller('PUT', `${path}/week`, { body });
  const wrong = [
    [{ ...week, timeZone: 'Europe/Bern' }, 'timeZone'],
    [{ ...week, days: [...week.days.slice(1), [{ from: '12:00', until: '09:00' }]] }, 'days.6'],
    [{ ...week, days: [] }, 'days'],
  ] as const;
  for (const [body, field] of wrong) {
    const { status, answer } = await put(body);
    expect([status, answer['field']]).toEqual([400, field]);
  }
  await ann.caller('PUT', path, { body: { openIntervals: [] } });
  expect((await ann.caller('GET', `${path}/week`)).status).toBe(404);
});
