import type { FirstWait, SkillKind } from '@rapport/core';

type Received = FirstWait['received'];

/** Where the item says nothing. In brackets, because a division or a tier may itself be called `none`. */
const NO_GROUP = '(none)';

/** What the skills of a centre stand for. */
export type KindOfSkills = ReadonlyMap<string, SkillKind>;

/**
 * For which division and which tier an item came in, about what, and which site and which language it asked
 * for, as its event says; each item is in one group of each, so that the groups of a dimension add up to all.
 * Several sites or languages of one item are a group of their own. A centre without a skill of such a kind
 * has no such dimension.
 */
export function servedGroups(
  { service, topic, requirements }: Received,
  kindOf: KindOfSkills,
): Readonly<Record<string, string>> {
  const kinds = new Set(kindOf.values());
  const asked = (kind: 'site' | 'language'): Readonly<Record<string, string>> => {
    if (!kinds.has(kind)) return {};
    const skills = requirements.filter(({ skill }) => kindOf.get(skill) === kind);
    return { [kind]: skills.map(({ skill }) => skill).join(' + ') || NO_GROUP };
  };
  return {
    division: service?.divisionId ?? NO_GROUP,
    tier: service?.tier ?? NO_GROUP,
    topic: topic ?? NO_GROUP,
    ...asked('site'),
    ...asked('language'),
  };
}

/** In which of these groups an item is; `(none)` of a dimension that the centre does not have. */
export function servedGroup(
  received: Received,
  kindOf: KindOfSkills,
  dimension: 'division' | 'tier' | 'topic' | 'site' | 'language',
): string {
  return servedGroups(received, kindOf)[dimension] ?? NO_GROUP;
}
