/** How skills are told, in English. */
export const EN = {
  'skill.level':
    '{level, select, 1 {learns it} 2 {with help} 3 {alone} 4 {well} other {teaches it}}',
  'skill.has': '{skill}, {level}',
  'skill.at-least':
    '{skill}, {level, select, 1 {learning it or better} 2 {with help or better} 3 {alone or better} 4 {well or better} other {well enough to teach it}}',
} as const;

export type SkillWordsId = keyof typeof EN;
