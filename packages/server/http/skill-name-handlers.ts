import { changeSkillNames as change, readSkillNames } from '../organisation/skill-names.ts';
import { versionProblem } from './problems.ts';
import { answer, type Handler, type Response } from './respond.ts';

export const listSkillNames: Handler<'listSkillNames'> = async (_, { db, centre }) =>
  answer(await readSkillNames(db, centre));

export const changeSkillNames: Handler<'changeSkillNames'> = async (call, { db, centre }) => {
  const { version, skillNames } = call.body;
  const actor = call.principal.id;
  const changed = await change({ db, centre, actor }, { version, skillNames });
  if (changed.kind === 'twice') return twice(changed.skill);
  if (changed.kind === 'version-wrong') return versionProblem(changed.version);
  return answer({ version: changed.version });
};

function twice(skill: string): Response<never> {
  const title = `The skill ${skill} is there twice.`;
  return {
    ok: false,
    problem: { type: 'field-invalid', title, status: 400, field: 'skillNames' },
  };
}
