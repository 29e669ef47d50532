import { type KindOfSkill, skillKindsRefusal } from '@rapport/core';
import type { RouteAnswer } from '@rapport/protocol';
import { changeSkillNames as change, readSkillNames } from '../organisation/skill-names.ts';
import { fieldProblem, versionProblem } from './problems.ts';
import { answer, give, type Handler, type Response } from './respond.ts';

export const listSkillNames: Handler<'listSkillNames'> = async (_, { db, centre }) =>
  answer(await readSkillNames(db, centre));

export const changeSkillNames: Handler<'changeSkillNames'> = async (call, rooms) => {
  const { db, centre } = rooms;
  const { version, skillNames } = call.body;
  const before = kindsOf((await readSkillNames(db, centre)).skillNames);
  const kinds = kindsOf(skillNames);
  const refusal = skillKindsRefusal(kinds);
  if (refusal !== undefined) return fieldProblem('skillNames', refusal.expected);
  const actor = call.principal.id;
  const changed = await change({ db, centre, actor }, { version, skillNames });
  if (changed.kind === 'twice') return twice(changed.skill);
  if (changed.kind === 'version-wrong') return versionProblem(changed.version);
  // Names are for people; what a skill stands for is the desk's business.
  if (before.length + kinds.length > 0) {
    const told = await give({ type: 'set-skill-kinds', kinds }, call, rooms);
    if (!told.ok) return told;
  }
  return answer({ version: changed.version });
};

function kindsOf(named: RouteAnswer<'listSkillNames'>['skillNames']): readonly KindOfSkill[] {
  return named.flatMap(({ skill, kind }) => (kind === undefined ? [] : [{ skill, kind }]));
}

function twice(skill: string): Response<never> {
  const title = `The skill ${skill} is there twice.`;
  return {
    ok: false,
    problem: { type: 'field-invalid', title, status: 400, field: 'skillNames' },
  };
}
