import { asId, type Command, STANDARD_CAPACITY } from '@rapport/core';
import { SCOPES } from '@rapport/protocol';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { keepSilo } from '../measures/keep-silo.ts';
import { type Caller, type HttpCentre, openHttpCentre } from '../testing/http-centre.ts';
import { testClock } from '../testing/test-clock.ts';

// Summer time: 10 o'clock in Berlin.
const MORNING = Date.parse('2026-07-01T08:00:00Z');
const SECOND = 1_000;
const HOUR = 3_600_000;

const clock = testClock(MORNING);
let served: HttpCentre;
let key: Caller;
let commandCount = 0;

beforeAll(async () => {
  served = await openHttpCentre({ clock, environment: { RAPPORT_TIME_ZONE: 'Europe/Berlin' } });
  key = await served.callerWith(SCOPES);
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

async function give(afterMs: number, command: Command): Promise<void> {
  clock.set(clock.now() + afterMs);
  const envelope = { commandId: `test:${++commandCount}`, actor: 'test' };
  const outcome = await served.centre.host.execute(command, envelope);
  if (!outcome.ok) throw new Error(`${command.type} was refused: ${outcome.refusal.code}`);
}

const agentId = asId<'agent'>('ted');
const promiseId = asId<'promise'>('calls');

function receive(afterMs: number, id: string, customer?: string): Promise<void> {
  const workId = asId<'work'>(id);
  const known = customer === undefined ? {} : { customerId: asId<'customer'>(customer) };
  const need = { channel: 'phone' as const, requirements: [], promiseId };
  return give(afterMs, { type: 'receive-work', workId, ...known, ...need });
}

const measured = async (query: string) => (await key('GET', `/api/v1/measures?${query}`)).answer;

test('a morning is measured from its history', async () => {
  await give(0, { type: 'define-promise', promiseId, targetMs: 20 * SECOND, shareRatio: 0.8 });
  await give(0, { type: 'register-agent', agentId, skills: [], capacity: STANDARD_CAPACITY });
  await give(0, { type: 'set-agent-state', agentId, state: 'ready' });
  const customerId = asId<'customer'>('acme');
  await give(0, { type: 'change-bond', customerId, ownerId: agentId, deputyIds: [] });
  const [declined, taken] = [asId<'work'>('declined'), asId<'work'>('taken')];
  await receive(0, 'declined');
  const reason = 'conflict';
  await give(2 * SECOND, { type: 'decline-offer', workId: declined, agentId, reason });
  // He is available, and it waits for a hundred seconds.
  await give(100 * SECOND, { type: 'abandon-work', workId: declined });
  await receive(8 * SECOND, 'taken', 'acme');
  await give(5 * SECOND, { type: 'accept-offer', workId: taken, agentId });
  await give(60 * SECOND, { type: 'complete-work', workId: taken, agentId });
  clock.set(clock.now() + 25 * SECOND);

  const answer = await measured(`from=${MORNING}&to=${MORNING + 200 * SECOND}&by=hour`);
  const figures = {
    offeredCount: 2,
    answeredCount: 1,
    abandonedCount: 1,
    serviceLevel: { withoutEarlyAbandonsRatio: 0.5, ofOfferedRatio: 0.5, ofAnsweredRatio: 1 },
    abandonment: { withoutShortAbandonsRatio: 0.5, ofOfferedRatio: 0.5 },
    answerWaitMsMean: 5 * SECOND,
    bondedCount: 1,
    continuityRatio: 1,
    bondKeptRatio: 1,
    ownerMisses: {},
  };
  expect(answer).toMatchObject({
    total: figures,
    groups: [{ group: '10', ...figures }],
    busyMs: 60 * SECOND,
    readyMs: 140 * SECOND,
    occupancyRatio: 0.3,
    siloMs: { declined: 100 * SECOND, unexplained: 0 },
  });
  expect(answer).not.toHaveProperty('thresholdMs');
  const stricter = await measured(`from=${MORNING}&to=${MORNING + 200 * SECOND}&threshold=4`);
  expect(stricter).toMatchObject({ thresholdMs: 4_000, total: { answeredCount: 1 } });
  expect(stricter['total']).toMatchObject({ serviceLevel: { ofOfferedRatio: 0 } });
});

test('the wallboard tells the silo time of today, and begins anew with the day', async () => {
  const today = async () => (await key('GET', '/api/v1/wallboard')).answer['today'];
  await vi.waitFor(async () => {
    expect(await today()).toMatchObject({ siloMs: 100 * SECOND });
  });
  clock.set(clock.now() + 24 * HOUR);
  await give(0, { type: 'set-agent-state', agentId, state: 'not-ready' });
  await vi.waitFor(async () => {
    expect(await today()).toMatchObject({ siloMs: 0 });
  });
});

test('a day is measured alike from a checkpoint and from the beginning of history', async () => {
  const db = served.centre.database.kysely;
  await give(0, { type: 'set-agent-state', agentId, state: 'ready' });
  const late = asId<'work'>('late');
  await receive(HOUR, 'late');
  await give(SECOND, { type: 'decline-offer', workId: late, agentId, reason: 'conflict' });
  await give(4 * SECOND, { type: 'abandon-work', workId: late });
  const checkpoints = await vi.waitFor(async () => {
    const rows = await db.selectFrom('measure_checkpoint').selectAll().execute();
    expect(rows.length).toBeGreaterThan(0);
    return rows;
  });
  expect(checkpoints.map(({ at }) => at % (6 * HOUR))).toEqual(checkpoints.map(() => 0));
  const query = `from=${MORNING + 24 * HOUR}&to=${MORNING + 48 * HOUR}&by=day`;
  const answer = await measured(query);
  expect(answer).toMatchObject({
    groups: [{ group: '2026-07-02', offeredCount: 1 }],
    siloMs: { declined: 4 * SECOND, unexplained: 0 },
  });
  await db.deleteFrom('measure_checkpoint').execute();
  expect(await measured(query)).toEqual(answer);
});

test('who follows the history anew comes to the same silo time of today', async () => {
  const { database, name: centre } = served.centre;
  const { kysely: db } = database;
  await receive(SECOND, 'again');
  const workId = asId<'work'>('again');
  await give(SECOND, { type: 'decline-offer', workId, agentId, reason: 'conflict' });
  await give(7 * SECOND, { type: 'abandon-work', workId });
  const settings = { now: clock.now, timeZone: () => 'Europe/Berlin', notice: () => undefined };
  await using again = keepSilo({ db, centre, recent: { after: () => [] }, ...settings });
  await vi.waitFor(async () => {
    const { today } = (await key('GET', '/api/v1/wallboard')).answer;
    expect(today).toMatchObject({ siloMs: 11 * SECOND });
  });
  const today = (await key('GET', '/api/v1/wallboard')).answer['today'] as {
    readonly beganAt: number;
    readonly siloMs: number;
  };
  await vi.waitFor(() => {
    expect(again.between(today.beganAt, clock.now())).toBe(today.siloMs);
  });
  expect(again.between(today.beganAt - 1, clock.now())).toBeUndefined();
});

test('the same-chance report tells sites and languages apart, once skills stand for these', async () => {
  const from = clock.now() + SECOND;
  await give(SECOND, { type: 'set-agent-state', agentId, state: 'not-ready' });
  const kinds = [
    { skill: 'berlin', kind: 'site' },
    { skill: 'french', kind: 'language' },
    { skill: 'german', kind: 'language' },
  ] as const;
  const chancesSince = async () => {
    const answer = await measured(`from=${from}&to=${clock.now()}&by=site`);
    return answer as { chances: { dimension: string }[]; groups: object[] };
  };
  clock.set(clock.now() + SECOND);
  const before = await chancesSince();
  expect(before.chances.map(({ dimension }) => dimension)).not.toContain('site');
  await give(SECOND, { type: 'set-skill-kinds', kinds });
  const asked = [['berlin', 'french', 'german'], ['french'], []];
  for (const [index, skills] of asked.entries()) {
    const workId = asId<'work'>(`asks-${index}`);
    const requirements = skills.map((skill) => ({ skill, minLevel: 1 }));
    const topic = index === 0 ? { topic: 'heat' } : {};
    await give(0, {
      type: 'receive-work',
      workId,
      channel: 'phone',
      requirements,
      promiseId,
      ...topic,
    });
    await give(25 * SECOND, { type: 'abandon-work', workId });
  }
  clock.set(clock.now() + SECOND);
  const { chances, groups } = await chancesSince();
  const late = { dueCount: 1, inTimeCount: 0 };
  expect(chances).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        dimension: 'language',
        groups: [
          expect.objectContaining({ group: '(none)', ...late }),
          expect.objectContaining({ group: 'french', ...late }),
          expect.objectContaining({ group: 'french + german', ...late }),
        ],
      }),
      expect.objectContaining({
        dimension: 'site',
        groups: [
          expect.objectContaining({ group: '(none)', dueCount: 2 }),
          expect.objectContaining({ group: 'berlin', ...late }),
        ],
      }),
    ]),
  );
  expect(chances.map(({ dimension }) => dimension)).toContain('topic');
  expect(groups).toMatchObject([
    { group: '(none)', offeredCount: 2 },
    { group: 'berlin', offeredCount: 1 },
  ]);
  await give(SECOND, { type: 'set-skill-kinds', kinds: [] });
});

