import { describe, expect, test } from 'vitest';
import { commandOf } from '../evolution/command-of.ts';
import { given } from '../testing/given.ts';
import { accept, onDuty, promise, transfer, until, work } from '../testing/messages.ts';
import type { SetSkillKinds, SkillKind } from './relaxation-messages.ts';

const kinds = (kindOf: Readonly<Record<string, SkillKind>>): SetSkillKinds => ({
  type: 'set-skill-kinds',
  kinds: Object.entries(kindOf).map(([skill, kind]) => ({ skill, kind })),
});

const VIDEO = kinds({ video: 'channel', repair: 'ability' });
const capacity = { units: 4, weights: { video: 1, phone: 1 } };
const ann = onDuty('ann', { skills: { video: 2, repair: 1 }, capacity });
const ben = onDuty('ben', { skills: { repair: 5 }, capacity });
const overVideo = { channel: 'video' } as const;

describe('a channel that a skill stands for', () => {
  test('is asked for by whatever comes over it, and by nothing else', () => {
    const centre = [promise(), VIDEO, ben, ann].flat();
    given(...centre)
      .when(work('call', overVideo))
      .thenOffers('call to ann: best-suited');
    given(...centre)
      .when(work('call'))
      .thenOffers('call to ben: best-suited');
  });

  test('is asked for to the end: nobody is asked who is not assessed for it', () => {
    const alone = [promise(), VIDEO, ben, work('call', { ...overVideo, skills: { repair: 1 } })];
    given(...alone.flat())
      .when(until(86_400_000))
      .thenOffers();
  });

  test('is asked for after a transfer that asks for something else, too', () => {
    const talking = [promise(), VIDEO, ann, work('call', overVideo), accept('call', 'ann'), ben];
    given(...talking.flat())
      .when(transfer('call', 'ann', { skills: { repair: 1 } }))
      .thenOffers();
  });

  test('is not part of what was said: the command behind it is as it was given', () => {
    const said = work('call', { ...overVideo, skills: { repair: 2 } });
    const { events } = given(...[promise(), VIDEO, ann].flat()).when(said);
    expect(events[0]).toMatchObject({ requirements: [{ skill: 'repair' }, { skill: 'video' }] });
    expect(commandOf(events)).toEqual(said);
    const talking = [promise(), VIDEO, ann, work('call', overVideo), accept('call', 'ann')].flat();
    const handedOn = transfer('call', 'ann', { skills: { repair: 1 } });
    expect(commandOf(given(...talking).when(handedOn).events)).toEqual(handedOn);
  });

  test('is asked for at the level that was said, where one was', () => {
    given(...[promise(), VIDEO, ann].flat())
      .when(work('call', { ...overVideo, skills: { video: 3 } }))
      .thenOffers();
  });

  test('is not asked for by what waited before', () => {
    given(...[promise(), work('call', overVideo), VIDEO].flat())
      .when(ben[0])
      .thenOffers();
    given(...[promise(), work('call', overVideo), VIDEO, ben[0]].flat())
      .when(ben[1])
      .thenOffers('call to ben: urgency 0');
  });

  test('is called as that channel', () => {
    given()
      .when(kinds({ telex: 'channel' }))
      .then({
        code: 'field-invalid',
        field: 'kinds[0].skill',
        expected:
          'of what stands for a channel, one of phone, video, chat, walk-up, email, sms, web, messaging, fax, mobile, autolog, deskside',
      });
  });
});
