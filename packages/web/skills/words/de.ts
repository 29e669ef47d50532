import type { Messages } from '../../words/words.ts';
import type { SkillWordsId } from './en.ts';

/** How skills are told, in German. */
export const DE: Messages<SkillWordsId> = {
  'skill.level': '{level, select, 1 {lernt es} 2 {mit Hilfe} 3 {allein} 4 {gut} other {lehrt es}}',
  'skill.has': '{skill}, {level}',
  'skill.at-least':
    '{skill}, {level, select, 1 {auch lernend} 2 {mit Hilfe oder besser} 3 {allein oder besser} 4 {gut oder besser} other {so gut, dass man es lehrt}}',
};
