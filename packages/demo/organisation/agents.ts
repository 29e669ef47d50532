import { type AgentId, asId, type SkillLevel } from '@rapport/core';
import { createdId } from '@rapport/server';
import type { TeamId } from './company.ts';

/** Somebody at the desk of the demo. */
export interface DemoAgent {
  readonly agentId: AgentId;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly teamId: TeamId;
  readonly skills: readonly SkillLevel[];
}

/** By skill, in the order of `skillsOf`: contracts, billing, heat pumps, solar, storage, repairs, projects. */
type Levels = readonly [number, number, number, number, number, number, number];

const SKILLS = [
  'contracts',
  'billing',
  'heat-pumps',
  'solar',
  'storage',
  'repairs',
  'projects',
] as const;

type Row = readonly [name: string, teamId: TeamId, levels: Levels, languages?: string];

/** Levels of 0 are skills that somebody lacks; languages beside English, with their levels. */
const ROWS: readonly Row[] = [
  ['Ted Marsh', 'homes-care', [4, 4, 4, 3, 3, 4, 3], 'german:3'],
  ['Ann Okafor', 'homes-care', [4, 3, 4, 4, 3, 3, 0], 'french:4'],
  ['Noémie Lacroix', 'homes-care', [3, 3, 3, 4, 4, 3, 0], 'french:5 german:2'],
  ['Jonas Weidner', 'homes-care', [3, 4, 3, 2, 3, 3, 0], 'german:5'],
  ['Aoife Brennan', 'homes-contracts', [5, 4, 2, 0, 2, 3, 2]],
  ['Piotr Zielak', 'homes-contracts', [4, 5, 2, 2, 0, 2, 0], 'german:4'],
  ['Grace Adeyemi', 'homes-contracts', [4, 4, 2, 3, 3, 2, 0]],
  ['Luca Bernardi', 'homes-contracts', [3, 3, 3, 3, 3, 2, 2], 'french:3'],
  ['Miriam Roth', 'business-care', [4, 4, 3, 3, 3, 2, 4], 'german:5 french:3'],
  ['Daniel Osei', 'business-care', [4, 4, 2, 3, 2, 2, 5]],
  ['Chiara Moretti', 'business-care', [3, 5, 2, 2, 2, 2, 4], 'german:3'],
  ['Henrik Solberg', 'business-care', [3, 3, 4, 4, 4, 3, 4]],
  ['Farah Nasser', 'business-projects', [3, 2, 4, 4, 3, 3, 5], 'french:5'],
  ['Tobias Kern', 'business-projects', [2, 2, 5, 3, 3, 4, 5], 'german:5'],
  ['Maeve Quinlan', 'business-projects', [3, 3, 3, 4, 4, 3, 4]],
  ['Stellan Ek', 'business-projects', [2, 3, 4, 5, 5, 3, 4]],
  ['Yusuf Demirel', 'repairs-hotline', [2, 2, 5, 4, 4, 5, 2], 'german:5'],
  ['Hanna Vogt', 'repairs-hotline', [2, 3, 5, 3, 4, 5, 0], 'german:5'],
  ['Owen Reilly', 'repairs-hotline', [2, 2, 4, 5, 4, 4, 2]],
  ['Camille Perrin', 'repairs-hotline', [2, 2, 5, 3, 3, 5, 0], 'french:5'],
  ['Ruth Abebe', 'repairs-visits', [3, 3, 3, 3, 3, 5, 3]],
  ['Kieran Walsh', 'repairs-visits', [3, 2, 3, 3, 3, 5, 2]],
  ['Svenja Albers', 'repairs-visits', [3, 3, 4, 3, 3, 4, 2], 'german:5'],
  ['Mateo Ibarra', 'repairs-visits', [2, 3, 4, 4, 4, 4, 2], 'french:2'],
];

export const DOMAIN = 'halden-birk.example';

/** The agents, always the same; the first is Ted. */
export const AGENTS: readonly DemoAgent[] = ROWS.map(([name, teamId, levels, languages]) => {
  const email = `${folded(name).split(' ')[0] ?? ''}@${DOMAIN}`;
  return {
    agentId: asId<'agent'>(createdId('agent', email)),
    personId: createdId('person', email),
    name,
    email,
    teamId,
    skills: [...skillsOf(levels), ...languagesOf(languages)],
  };
});

function skillsOf(levels: Levels): readonly SkillLevel[] {
  return SKILLS.map((skill, index) => ({ skill, level: levels[index] ?? 0 })).filter(
    ({ level }) => level > 0,
  );
}

function languagesOf(text = ''): readonly SkillLevel[] {
  return Array.from(text.matchAll(/(\w+):(\d)/gu), ([, skill = '', level]) => ({
    skill,
    level: Number(level),
  }));
}

/** A name as addresses write it: lower case, without accents. */
export function folded(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll(/[’']/gu, '')
    .toLowerCase();
}
