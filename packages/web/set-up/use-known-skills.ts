import { skillName } from '../skills/skill-name.ts';
import { useSettings } from './settings.ts';

/** A skill that somebody has, that a channel asks for, or that was named. */
export interface KnownSkill {
  readonly skill: string;
  readonly agentCount: number;
}

/** Every skill that is known here, by name. */
export function useKnownSkills(): readonly KnownSkill[] {
  const agents = useSettings('agents').items;
  const entries = useSettings('entryPoints').items;
  const [named] = useSettings('skillNames').items;
  const counts = new Map<string, number>();
  const count = (skill: string, more: number): void => {
    counts.set(skill, (counts.get(skill) ?? 0) + more);
  };
  for (const { skills } of agents) for (const { skill } of skills) count(skill, 1);
  for (const { requirements } of entries) for (const { skill } of requirements) count(skill, 0);
  for (const { skill } of named?.skillNames ?? []) count(skill, 0);
  return [...counts]
    .map(([skill, agentCount]) => ({ skill, agentCount }))
    .toSorted((a, b) => skillName(a.skill).localeCompare(skillName(b.skill)));
}
