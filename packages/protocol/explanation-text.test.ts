import { asId, type Explanation } from '@rapport/core';
import { describe, expect, test } from 'vitest';
import { type ExplanationAudience, explanationText } from './explanation-text.ts';
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
    { workId: asId('call'), at: minutes(600), ...explanation },
    {
      audience,
      language: 'en',
      nameOf: (agentId) => NAMES.get(agentId) ?? agentId,
      timeOf: (at) => new Date(at).toISOString().slice(11, 16),
      ...(dueAt !== undefined && { dueAt }),
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
      'Ann Okafor is being asked since 14:00. ' +
        'Ann Okafor is a deputy of whoever owns the bond with this customer. ' +
        'Ted Brandt, who owns the bond, was busy until 14:30. ' +
        'Next: Ann Okafor answers by 14:01, or somebody else is asked. It is promised by 14:20.',
    );
    expect(tell(asked, 'customer')).toBe(
      'We are just asking Ann Okafor to help you. Ted Brandt is back about 14:30.',
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
        'Ted Brandt was asked before and declined: “Somebody else should”. ' +
        'Ted Brandt is not asked again before 14:05. Ann Okafor, a deputy, had paused. ' +
        'Next: whoever can take it and is free first is asked.',
    );
    expect(tell(waiting, 'customer')).toBe(
      'You are waiting for somebody who can help you. Ted Brandt is not free at the moment.',
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
        'who knows this customer and was 83 % likely to be free in time. ' +
        'Ted Brandt, who owns the bond, was busy until 14:30. ' +
        'Next: Ted Brandt gets it when free; from 14:31 on, whoever can take it. ' +
        'It is promised by 14:40.',
    );
    expect(tell({ ...kept, next: { ...kept.next, agentIds: [ted, ann] } }, 'customer')).toBe(
      'You are waiting for Ted Brandt or Ann Okafor, who knows you; ' +
        'if that takes too long, somebody else helps you from 14:31 on.',
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
      'Ted Brandt put it off at 14:10. When Ted Brandt became free, who knows this customer, ' +
        'it was the most urgent: it had waited 125 % of its promised time. ' +
        'Next: it comes back to Ted Brandt at 15:00.',
    );
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
