import type { RouteAnswer } from '@rapport/protocol';

export type SkillNames = RouteAnswer<'listSkillNames'>;

let names: ReadonlyMap<string, string> = new Map();
const listeners = new Set<() => void>();

/** The name that a skill was given; undefined while it has none. */
export function givenName(skill: string): string | undefined {
  return names.get(skill);
}

/** The skill of this id, or of this name; undefined where there is none so called. */
export function skillCalled(text: string): string | undefined {
  const asked = text.trim().toLocaleLowerCase();
  const [skill] =
    [...names].find(([id, name]) => id === text.trim() || name.toLocaleLowerCase() === asked) ?? [];
  return skill;
}

/** Skills are called so from now on. */
export function learnSkillNames({ skillNames: named }: Pick<SkillNames, 'skillNames'>): void {
  names = new Map(named.map(({ skill, name }) => [skill, name]));
  for (const listener of listeners) listener();
}

/** All names, as they are now. */
export function skillNames(): ReadonlyMap<string, string> {
  return names;
}

/** Calls `listener` whenever skills are called otherwise; returns how to stop that. */
export function onSkillNamesChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
