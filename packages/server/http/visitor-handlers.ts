import { asId } from '@rapport/core';
import type { Problem } from '@rapport/protocol';
import { networkOf } from '../identity/network-of.ts';
import { endCommand } from '../interactions/end-command.ts';
import { openItem } from '../interactions/open-item.ts';
import { sayAsVisitor as say } from '../visitors/say-as-visitor.ts';
import { lastTurn, readThread } from '../visitors/visitor-thread.ts';
import { problemOfArrival, problemOfField } from './problems.ts';
import { answer, give, type Handler } from './respond.ts';
import { askedBy, entryOf, tooManyOf } from './visitor-asked.ts';
import { ENTRY_CLOSED } from './visitor-problems.ts';

/** What changes without news, such as who waits before him, is looked at again after this time. */
const LOOK_AGAIN_MS = 5_000;

export const getVisitorEntry: Handler<'getVisitorEntry'> = async (call, rooms) => {
  const entry = await entryOf(call, rooms);
  if (!entry.ok) return entry;
  const { name, channel, isOpen, greeting, theme = {} } = entry.answer;
  const outlook = await rooms.visitors.outlooks.of(entry.answer);
  return answer({ name, channel, isOpen, ...(greeting && { greeting }), theme, outlook });
};

export const getVisitorThread: Handler<'getVisitorThread'> = async (call, rooms) => {
  const asked = await askedBy(call, rooms);
  if (!asked.ok) return asked;
  const { afterNumber = 0, known, waitMs = 0 } = call.query;
  const { visitors } = rooms;
  const untilAt = performance.now() + waitMs;
  for (;;) {
    const first = await readThread({ ...rooms, ...visitors }, { ...asked.answer, afterNumber });
    const leftMs = untilAt - performance.now();
    if (first.thread.version !== known || leftMs <= 0 || first.newsOf.length === 0) {
      return answer(first.thread);
    }
    const listening = visitors.waker.listen(first.newsOf);
    if (listening === undefined) return answer(first.thread);
    try {
      // What came since it was read, and before anybody listened.
      const second = await readThread({ ...rooms, ...visitors }, { ...asked.answer, afterNumber });
      if (second.thread.version !== known) return answer(second.thread);
      await listening.within(Math.min(leftMs, LOOK_AGAIN_MS));
    } finally {
      listening.end();
    }
  }
};

export const sayAsVisitor: Handler<'sayAsVisitor'> = async (call, rooms) => {
  const asked = await askedBy(call, rooms);
  if (!asked.ok) return asked;
  const { threadId, entry } = asked.answer;
  const { visitors } = rooms;
  return await visitors.inTurn(threadId, async () => {
    const isNew = (await lastTurn(rooms, threadId)) === undefined;
    if (isNew && entry.channel === 'web' && call.body.piiEmail === undefined) {
      const expected = 'your e-mail address, so that you are known again';
      return { ok: false, problem: problemOfField('piiEmail', expected) };
    }
    const tooMany =
      tooManyOf(visitors.saying, threadId) ??
      (isNew ? tooManyOf(visitors.beginning, networkOf(call.trace.address)) : undefined);
    if (tooMany !== undefined) return tooMany;
    const { commandId, body: words } = call;
    const said = await say(rooms, { threadId, entry, commandId, words });
    if (!said.ok) return { ok: false, problem: problemOfSaying(said.refusal, words) };
    visitors.waker.tell(threadId);
    return answer({ number: said.value });
  });
};

export const endAsVisitor: Handler<'endAsVisitor'> = async (call, rooms) => {
  const asked = await askedBy(call, rooms);
  if (!asked.ok) return asked;
  const turn = await lastTurn(rooms, asked.answer.threadId);
  const row =
    turn &&
    (await rooms.db
      .selectFrom('interaction')
      .select('work_id')
      .where('centre', '=', rooms.centre)
      .where('id', '=', turn.interactionId)
      .executeTakeFirst());
  const item = row && (await openItem(rooms.host, row.work_id));
  const command = item && endCommand(asId<'work'>(row.work_id), item, undefined);
  if (command === undefined) return answer({});
  const given = await give(command, { ...call, body: {} }, rooms);
  return given.ok ? answer({}) : given;
};

type SayRefusal = Extract<Awaited<ReturnType<typeof say>>, { readonly ok: false }>['refusal'];

function problemOfSaying(refusal: SayRefusal, words: unknown): Problem {
  if (refusal.code === 'entry-closed') {
    return ENTRY_CLOSED;
  }
  if (refusal.code === 'field-invalid' && refusal.field === 'identity.value') {
    return problemOfField('piiEmail', refusal.expected);
  }
  return problemOfArrival(refusal, words);
}
