import { asId, type Explanation } from '@rapport/core';
import { describe, expect, test } from 'vitest';
import type { ExplanationAudience } from './explanation-terms.ts';
import { explanationText } from './explanation-text.ts';
import { EXPLANATION_LANGUAGES, EXPLANATION_WORDS } from './explanation-words.ts';

const ted = asId<'agent'>('ted');
const ann = asId<'agent'>('ann');
const NAMES = new Map([
  [ted, 'Ted Brandt'],
  [ann, 'Ann Okafor'],
]);
const minutes = (count: number) => count * 60_000;

const tell = (
  explanation: Omit<Explanation, 'workId' | 'at'>,
  audience: ExplanationAudience = 'agent',
  dueAt?: number,
): string =>
  explanationText(
    {
      workId: asId('call'),
      at: minutes(600),
      ...explanation,
      ...(dueAt !== undefined && { dueAt }),
    },
    {
      audience,
      language: 'en',
      nameOf: (agentId) => NAMES.get(agentId) ?? agentId,
      timeOf: (at) => new Date(at).toISOString().slice(11, 16),
      exactTimeOf: (at) => new Date(at).toISOString().slice(11, 19),
    },
  );

const tedIsBusy = {
  agentId: ted,
  standing: 'owner',
  obstacle: 'busy',
  untilAt: minutes(870),
} as const;

