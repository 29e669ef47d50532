import type { RouteAnswer } from '@rapport/protocol';
import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import type { Change } from './define.ts';
import { type Kept, readList, replaceList } from './versioned-list.ts';

type SkillNames = RouteAnswer<'listSkillNames'>;

const KEPT: Kept = {
  table: 'skill_list',
  column: 'skills',
  kind: 'skill-names',
  subject: 'skills',
};

/** What skills are called in a centre; nothing while nobody has named one. */
export async function readSkillNames(db: Kysely<Tables>, centre: string): Promise<SkillNames> {
  const list = await readList<SkillNames['skillNames'][number]>(db, centre, KEPT);
  return { version: list?.version ?? 0, skillNames: [...(list?.items ?? [])] };
}

/** How the names stand, in the fields of the API. */
export async function skillNamesState(
  db: Kysely<Tables>,
  centre: string,
): Promise<Pick<SkillNames, 'skillNames'>> {
  const { skillNames } = await readSkillNames(db, centre);
  return { skillNames };
}

type Changed =
  | { readonly kind: 'done' | 'version-wrong'; readonly version: number }
  | { readonly kind: 'twice'; readonly skill: string };

/** Replaces the names, and says so in the audit. */
export async function changeSkillNames(
  change: Change,
  {
    version,
    skillNames,
  }: Pick<SkillNames, 'skillNames'> & { readonly version: number | undefined },
): Promise<Changed> {
  const skills = skillNames.map(({ skill }) => skill);
  const twice = skills.find((skill, index) => skills.indexOf(skill) !== index);
  if (twice !== undefined) return { kind: 'twice', skill: twice };
  return await replaceList(change, KEPT, {
    version,
    items: skillNames,
    stateOf: (trx) => skillNamesState(trx, change.centre),
  });
}
