import type { FieldInvalid } from '../messages.ts';
import { isPlainText } from '../text.ts';
import { isCalendarDay } from '../time.ts';
import { type Capacity, capacityFault } from './capacity.ts';
import { isLevel, type SkillLevel } from './skill.ts';

/** Why an agent cannot have these skills and this capacity; undefined when he can. */
export function profileRefusal(
  skills: readonly SkillLevel[],
  capacity: Capacity,
): FieldInvalid | undefined {
  const seen = new Set<string>();
  for (const [index, { skill, level, assessedOn }] of skills.entries()) {
    const field = `skills[${index}]`;
    if (!isPlainText(skill) || seen.has(skill)) {
      return { code: 'field-invalid', field: `${field}.skill`, expected: 'a skill, each once' };
    }
    if (!isLevel(level)) {
      return { code: 'field-invalid', field: `${field}.level`, expected: 'a whole number 1 to 5' };
    }
    if (assessedOn !== undefined && !isCalendarDay(assessedOn)) {
      const expected = 'a day, as 2026-05-01';
      return { code: 'field-invalid', field: `${field}.assessedOn`, expected };
    }
    seen.add(skill);
  }
  const fault = capacityFault(capacity);
  return fault && { code: 'field-invalid', ...fault };
}
