import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Caller, type HttpCentre, openHttpCentre } from '../testing/http-centre.ts';

let served: HttpCentre;
let channel: Caller;

beforeAll(async () => {
  served = await openHttpCentre();
  channel = await served.callerWith(['interactions:write', 'promises:write']);
  const body = { targetMs: 20_000, shareRatio: 0.8 };
  await channel('PUT', '/api/v1/promises/mail', { body });
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

const mail = (value: string) => ({
  channel: 'email',
  identity: { kind: 'email', value },
  piiSubject: 'My bill',
  piiText: 'It is wrong.\nPlease call me.',
  requirements: [],
  promiseId: 'mail',
});

const arrive = (body: unknown, key?: string) =>
  channel('POST', '/api/v1/interactions', { body, ...(key !== undefined && { key }) });

/** Everything that an interaction might leave behind. */
async function contents(): Promise<unknown> {
  const { rows } = await served.centre.database.pool.query(
    `select (select count(*) from interaction) as interactions,
       (select count(*) from message) as messages, (select count(*) from customer) as customers,
       (select count(*) from customer_identity) as identities, (select max(seq) from journal) as seq`,
  );
  return rows[0];
}

test('what came in is there with its words, its item and a new customer', async () => {
  const { status, answer } = await arrive(mail('Ann@Example.ORG'));
  expect(status).toBe(201);
  const { rows } = await served.centre.database.pool.query(
    `select i.work_id, i.customer_id, i.channel, i.pii_subject, i.message_count, m.pii_text,
       m.author_kind, m.author_id, d.pii_value
     from interaction i join message m on m.interaction_id = i.id
     join customer_identity d on d.customer_id = i.customer_id where i.id = $1`,
    [answer['interactionId']],
  );
  expect(rows).toEqual([
    {
      work_id: answer['workId'],
      customer_id: answer['customerId'],
      channel: 'email',
      pii_subject: 'My bill',
      message_count: 1,
      pii_text: 'It is wrong.\nPlease call me.',
      author_kind: 'customer',
      author_id: answer['customerId'],
      pii_value: 'ann@example.org',
    },
  ]);
});

test('who is known already is known again, however he writes his address', async () => {
  const first = await arrive(mail('bea@example.org'));
  const second = await arrive(mail(' BEA@EXAMPLE.org '));
  expect(second.answer['customerId']).toBe(first.answer['customerId']);
  const third = { ...mail(''), identity: undefined, customerId: first.answer['customerId'] };
  expect((await arrive(third)).answer['customerId']).toBe(first.answer['customerId']);
});

test('who writes ten times at once is one customer', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => arrive(mail('cy@x.org'))));
  expect(new Set(answers.map(({ answer }) => answer['customerId'])).size).toBe(1);
  expect(new Set(answers.map(({ answer }) => answer['interactionId'])).size).toBe(10);
});

test('what is refused leaves nothing behind', async () => {
  const before = await contents();
  const sound = mail('nobody@example.org');
  for (const [body, status, type, field] of [
    [{ ...sound, promiseId: 'none' }, 404, 'promise-unknown', 'promiseId'],
    [{ ...sound, identity: undefined, customerId: 'x' }, 404, 'customer-unknown', 'customerId'],
    [{ ...sound, customerId: 'x' }, 400, 'field-invalid', 'identity'],
    [mail('nobody'), 400, 'field-invalid', 'identity.value'],
    [{ ...sound, piiText: 'a\0b' }, 400, 'field-invalid', 'piiText'],
    [{ ...sound, piiText: 'x'.repeat(20_001) }, 400, 'field-invalid', 'piiText'],
    [{ ...sound, piiSubject: 'two\nlines' }, 400, 'field-invalid', 'piiSubject'],
  ] as const) {
    const refused = await arrive(body);
    expect([refused.status, refused.answer['type']]).toEqual([status, type]);
    expect(refused.answer['field']).toBe(field);
  }
  expect(await contents()).toEqual(before);
});

test('what is sent twice is kept once, and other words under its key are turned away', async () => {
  const body = mail('dan@example.org');
  const first = await arrive(body, 'dan-1');
  const before = await contents();
  expect(await arrive(body, 'dan-1')).toEqual(first);
  for (const other of [{ piiText: 'Other words.' }, { piiSubject: 'Other' }, { channel: 'web' }]) {
    expect((await arrive({ ...body, ...other }, 'dan-1')).status).toBe(422);
  }
  expect(await contents()).toEqual(before);
});

test('the journal has none of the words', async () => {
  const { rows } = await served.centre.database.pool.query<{ row: string }>(
    `select j::text as row from journal j`,
  );
  expect(rows.map(({ row }) => row).join()).not.toMatch(/example|bill|wrong/i);
});