test('the same-chance report tells divisions and tiers apart, and names what came in for none', async () => {
  const from = clock.now() + SECOND;
  await give(SECOND, { type: 'set-agent-state', agentId, state: 'not-ready' });
  const need = { channel: 'phone' as const, requirements: [], promiseId };
  const gold = { divisionId: asId<'division'>('care'), tier: 'gold' };
  for (const [id, service] of [
    ['for-care', gold],
    ['for-nobody', undefined],
  ] as const) {
    const workId = asId<'work'>(id);
    const served = service === undefined ? {} : { service };
    await give(SECOND, { type: 'receive-work', workId, ...need, ...served });
  }
  // The first is too late by the promise of 20 s; the second is given up in time, and so not due.
  await give(18 * SECOND, { type: 'abandon-work', workId: asId<'work'>('for-nobody') });
  await give(10 * SECOND, { type: 'abandon-work', workId: asId<'work'>('for-care') });
  clock.set(clock.now() + SECOND);
  const answer = await measured(`from=${from}&to=${clock.now()}&by=division`);
  const chances = answer['chances'] as { dimension: string; groups: object[] }[];
  const groupsOf = (name: string) => chances.find(({ dimension }) => dimension === name)?.groups;
  const none = { group: '(none)', dueCount: 0, inTimeCount: 0 };
  expect(groupsOf('division')).toMatchObject([
    none,
    { group: 'care', dueCount: 1, inTimeCount: 0, serviceLevelRatio: 0 },
  ]);
  expect(groupsOf('tier')).toMatchObject([none, { group: 'gold', dueCount: 1, inTimeCount: 0 }]);
  expect(answer['groups']).toMatchObject([
    { group: '(none)', offeredCount: 1 },
    { group: 'care', offeredCount: 1 },
  ]);
  expect(await measured(`from=${from}&to=${clock.now()}&by=tier`)).toMatchObject({
    groups: [{ group: '(none)' }, { group: 'gold' }],
  });
});

test('what cannot be measured is refused by its field', async () => {
  const refused = async (query: string) => await key('GET', `/api/v1/measures?${query}`);
  for (const query of [`from=5&to=5`, `from=0&to=${40 * 24 * HOUR}`]) {
    expect(await refused(query)).toMatchObject({ status: 400, answer: { field: 'to' } });
  }
  expect((await refused('from=0&to=5&by=moon')).status).toBe(400);
  const agent = await served.signedInAs(['agent']);
  expect((await agent.caller('GET', '/api/v1/measures?from=0&to=5')).status).toBe(403);
  const planner = await served.signedInAs(['planner']);
  expect((await planner.caller('GET', '/api/v1/measures?from=0&to=5')).status).toBe(200);
});
