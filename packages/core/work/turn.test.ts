import { describe, expect, test } from 'vitest';
import { restoreDesk } from '../evolution/restore-desk.ts';
import { snapshotDesk } from '../evolution/snapshot.ts';
import { asId } from '../id.ts';
import { POLICY } from '../routing/policy.ts';
import { nextDueAt } from '../routing/timers.ts';
import { given } from '../testing/given.ts';
import {
  accept,
  awaits,
  bond,
  complete,
  defer,
  hears,
  hold,
  moreTime,
  onDuty,
  promise,
  recall,
  unhold,
  until,
  work,
  wrapUp,
} from '../testing/messages.ts';

const workId = asId<'work'>('first');
const agentId = asId<'agent'>('ann');
const { silenceMs } = POLICY;
/** A chat takes all the room that she has. */
const oneChat = { capacity: { units: 4, weights: { chat: 4, email: 2 } } };
const chat = (name: string) => work(name, { channel: 'chat', customer: 'acme' });
const talking = [promise(), onDuty('ann', oneChat), chat('first'), accept('first', 'ann')].flat();
const silent = [...talking, awaits('first', 'ann'), until(silenceMs)];
/** She has taken another chat up meanwhile. */
const full = [...silent, chat('second'), accept('second', 'ann')];

describe('await-customer', () => {
  test('says from when on the customer counts as silent', () => {
    given(...talking)
      .when(awaits('first', 'ann'))
      .then([{ type: 'customer-awaited', v: 1, workId, agentId, silentAt: silenceMs }]);
  });

  test('is refused while it is the customer’s turn already, and of anything but a chat', () => {
    given(...talking, awaits('first', 'ann'))
      .when(awaits('first', 'ann'))
      .then({ code: 'turn-unchanged', workId });
    given(promise(), ...onDuty('ann'), work('first'), accept('first', 'ann'))
      .when(awaits('first', 'ann'))
      .then({ code: 'turn-unchanged', workId });
  });
});

describe('a silent customer', () => {
  test('leaves his agent room for the next, who was full until then', () => {
    given(...talking, awaits('first', 'ann'), chat('second'))
      .when(until(silenceMs))
      .thenOffers('second to ann: urgency 3');
    const before = given(...talking, awaits('first', 'ann'), chat('second'));
    before.when(until(silenceMs - 1)).thenOffers();
  });

  test('is none who has written in time', () => {
    given(...talking, awaits('first', 'ann'), hears('first'), chat('second'))
      .when(until(silenceMs))
      .thenOffers();
  });

  test('weighs again when he writes, so that the next waits', () => {
    given(...silent, hears('first'))
      .when(chat('second'))
      .thenOffers();
  });

  test('comes back to an agent who is full, beyond his room by one', () => {
    const { desk, events } = given(...full).when(hears('first'));
    expect(events).toEqual([{ type: 'customer-heard', v: 1, workId }]);
    expect(desk.agents.get(agentId)?.loadUnits).toBe(8);
  });

  test('goes to whoever else knows him where his agent is beyond his room already', () => {
    const third = [chat('third'), accept('third', 'ann')];
    const twoSilent = [...full, awaits('second', 'ann'), until(2 * silenceMs), ...third];
    const others = [...onDuty('ben', oneChat), ...onDuty('cleo', oneChat)];
    const story = [...twoSilent, hears('second'), ...others, bond('acme', { deputies: ['cleo'] })];
    const { events } = given(...story).when(hears('first'));
    expect(events).toMatchObject([
      { type: 'customer-heard' },
      { type: 'work-released', agentId: 'ann', reason: 'agent-full' },
      { type: 'work-offered', agentId: 'cleo', reason: { code: 'known-agent' } },
    ]);
  });

  test('takes back an offer that his agent has no room for beside him', () => {
    const { events } = given(...silent, chat('second')).when(hears('first'));
    expect(events.map(({ type }) => type)).toEqual([
      'customer-heard',
      'offer-withdrawn',
      'work-queued',
    ]);
    expect(events[1]).toMatchObject({ workId: 'second', reason: 'agent-full' });
  });

  test('is heard once', () => {
    given(...full, hears('first'))
      .when(hears('first'))
      .then({ code: 'turn-unchanged', workId });
  });

  test('weighs nothing on hold either, nor while his chat is wrapped up', () => {
    for (const steps of [
      [hold('first', 'ann'), unhold('first', 'ann')],
      [wrapUp('first', 'ann'), moreTime('first', 'ann')],
    ]) {
      const { desk } = given(...silent, ...steps).when(chat('second'));
      expect(desk.agents.get(agentId)?.loadUnits).toBe(0);
    }
  });

  test('leaves nothing behind when his chat ends or is put off', () => {
    const done = given(...silent).when(complete('first', 'ann'));
    expect(done.desk.agents.get(agentId)?.loadUnits).toBe(0);
    const steps = [defer('first', 'ann', 900_000), recall('first')];
    const { desk } = given(...silent, ...steps).when(accept('first', 'ann'));
    expect(desk.agents.get(agentId)?.loadUnits).toBe(4);
  });

  test('stays silent in a desk that starts again', () => {
    for (const story of [silent, [...talking, awaits('first', 'ann')]]) {
      const { desk } = given(...story).when(chat('second'));
      const restored = restoreDesk([...snapshotDesk(desk)]);
      expect([...snapshotDesk(restored)]).toEqual([...snapshotDesk(desk)]);
      expect(nextDueAt(restored)).toBe(nextDueAt(desk));
      expect(restored.agents.get(agentId)?.loadUnits).toBe(desk.agents.get(agentId)?.loadUnits);
    }
  });
});
