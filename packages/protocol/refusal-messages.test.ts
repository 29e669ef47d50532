import { asId, type Refusal } from '@rapport/core';
import { describe, expect, test } from 'vitest';
import { refusalMessage } from './refusal-messages.ts';

const workId = asId<'work'>('work_1');
const agentId = asId<'agent'>('agent_1');

/** One refusal of every code; a new code does not compile until it is here. */
const SAMPLES: { readonly [Code in Refusal['code']]: Extract<Refusal, { readonly code: Code }> } = {
  'field-invalid': { code: 'field-invalid', field: 'level', expected: 'a number from 1 to 5' },
  'agent-unknown': { code: 'agent-unknown', agentId },
  'agent-already-registered': { code: 'agent-already-registered', agentId },
  'agent-carries-work': { code: 'agent-carries-work', agentId, carriedCount: 2 },
  'agent-on-duty': { code: 'agent-on-duty', agentId },
  'agent-not-absent': { code: 'agent-not-absent', agentId },
  'deputy-unfit': { code: 'deputy-unfit', deputyId: agentId },
  'promise-unknown': { code: 'promise-unknown', promiseId: asId('promise_1') },
  'calendar-unknown': { code: 'calendar-unknown', calendarId: asId('calendar_1') },
  'agreement-overlaps': { code: 'agreement-overlaps', agreementId: asId('gold') },
  'promise-agreed': {
    code: 'promise-agreed',
    promiseId: asId('gold@1/1'),
    agreementId: asId('gold'),
  },
  'promise-missing': { code: 'promise-missing' },
  'merge-not-possible': {
    code: 'merge-not-possible',
    customerId: asId('customer_1'),
    mergedId: asId('customer_2'),
  },
  'merge-unknown': {
    code: 'merge-unknown',
    customerId: asId('customer_1'),
    mergedId: asId('customer_2'),
  },
  'credits-exhausted': { code: 'credits-exhausted', creditsMax: 50 },
  'credit-unknown': { code: 'credit-unknown', customerId: asId('customer_1') },
  'emergency-unknown': { code: 'emergency-unknown', skill: 'billing' },
  'bonds-orphaned': { code: 'bonds-orphaned', agentId, orphanedCount: 3 },
  'nothing-rehomed': { code: 'nothing-rehomed', agentId },
  'work-unknown': { code: 'work-unknown', workId },
  'work-already-received': { code: 'work-already-received', workId },
  'offer-not-open': { code: 'offer-not-open', workId, agentId },
  'work-not-yours': { code: 'work-not-yours', workId, agentId },
  'agent-not-choosable': { code: 'agent-not-choosable', workId, agentId },
  'matter-of-another': { code: 'matter-of-another', matterId: asId<'matter'>('roof') },
  'work-linked-already': {
    code: 'work-linked-already',
    workId,
    matterId: asId<'matter'>('roof'),
  },
  'work-not-linked': { code: 'work-not-linked', workId },
  'work-paused': { code: 'work-paused', workId, agentId },
  'callback-not-promised': { code: 'callback-not-promised', workId },
  'moment-not-free': { code: 'moment-not-free', workId, agentId, dueAt: 0 },
  'agent-full': { code: 'agent-full', agentId },
  'agent-signed-out': { code: 'agent-signed-out', agentId },
  'alert-not-open': { code: 'alert-not-open', workId },
  'wrap-up-extended': { code: 'wrap-up-extended', workId, extensionCount: 2 },
  'turn-unchanged': { code: 'turn-unchanged', workId },
  'work-state-wrong': {
    code: 'work-state-wrong',
    workId,
    status: 'on-hold',
    expected: ['active', 'wrap-up'],
  },
};

describe('refusalMessage', () => {
  test.each(Object.values(SAMPLES))(
    'says $code in one sentence, with what it is about',
    (refusal) => {
      const message = refusalMessage(refusal);
      expect(message).toMatch(/^[A-Z][^\n]*[^.]\.$/);
      for (const [key, value] of Object.entries(refusal)) {
        if (key.endsWith('Id')) expect(message).toContain(value);
      }
    },
  );

  test('speaks of states as people do', () => {
    expect(refusalMessage(SAMPLES['work-state-wrong'])).toBe(
      'Item work_1 is on hold; this needs it to be active or in wrap-up.',
    );
  });

  test('counts what is one and what is many', () => {
    const carries = SAMPLES['agent-carries-work'];
    expect(refusalMessage(carries)).toContain('carries 2 items,');
    expect(refusalMessage({ ...carries, carriedCount: 1 })).toContain('carries 1 item,');
  });
});
