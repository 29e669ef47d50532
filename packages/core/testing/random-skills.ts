import type { Command } from '../messages.ts';
import type { KindOfSkill } from '../routing/relaxation-messages.ts';
import { ASSESSED_CHANNELS, SKILLS } from './random-set-up.ts';
import { drawOne, drawSome, type Random } from './seeded-random.ts';

/** What some skills stand for; mostly something that work asks for less of as it waits. */
export function drawSkillKinds(random: Random): Command {
  const kinds = drawSome(random, SKILLS, 0.8).map((skill): KindOfSkill => ({
    skill,
    kind: drawOne(random, ['ability', 'ability', 'ability', 'site', 'language'] as const),
  }));
  const assessed = drawSome(random, ASSESSED_CHANNELS, 0.3);
  return {
    type: 'set-skill-kinds',
    kinds: [...kinds, ...assessed.map((skill): KindOfSkill => ({ skill, kind: 'channel' }))],
  };
}
