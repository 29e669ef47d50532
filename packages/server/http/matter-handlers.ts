import { asId } from '@rapport/core';
import { createdId } from '../identity/mint-id.ts';
import { give, type Handler } from './respond.ts';

export const linkWork: Handler<'linkWork'> = (call, rooms) => {
  const workId = asId<'work'>(call.params.workId);
  const toWorkId = asId<'work'>(call.body.toWorkId);
  const matterId = createdId('matter', call.commandId);
  return give({ type: 'link-work', workId, toWorkId, matterId }, call, rooms);
};

export const unlinkWork: Handler<'unlinkWork'> = (call, rooms) =>
  give({ type: 'unlink-work', workId: asId<'work'>(call.params.workId) }, call, rooms);
