import { changeDispositions as change, readDispositions } from '../organisation/dispositions.ts';
import { versionProblem } from './problems.ts';
import { answer, type Handler, type Response } from './respond.ts';

export const listDispositions: Handler<'listDispositions'> = async (_, { db, centre }) =>
  answer(await readDispositions(db, centre));

export const changeDispositions: Handler<'changeDispositions'> = async (call, rooms) => {
  const { db, centre } = rooms;
  const { version, dispositions } = call.body;
  const actor = call.principal.id;
  const changed = await change({ db, centre, actor }, { version, dispositions });
  switch (changed.kind) {
    case 'done':
      return answer({ version: changed.version });
    case 'twice':
      return invalid(`The code ${changed.code} is there twice.`);
    case 'none-offered':
      return invalid('One of them at least is offered.');
    case 'version-wrong':
      return versionProblem(changed.version);
  }
};

function invalid(title: string): Response<never> {
  const problem = { type: 'field-invalid', title, status: 400, field: 'dispositions' };
  return { ok: false, problem };
}
