import { CHANNELS } from '../channel.ts';
import { type Decision, emit } from '../decision.ts';
import type { WorkRecord } from '../desk-records.ts';
import type { FieldInvalid, Refusal } from '../messages.ts';
import { isPlainText } from '../text.ts';
import { nextRelaxation, relaxesAt } from './relaxation.ts';
import type { KindOfSkill, SetSkillKinds, SkillKind } from './relaxation-messages.ts';

/** Lets a waiting item ask for less, as often as that is due. Returns whether it was. */
export function relaxWork(decision: Decision, work: WorkRecord): boolean {
  const { desk, at } = decision;
  let isRelaxed = false;
  while (relaxesAt(desk, work) <= at) {
    const next = nextRelaxation(desk, work);
    if (next === undefined) break;
    const { step, requirements } = next;
    emit(decision, { type: 'work-relaxed', v: 1, workId: work.id, step, requirements });
    isRelaxed = true;
  }
  return isRelaxed;
}

const KINDS: readonly SkillKind[] = ['site', 'ability', 'language', 'licence', 'channel'];

const isChannel = (skill: string): boolean => (CHANNELS as readonly string[]).includes(skill);

/** Why skills cannot stand for this; undefined where they can. */
export function skillKindsRefusal(kinds: readonly KindOfSkill[]): FieldInvalid | undefined {
  const seen = new Set<string>();
  for (const [index, { skill, kind }] of kinds.entries()) {
    const field = `kinds[${index}]`;
    if (!isPlainText(skill) || seen.has(skill)) {
      return { code: 'field-invalid', field: `${field}.skill`, expected: 'a skill, each once' };
    }
    if (!KINDS.includes(kind)) {
      const expected = `one of ${KINDS.join(', ')}`;
      return { code: 'field-invalid', field: `${field}.kind`, expected };
    }
    if (kind === 'channel' && !isChannel(skill)) {
      const expected = `of what stands for a channel, one of ${CHANNELS.join(', ')}`;
      return { code: 'field-invalid', field: `${field}.skill`, expected };
    }
    seen.add(skill);
  }
  return undefined;
}

/** Says what skills stand for. Returns why that is refused, or undefined. */
export function setSkillKinds({ kinds }: SetSkillKinds, decision: Decision): Refusal | undefined {
  const refusal = skillKindsRefusal(kinds);
  if (refusal === undefined) emit(decision, { type: 'skill-kinds-set', v: 1, kinds });
  return refusal;
}
