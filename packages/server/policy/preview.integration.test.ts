import { asId, type Command, POLICY, policyNumbers } from '@rapport/core';
import { accept, complete, onDuty, promise, work } from '@rapport/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpCentre, openHttpCentre, type SignedIn } from '../testing/http-centre.ts';
import { testClock } from '../testing/test-clock.ts';

const DAY_MS = 86_400_000;
const NOON = Date.parse('2026-03-10T12:00:00Z');
const clock = testClock(NOON - DAY_MS);
const NUMBERS = policyNumbers(POLICY);

let served: HttpCentre;
let planner: SignedIn;

/** The day before yesterday the centre was set up; yesterday one call was answered after four seconds. */
beforeAll(async () => {
  served = await openHttpCentre({ clock, environment: { RAPPORT_TIME_ZONE: 'UTC' } });
  planner = await served.signedInAs(['planner']);
  let count = 0;
  const give = async (at: number, command: Command): Promise<void> => {
    clock.set(at);
    const given = await served.centre.host.execute(command, {
      commandId: `day-${(count += 1)}`,
      actor: 'test',
    });
    if (!given.ok) throw new Error(given.refusal.code);
  };
  for (const command of [promise(), ...onDuty('ted')]) await give(NOON - DAY_MS, command);
  await give(NOON, work('call'));
  await give(NOON + 4_000, accept('call', 'ted'));
  await give(NOON + 64_000, complete('call', 'ted'));
  clock.set(NOON + DAY_MS);
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

const start = async (body: object) =>
  await planner.caller('POST', '/api/v1/policy/preview', { body });
const read = async (previewId: unknown) =>
  await planner.caller('GET', `/api/v1/policy/preview/${String(previewId)}`);

test('yesterday is played on a thread of its own under the policy that holds and another one', async () => {
  const begun = await start({ numbers: { ...NUMBERS, bondBonus: 1 } });
  expect([begun.status, begun.answer['day']]).toEqual([201, '2026-03-10']);
  const { previewId } = begun.answer;
  await expect
    .poll(async () => (await read(previewId)).answer['status'], { timeout: 20_000 })
    .toBe('done');
  const { answer } = await read(previewId);
  const column = {
    offeredCount: 1,
    answeredCount: 1,
    abandonedCount: 0,
    answerWaitMsMean: 4_000,
    serviceLevelRatio: 1,
  };
  expect(answer).toMatchObject({
    doneRatio: 1,
    unfitCount: 0,
    columns: { recorded: column, today: column, changed: column },
  });
  // Nothing of it is in the history.
  expect(await served.centre.host.ask((desk) => desk.policy)).toEqual(POLICY);
  expect(await served.centre.host.ask((desk) => desk.work.has(asId('call')))).toBe(false);
}, 30_000);

test('a preview is ended, or replaced by the next one', async () => {
  const first = (await start({ numbers: NUMBERS })).answer['previewId'];
  const second = (await start({ numbers: NUMBERS, day: '2026-03-09' })).answer['previewId'];
  expect((await read(first)).status).toBe(404);
  const path = `/api/v1/policy/preview/${String(second)}`;
  expect((await planner.caller('DELETE', path)).status).toBe(200);
  expect((await read(second)).status).toBe(404);
  expect((await planner.caller('DELETE', path)).status).toBe(404);
});

test('a day that is not over, or is none, and numbers that cannot be are refused', async () => {
  const field = async (body: object) => (await start(body)).answer['field'];
  expect(await field({ numbers: NUMBERS, day: '2026-03-11' })).toBe('day');
  expect(await field({ numbers: NUMBERS, day: '2026-02-31' })).toBe('day');
  expect(await field({ numbers: { ...NUMBERS, ringMsSynchronous: 1 } })).toBe('ringMsSynchronous');
});