describe('an explanation in words', () => {
  test('says who is asked and why, why not Ted, until when, and by when it is promised', () => {
    const asked = {
      status: 'offered',
      since: minutes(840),
      agentId: ann,
      reason: { code: 'known-agent', standing: 'deputy' },
      passedOver: [tedIsBusy],
      next: { code: 'answer', agentId: ann, byAt: minutes(841) },
    } as const;
    expect(tell(asked, 'agent', minutes(860))).toBe(
      'Nobody has taken it yet. ' +
        'Ann Okafor, a deputy for this customer, has been asked since 14:00:00. ' +
        'Ted Brandt, who looks after this customer, was busy until 14:30. ' +
        'Next: Ann Okafor has until 14:01:00 to take it; otherwise the next who is free and can do it is asked. ' +
        'An answer is promised by 14:20.',
    );
    expect(tell(asked, 'customer')).toBe(
      'We have just asked Ann Okafor to help you. If that is not possible, we ask somebody else by 14:01:00 at the latest. ' +
        'Ted Brandt, who knows you, is back about 14:30.',
    );
  });

  test('tells in one sentence of all who are the same to the customer and were kept by the same', () => {
    const earned = (id: string, obstacle: 'signed-out' | 'full', untilAt?: number) =>
      ({
        agentId: asId<'agent'>(id),
        standing: 'earned',
        obstacle,
        ...(untilAt !== undefined && { untilAt }),
      }) as const;
    const waiting = {
      status: 'waiting',
      since: minutes(840),
      reason: { code: 'nobody-free' },
      passedOver: [
        { agentId: ted, standing: 'owner', obstacle: 'signed-out' },
        earned('ben', 'signed-out'),
        earned('cleo', 'full'),
        earned('dan', 'signed-out'),
        earned('eve', 'signed-out', minutes(900)),
        { agentId: ann, standing: 'earned', obstacle: 'signed-out' },
      ],
      next: { code: 'somebody-free' },
    } as const;
    expect(tell(waiting)).toContain(
      'Ted Brandt, who looks after this customer, was not at work. ' +
        'ben, dan and Ann Okafor, who have served this customer before, were not at work. ' +
        'cleo, who has served this customer before, was busy with other work. ' +
        'eve, who has served this customer before, was not at work, and is on duty again from 15:00.',
    );
  });

  test('says that it asks for less since it has waited for long', () => {
    const relaxed = {
      status: 'waiting',
      since: minutes(540),
      reason: { code: 'nobody-free' },
      passedOver: [],
      relaxed: { step: 'level', at: minutes(570) },
      next: { code: 'somebody-free' },
    } as const;
    expect(tell(relaxed)).toContain(
      'Because it had waited for long, it asks for a lower level of skill since 09:30.',
    );
    expect(tell(relaxed, 'customer')).not.toContain('skill');
  });

  test('says how it left the hands of who may not be asked again yet, whoever let go of it last first', () => {
    const excluded = { standing: 'earned', obstacle: 'excluded', untilAt: minutes(845) } as const;
    const waiting = {
      status: 'waiting',
      since: minutes(840),
      reason: { code: 'nobody-free' },
      declined: { agentId: ted, code: 'missed' },
      passedOver: [
        { agentId: ann, ...excluded, ended: 'handed-on' },
        { agentId: ted, ...excluded, ended: 'missed' },
      ],
      next: { code: 'somebody-free' },
    } as const;
    expect(tell(waiting)).toContain(
      'Ted Brandt, who has served this customer before, was asked before and did not answer. ' +
        'Ted Brandt can be asked again from 14:05. ' +
        'Ann Okafor, who has served this customer before, had it before and handed it on, ' +
        'and can be asked again from 14:05. Next: ',
    );
    const asked = { standing: 'earned', obstacle: 'asked-enough' } as const;
    const passedOver = [
      { agentId: ann, ...asked },
      { agentId: ted, ...asked },
    ];
    expect(tell({ ...waiting, passedOver })).toContain(
      ' Nobody who could take it was free. Ted Brandt and Ann Okafor, who have served this ' +
        'customer before, were asked twice and did not take it, so that others are asked now. Next: ',
    );
  });

  test('says what is foreseen only while nobody is asked', () => {
    const alert = { rung: 'predicted', since: minutes(590), isEscalated: true } as const;
    const asked = {
      status: 'offered',
      since: minutes(600),
      agentId: ann,
      passedOver: [],
      alert,
      next: { code: 'answer', agentId: ann, byAt: minutes(601) },
    } as const;
    expect(tell(asked)).not.toContain('later than promised');
    const waiting = { ...asked, status: 'waiting', next: { code: 'somebody-free' } } as const;
    expect(tell(waiting)).toContain(
      ' Since 09:50 it has been expected to be answered later than promised. The supervisors have ' +
        'been alerted, and can give it to somebody at any time.',
    );
  });

  test('says why nobody has it, and tells customers no reasons', () => {
    const waiting = {
      status: 'waiting',
      since: minutes(840),
      reason: { code: 'nobody-free' },
      declined: { agentId: ted, code: 'declined', reason: 'conflict' },
      passedOver: [
        { agentId: ted, standing: 'owner', obstacle: 'excluded', untilAt: minutes(845) },
        { agentId: ann, standing: 'deputy', obstacle: 'not-ready' },
      ],
      next: { code: 'somebody-free' },
    } as const;
    expect(tell(waiting)).toBe(
      'Nobody has it: it has waited since 14:00. Nobody who could take it was free. ' +
        'Ted Brandt, who looks after this customer, was asked before and declined: ' +
        '“Somebody else should take it”. Ted Brandt can be asked again from 14:05. ' +
        'Ann Okafor, a deputy for this customer, was at work, but not available. ' +
        'Next: the first who is free and can do it is asked; when that is, nobody can say yet.',
    );
    expect(tell(waiting, 'customer', minutes(860))).toBe(
      'You are waiting: whoever is free first and can help you does so; when that is, nobody can say yet. ' +
        'Ted Brandt, who knows you, is not free at the moment. We promise an answer by 14:20.',
    );
  });

  test('says for whom it is kept, how likely he is in time, and when anybody gets it', () => {
    const kept = {
      status: 'waiting',
      since: minutes(840),
      reason: { code: 'reserved', agentIds: [ted], chanceRatio: 0.834, insteadOfId: ann },
      passedOver: [tedIsBusy],
      next: { code: 'release', agentIds: [ted], byAt: minutes(871) },
    } as const;
    expect(tell(kept, 'agent', minutes(880))).toBe(
      'Nobody has it: it has waited since 14:00. Ann Okafor was free, but it is kept for Ted Brandt, ' +
        'who knows this customer and was expected to be free in time (likelihood 83 %). ' +
        'Ted Brandt, who looks after this customer, was busy until 14:30. ' +
        'Next: Ted Brandt is asked when free; from 14:31 on, anybody who can do it. ' +
        'An answer is promised by 14:40.',
    );
    expect(tell({ ...kept, next: { ...kept.next, agentIds: [ted, ann] } }, 'customer')).toBe(
      'You are waiting for Ted Brandt or Ann Okafor, who knows you and is not free yet. ' +
        'From 14:31 on, whoever is free first and can help you does so.',
    );
  });

  test('says how urgent it was, and when it comes back', () => {
    expect(
      tell({
        status: 'deferred',
        since: minutes(850),
        agentId: ted,
        reason: { code: 'most-urgent', urgencyRatio: 1.25, standing: 'owner' },
        passedOver: [],
        next: { code: 'return', agentId: ted, at: minutes(900) },
      }),
    ).toBe(
      'Ted Brandt, who looks after this customer, put it off at 14:10. ' +
        'Of all that Ted Brandt could take, this was the most urgent: 125 % of its promised time had gone by, ' +
        'and Ted Brandt knows the customer. ' +
        'Next: it comes back to Ted Brandt at 15:00.',
    );
  });

  test('says when nobody is asked first, until when notes are written, and who takes a caller back', () => {
    const served = {
      since: minutes(840),
      agentId: ann,
      reason: { code: 'best-suited' },
      passedOver: [],
    } as const;
    const complete = { code: 'complete', agentId: ann, byAt: minutes(843) } as const;
    expect(tell({ ...served, status: 'wrap-up', next: complete })).toBe(
      'Ann Okafor, the best suited of those who were free, has served the customer, and has been writing it up since 14:00. ' +
        'There is nobody who is asked first for this customer. ' +
        'Next: Ann Okafor finishes the notes and closes it; otherwise it closes by itself at 14:03.',
    );
    expect(tell({ ...served, status: 'on-hold', next: { code: 'serve', agentId: ann } })).toMatch(
      / Next: Ann Okafor takes the customer back; no time is set for that\.$/u,
    );
  });

  test('says by when it was promised, and that nothing follows what is closed', () => {
    const waiting = {
      status: 'waiting',
      since: minutes(540),
      reason: { code: 'nobody-free' },
      passedOver: [],
      next: { code: 'somebody-free' },
    } as const;
    expect(tell(waiting, 'agent', minutes(599))).toMatch(/ An answer was promised by 09:59:00\.$/u);
    expect(tell(waiting, 'customer', minutes(599))).toMatch(
      / Nobody here knows you yet\. We had promised an answer by 09:59:00\. We are late, and we are sorry\.$/u,
    );
    const done = { ...waiting, status: 'done', agentId: ann, next: { code: 'none' } } as const;
    expect(tell(done)).toMatch(/ Next: nothing, it is closed\.$/u);
  });

  test.each(EXPLANATION_LANGUAGES)('has the same places to fill in, in %s', (language) => {
    const placesOf = (text: string): readonly string[] =>
      [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    for (const [key, english] of Object.entries(EXPLANATION_WORDS.en)) {
      const words: Readonly<Record<string, string>> = EXPLANATION_WORDS[language];
      expect([key, placesOf(words[key] ?? '')]).toEqual([key, placesOf(english)]);
    }
  });
});
