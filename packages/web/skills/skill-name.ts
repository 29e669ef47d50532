import { wordsOf } from '../words/words.ts';
import { givenName } from './skill-names.ts';
import { EN, type SkillWordsId } from './words/en.ts';

const { say } = await wordsOf<SkillWordsId>({
  en: EN,
  load: { de: async () => (await import('./words/de.ts')).DE },
});

/**
 * What a skill is called: by the name that it was given, else by its id, read as words where that is a
 * code, such as `Heat pumps` of `heat-pumps`.
 */
export function skillName(skill: string): string {
  const given = givenName(skill);
  if (given !== undefined) return given;
  const words = /\s/u.test(skill) ? skill : skill.replaceAll(/[-_]+/gu, ' ').trim();
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

/** A skill that somebody has, and how well. */
export function skillText({ skill, level }: { readonly skill: string; readonly level: number }) {
  return say('skill.has', { skill: skillName(skill), level: levelText(level) });
}

export function levelText(level: number): string {
  return say('skill.level', { level });
}

/** A skill that is asked for, and how well it is to be had. */
export function requirementText({
  skill,
  minLevel,
}: {
  readonly skill: string;
  readonly minLevel: number;
}): string {
  return say('skill.at-least', { skill: skillName(skill), level: minLevel });
}
