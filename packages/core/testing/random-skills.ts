import type { Command } from '../messages.ts';
import { SKILLS } from './random-set-up.ts';
import { drawOne, drawSome, type Random } from './seeded-random.ts';

/** What some skills stand for; mostly something that work asks for less of as it waits. */
export function drawSkillKinds(random: Random): Command {
  return {
    type: 'set-skill-kinds',
    kinds: drawSome(random, SKILLS, 0.8).map((skill) => ({
      skill,
      kind: drawOne(random, ['ability', 'ability', 'ability', 'site', 'language'] as const),
    })),
  };
}
