import { isLevel, type Requirement } from '../agents/skill.ts';
import type { Refusal } from '../messages.ts';
import { isPlainText } from '../text.ts';

/** Why an item cannot ask for this, or undefined where it can. */
export function requirementsRefusal(requirements: readonly Requirement[]): Refusal | undefined {
  if (areSound(requirements)) return undefined;
  const expected = 'skills, each once, with a minLevel of 1 to 5';
  return { code: 'field-invalid', field: 'requirements', expected };
}

function areSound(requirements: readonly Requirement[]): boolean {
  for (const { skill, minLevel } of requirements) {
    if (!isPlainText(skill) || !isLevel(minLevel)) return false;
  }
  if (requirements.length < 2) return true;
  return new Set(requirements.map(({ skill }) => skill)).size === requirements.length;
}
