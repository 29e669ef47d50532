import type { Requirement } from '../agents/skill.ts';
import type { WorkId } from '../id.ts';

/**
 * What a skill stands for. A site is where somebody is, an ability what he can do: work asks for less of these
 * as it waits. A language is asked for to the end, and so is a licence, without which somebody must not do it.
 * A channel is called as that channel: whatever comes over it asks, to the end, for somebody assessed for it.
 */
export type SkillKind = 'site' | 'ability' | 'language' | 'licence' | 'channel';

export interface KindOfSkill {
  readonly skill: string;
  readonly kind: SkillKind;
}

/** Says what skills stand for, in place of all that was said before; a skill that is not named is asked for to the end. */
export interface SetSkillKinds {
  readonly type: 'set-skill-kinds';
  /** Each skill once. */
  readonly kinds: readonly KindOfSkill[];
}

/** It was said what skills stand for; what waits follows from now on. */
export interface SkillKindsSet {
  readonly type: 'skill-kinds-set';
  readonly v: 1;
  readonly kinds: readonly KindOfSkill[];
}

/** Which part of what an item asks for it has let go of. */
export type Relaxation = 'site' | 'level' | 'skill';

/** An item has waited for long, and asks for less from now on: for no site, for a level less, or for no ability. */
export interface WorkRelaxed {
  readonly type: 'work-relaxed';
  readonly v: 1;
  readonly workId: WorkId;
  readonly step: Relaxation;
  /** What it asks for from now on. */
  readonly requirements: readonly Requirement[];
}
