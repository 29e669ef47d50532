import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dropUnsaidFiles } from '../interactions/drop-unsaid-files.ts';
import { openVisitorCentre, type Visitor, type VisitorCentre } from '../testing/visitor-centre.ts';

const PNG = new Uint8Array(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
const HOUR_MS = 3_600_000;

let open: VisitorCentre;
let ada: Visitor;

beforeAll(async () => {
  open = await openVisitorCentre();
});

afterAll(async () => {
  await open[Symbol.asyncDispose]();
});

beforeEach(async () => {
  await db().deleteFrom('attachment').execute();
  ada = open.visitor();
});

const db = () => open.served.centre.database.kysely;

async function sentBy(visitor: Visitor): Promise<string> {
  const { status, attachmentId } = await visitor.send(PNG);
  expect(status).toBe(201);
  return attachmentId;
}

const fileOf = (id: string) =>
  db()
    .selectFrom('attachment')
    .select(['interaction_id', 'message_id', 'pii_network'])
    .where('id', '=', id)
    .executeTakeFirst();

/** Lets no message be kept meanwhile, as when the process ends just before. */
async function withoutMessages(run: () => Promise<void>): Promise<void> {
  await sql`
    create function refuse_message() returns trigger language plpgsql as
    $$ begin raise exception 'the process ends here'; end $$`.execute(db());
  await sql`
    create trigger refuse_message before insert on message
    execute function refuse_message()`.execute(db());
  try {
    await run();
  } finally {
    await sql`drop function refuse_message cascade`.execute(db());
  }
}

/** Drops by the clock of so many hours later. */
async function dropAfter(hours: number): Promise<void> {
  const { name: centre } = open.served.centre;
  const now = (): number => Date.now() + hours * HOUR_MS;
  const notice = (message: string): void => expect.unreachable(message);
  await dropUnsaidFiles({ db: db(), centre, now, notice })[Symbol.asyncDispose]();
}

describe('a file whose words never came', () => {
  test('is the thread’s again, and goes after a day: first words', async () => {
    const id = await sentBy(ada);
    await withoutMessages(async () => {
      expect((await ada.say('See.', { fileIds: [id], key: 'first' })).status).toBe(503);
    });
    expect((await fileOf(id))?.message_id).toBeNull();
    await expect
      .poll(async () => (await ada.say('See.', { fileIds: [id], key: 'first' })).status)
      .toBe(201);
    expect(await fileOf(id)).toMatchObject({ pii_network: null });
    await dropAfter(25);
    expect(await ada.fileStatus(id)).toBe(200);
    await ada.end();
  });

  test('is the thread’s again, and goes after a day: later words', async () => {
    await ada.say('Hello?');
    const id = await sentBy(ada);
    await withoutMessages(async () => {
      expect((await ada.say('See.', { fileIds: [id] })).status).toBe(500);
    });
    expect((await fileOf(id))?.message_id).toBeNull();
    await dropAfter(23);
    expect(await ada.fileStatus(id)).toBe(200);
    await dropAfter(25);
    expect(await ada.fileStatus(id)).toBe(404);
    await ada.end();
  });

  test('waits a month where an agent means to send it', async () => {
    const id = await sentBy(ada);
    const change = { interaction_id: 'interaction_1', author_id: open.tedId };
    await db().updateTable('attachment').set(change).where('id', '=', id).execute();
    await dropAfter(29 * 24);
    expect(await fileOf(id)).toBeDefined();
    await dropAfter(31 * 24);
    expect(await fileOf(id)).toBeUndefined();
  });
});

describe('there is room', () => {
  const grow = (id: string, more: object) =>
    db()
      .updateTable('attachment')
      .set({ size_bytes: 201_000_000, ...more })
      .where('id', '=', id)
      .execute();

  test('for what one network has not said, and for others still', async () => {
    const id = await sentBy(open.visitor());
    expect(await fileOf(id)).toMatchObject({ pii_network: '127.0.0.1' });
    await grow(id, {});
    expect(await ada.send(PNG)).toMatchObject({ status: 409, type: 'too-many-files' });
    await grow(id, { pii_network: '192.0.2.1' });
    expect((await ada.send(PNG)).status).toBe(201);
  });

  test('for what all have not said, whatever agents have not', async () => {
    const id = await sentBy(open.visitor());
    await grow(id, { size_bytes: 1_001_000_000, pii_network: '192.0.2.1' });
    expect(await ada.send(PNG)).toMatchObject({ status: 409, type: 'too-many-files' });
    const ofAgent = { interaction_id: 'interaction_1', author_id: open.tedId };
    await grow(id, { size_bytes: 1_001_000_000, ...ofAgent });
    expect((await ada.send(PNG)).status).toBe(201);
  });

  test('for what one thread has said, and for other threads still', async () => {
    const id = await sentBy(ada);
    await ada.say('See.', { fileIds: [id] });
    await grow(id, {});
    expect(await ada.send(PNG)).toMatchObject({ status: 409, type: 'too-many-files' });
    expect((await open.visitor().send(PNG)).status).toBe(201);
    await ada.end();
  });
});
