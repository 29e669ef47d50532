import { changeDispositions as change, readDispositions } from '../organisation/dispositions.ts';
import { answer, type Handler } from './respond.ts';

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
    case 'twice': {
      const title = `The code ${changed.code} is there twice.`;
      const problem = { type: 'field-invalid', title, status: 400, field: 'dispositions' };
      return { ok: false, problem };
    }
    case 'version-wrong': {
      const title = `It was changed meanwhile, and has version ${changed.version} now.`;
      const problem = { type: 'version-wrong', title, status: 409, field: 'version' };
      return { ok: false, problem };
    }
  }
};
