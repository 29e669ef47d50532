import { createdId } from '../identity/mint-id.ts';
import { networkOf } from '../identity/network-of.ts';
import { readVisitorFile, takeVisitorFile } from '../visitors/visitor-files.ts';
import { lastTurn } from '../visitors/visitor-thread.ts';
import { answer, type Handler, notFound } from './respond.ts';
import { askedBy, tooManyOf } from './visitor-asked.ts';
import { ENTRY_CLOSED } from './visitor-problems.ts';

export const attachAsVisitor: Handler<'attachAsVisitor'> = async (call, rooms) => {
  const asked = await askedBy(call, rooms);
  if (!asked.ok) return asked;
  const { threadId, entry } = asked.answer;
  const { sending, sendingFrom, receiving } = rooms.visitors;
  const piiNetwork = networkOf(call.trace.address);
  const tooMany = tooManyOf(sending, threadId) ?? tooManyOf(sendingFrom, piiNetwork);
  if (tooMany !== undefined) return tooMany;
  if (!entry.isOpen && (await lastTurn(rooms, threadId)) === undefined) {
    return { ok: false, problem: ENTRY_CLOSED };
  }
  const id = createdId('attachment', call.commandId);
  const arriving = { id, commandId: call.commandId, threadId, piiNetwork };
  const taken = await receiving(piiNetwork, () => takeVisitorFile(rooms, arriving, call.body));
  if (taken === 'full') return BUSY;
  return 'attachmentId' in taken ? answer(taken) : { ok: false, problem: taken };
};

export const getVisitorFile: Handler<'getVisitorFile'> = async (call, rooms) => {
  const asked = await askedBy(call, rooms);
  if (!asked.ok) return asked;
  const { attachmentId: id } = call.params;
  const { threadId } = asked.answer;
  const file = await readVisitorFile(rooms, { id, threadId });
  return file === undefined ? notFound(`file ${id}`) : answer(file);
};

const BUSY = {
  ok: false,
  problem: {
    type: 'too-many-requests',
    title: 'Many files arrive at this moment: this one may come in 2 s.',
    status: 429,
  },
  retryAfterSeconds: 2,
} as const;
