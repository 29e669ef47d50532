import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Host } from '../host/host.ts';
import { HostUnavailable } from '../host/host-faults.ts';
import { openItem } from '../interactions/open-item.ts';
import type { Caller } from '../testing/http-centre.ts';
import { openVisitorCentre, type VisitorCentre } from '../testing/visitor-centre.ts';

let open: VisitorCentre;
let host: Host;
let channel: Caller;

beforeAll(async () => {
  open = await openVisitorCentre();
  ({ host } = open.served.centre);
  channel = await open.served.callerWith(['interactions:read', 'interactions:write']);
});

afterAll(async () => {
  await open[Symbol.asyncDispose]();
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** Lets the next commands of this type fail, as when the database is gone for a moment. */
function failing(type: string): void {
  const execute = host.execute.bind(host);
  vi.spyOn(host, 'execute').mockImplementation((command, envelope) =>
    command.type === type
      ? Promise.reject(new HostUnavailable('the connection broke'))
      : execute(command, envelope),
  );
}

/** Lets something happen just before somebody looks at the desk for the second time from now on. */
function beforeSecondLook(happens: () => Promise<unknown>): void {
  const ask = host.ask.bind(host);
  let count = 0;
  vi.spyOn(host, 'ask').mockImplementation(async (question) => {
    count += 1;
    if (count === 2) await happens();
    return await ask(question);
  });
}

const putOff = async (workId: string): Promise<void> => {
  const body = { untilAt: Date.now() + 3_600_000 };
  expect((await open.ted('POST', `/api/v1/work/${workId}/defer`, { body })).status).toBe(200);
};
const serve = (workId: string, verb: string) =>
  open.ted('POST', `/api/v1/work/${workId}/${verb}`, { body: {} });
const reply = (interactionId: string) =>
  open.ted('POST', `/api/v1/interactions/${interactionId}/messages`, {
    body: { piiText: 'By four.' },
  });
const statusOf = async (workId: string) => (await openItem(host, workId))?.status;

/** Whoever asks for a customer: those of his items that are open. */
async function openCount(customerId: string): Promise<number> {
  return await host.ask(
    ({ work }) => [...work.values()].filter((item) => item.customer?.id === customerId).length,
  );
}

describe('what a visitor says once more', () => {
  test('is heard where it was put off, though nobody could be woken before', async () => {
    const ada = open.visitor();
    await ada.say('Hello?');
    const { workId } = await open.accepted();
    await putOff(workId);
    failing('recall-work');
    expect((await ada.say('Now!', { key: 'a' })).status).toBe(503);
    expect(await statusOf(workId)).toBe('deferred');
    vi.restoreAllMocks();
    expect((await ada.say('Now!', { key: 'a' })).status).toBe(201);
    expect(await statusOf(workId)).toBe('offered');
    await serve(workId, 'accept');
    await serve(workId, 'complete');
  });

  test('is answered alone where Ted has answered it and put the matter off', async () => {
    const ada = open.visitor();
    await ada.say('Hello?');
    const { workId, interactionId } = await open.accepted();
    await ada.say('When?', { key: 'b' });
    await reply(interactionId);
    await putOff(workId);
    expect((await ada.say('When?', { key: 'b' })).status).toBe(201);
    expect(await statusOf(workId)).toBe('deferred');
    await ada.say('Sooner, please.');
    expect(await statusOf(workId)).toBe('offered');
    await serve(workId, 'accept');
    await serve(workId, 'complete');
  });

  test('calls somebody where its exchange ended meanwhile, once', async () => {
    const ada = open.visitor();
    await ada.say('Hello?');
    const { workId, customerId } = await open.accepted();
    failing('receive-work');
    beforeSecondLook(() => serve(workId, 'complete'));
    expect((await ada.say('One thing more', { key: 'c' })).status).toBe(503);
    vi.restoreAllMocks();
    expect(await openCount(customerId)).toBe(0);
    expect((await ada.say('One thing more', { key: 'c' })).status).toBe(201);
    expect(await openCount(customerId)).toBe(1);
    expect((await ada.say('One thing more', { key: 'c' })).status).toBe(201);
    expect(await openCount(customerId)).toBe(1);
    const second = await open.accepted();
    await serve(second.workId, 'complete');
  });
});

describe('what a channel says once more for a customer', () => {
  const say = (interactionId: string, key: string) =>
    channel('POST', `/api/v1/interactions/${interactionId}/messages`, {
      body: { piiText: 'Now!', from: 'customer' },
      key,
    });

  test('is heard where it was put off, though nobody could be woken before', async () => {
    await open.visitor().say('Hello?');
    const { workId, interactionId } = await open.accepted();
    await putOff(workId);
    failing('recall-work');
    expect((await say(interactionId, 'd')).status).toBe(503);
    vi.restoreAllMocks();
    expect((await say(interactionId, 'd')).status).toBe(201);
    expect(await statusOf(workId)).toBe('offered');
    await serve(workId, 'accept');
    await serve(workId, 'complete');
  });

  test('calls somebody though the item is gone by now, once', async () => {
    await open.visitor().say('Hello?');
    const { workId, interactionId, customerId } = await open.accepted();
    await serve(workId, 'wrap-up');
    failing('receive-work');
    expect((await say(interactionId, 'e')).status).toBe(503);
    vi.restoreAllMocks();
    await serve(workId, 'complete');
    expect(await openCount(customerId)).toBe(0);
    expect((await say(interactionId, 'e')).status).toBe(201);
    expect((await say(interactionId, 'e')).status).toBe(201);
    expect(await openCount(customerId)).toBe(1);
    // What was not said while it was open is refused now.
    expect((await say(interactionId, 'f')).status).toBe(409);
  });
});
