import { ORDINAL_MAX, type Problem, type RouteAnswer } from '@rapport/protocol';
import { createdId } from '../identity/mint-id.ts';
import {
  addMessage as add,
  earlierOrdinal,
  namedAttachments,
  type NewMessage,
} from '../interactions/add-message.ts';
import { callAgain } from '../interactions/call-again.ts';
import { isHelping } from '../interactions/is-helping.ts';
import { messageAnswer } from '../interactions/message-answer.ts';
import { awaitAnswer, hearCustomer, isNoted } from '../interactions/hear-customer.ts';
import { type OpenItem, openItem } from '../interactions/open-item.ts';
import { pageOf, readCursor } from './pages.ts';
import { fieldProblem, problemOfField } from './problems.ts';
import { answer, type Call, forbidden, type Handler, notFound, type Rooms } from './respond.ts';

type MessageAnswer = RouteAnswer<'listMessages'>['items'][number];

export const listMessages: Handler<'listMessages'> = async ({ params, query }, { db, centre }) => {
  const { limit = 50, afterOrdinal = 0 } = query;
  const cursor = readCursor(query.cursor, ORDINAL_MAX);
  if (!cursor.ok) return cursor;
  const rows = await db
    .selectFrom('message')
    .selectAll()
    .where('centre', '=', centre)
    .where('interaction_id', '=', params.interactionId)
    .where('ordinal', '>', Math.max(afterOrdinal, cursor.answer?.key ?? 0))
    .orderBy('ordinal')
    .limit(limit + 1)
    .execute();
  const lastOf = ({ ordinal, messageId }: MessageAnswer) => ({ key: ordinal, id: messageId });
  return answer(pageOf(rows.map(messageAnswer), limit, lastOf));
};

export const addMessage: Handler<'addMessage'> = async (call, rooms) => {
  const { db, centre, messages } = rooms;
  const { interactionId } = call.params;
  const interaction = await db
    .selectFrom('interaction')
    .select(['work_id', 'customer_id', 'pii_subject'])
    .where('centre', '=', centre)
    .where('id', '=', interactionId)
    .executeTakeFirst();
  if (interaction === undefined) return notFound(`interaction ${interactionId}`);
  const author = authorOf(call);
  if (!author.ok) return author;
  const id = createdId('message', call.commandId);
  const attachments = await namedAttachments(
    rooms,
    { id, interactionId, authorId: author.agentId ?? null },
    call.body.attachments ?? [],
  );
  if (attachments === undefined) {
    return fieldProblem('attachments', 'files that the author took in here and has not sent');
  }
  const message = messageOf(call, { id, ...author, ...interaction, attachments });
  const item = await openItem(rooms.host, interaction.work_id);
  const problem = await problemOfSaying(rooms, message, { item, agentId: author.agentId });
  // Whoever repeats what was said in time gets the answer of that time.
  const earlier = await earlierOrdinal(rooms, message);
  if (problem !== undefined && earlier === undefined) return { ok: false, problem };
  const ordinal = earlier ?? (await add(rooms, message));
  rooms.signs.saidIt(interactionId, author.agentId ?? 'customer');
  messages.tell({ interactionId, ordinal });
  await passOn(call, rooms, { message, earlier, item, interaction });
  return answer({ messageId: id, ordinal });
};

interface Said {
  readonly message: NewMessage;
  readonly earlier: number | undefined;
  readonly item: OpenItem | undefined;
  readonly interaction: {
    readonly work_id: string;
    readonly customer_id: string | null;
    readonly pii_subject: string | null;
  };
}

/** Sees to it that a customer is heard; and after an agent's answer the desk knows that it is his turn. */
async function passOn(
  call: Call<'addMessage'>,
  rooms: Rooms,
  { message: { interactionId, authorKind, isNote }, earlier, item, interaction }: Said,
): Promise<void> {
  const { commandId, principal } = call;
  const { id: actor, agentId } = principal;
  if (authorKind === 'customer') {
    if (!(await isHeard(rooms, { interactionId, earlier }))) await hear(call, rooms, interaction);
  } else if (earlier === undefined && !isNote && item !== undefined && agentId !== undefined) {
    const workId = interaction.work_id;
    await awaitAnswer(rooms.host, { workId, commandId, actor, agentId }, item);
  }
}

/** Whether nothing is left to be done for what was said before; what was said just now is not heard yet. */
async function isHeard(
  rooms: Rooms,
  {
    interactionId,
    earlier: ordinal,
  }: { readonly interactionId: string; readonly earlier: number | undefined },
): Promise<boolean> {
  return ordinal !== undefined && (await isNoted(rooms, { interactionId, ordinal }));
}

function messageOf(
  { body, params: { interactionId } }: Call<'addMessage'>,
  {
    id,
    kind,
    agentId,
    customer_id,
    attachments,
  }: Pick<NewMessage, 'id' | 'attachments'> & {
    readonly kind: NewMessage['authorKind'];
    readonly agentId: string | undefined;
    readonly customer_id: string | null;
  },
): NewMessage {
  return {
    id,
    interactionId,
    authorKind: kind,
    authorId: agentId ?? customer_id,
    piiText: body.piiText,
    isNote: body.isNote ?? false,
    attachments,
    at: Date.now(),
  };
}

/** Sees to it that a customer is heard. Whom nobody heard is called again once, whatever more he says. */
async function hear(
  { commandId, principal, params: { interactionId } }: Call<'addMessage'>,
  rooms: Rooms,
  {
    work_id: workId,
    customer_id: customerId,
    pii_subject: piiSubject,
  }: {
    readonly work_id: string;
    readonly customer_id: string | null;
    readonly pii_subject: string | null;
  },
): Promise<void> {
  const actor = principal.id;
  await hearCustomer(rooms.host, { workId, commandId, actor }, () =>
    callAgain(rooms, {
      ...{ interactionId, workId, actor },
      ...(customerId !== null && { customerId }),
      ...(piiSubject !== null && { piiSubject }),
    }),
  );
}

/** Who speaks: the agent that the session or key names, or with a key that names none the customer. */
function authorOf({ principal, body }: Call<'addMessage'>) {
  const { kind, agentId } = principal;
  if (body.from === undefined) {
    return agentId === undefined
      ? forbidden('Only an agent can do this; a key that is none says "from": "customer".')
      : ({ ok: true, kind: 'agent', agentId } as const);
  }
  if (kind !== 'key' || agentId !== undefined) {
    return forbidden('Only a key that acts as no agent speaks for a customer.');
  }
  if (body.isNote === true) {
    return {
      ok: false,
      problem: problemOfField('isNote', 'none where the customer speaks'),
    } as const;
  }
  return { ok: true, kind: 'customer', agentId: undefined } as const;
}

/** Why this cannot be said: those who help leave notes. */
async function problemOfSaying(
  rooms: Rooms,
  { interactionId, isNote }: NewMessage,
  { item, agentId }: { readonly item: OpenItem | undefined; readonly agentId: string | undefined },
): Promise<Problem | undefined> {
  const isHelper = isNote && (await isHelping(rooms, interactionId, agentId));
  return problemOfItem(item, isHelper ? undefined : agentId);
}

/** Why nothing can be said there by this agent, or for the customer by none. */
function problemOfItem(
  item: OpenItem | undefined,
  agentId: string | undefined,
): Problem | undefined {
  if (item === undefined) {
    return { type: 'interaction-over', title: 'This interaction is over.', status: 409 };
  }
  const isCarried = item.agentId === agentId && item.status !== 'offered';
  if (agentId === undefined || isCarried) return undefined;
  return { type: 'work-not-yours', title: 'Only the agent who carries it replies.', status: 403 };
}
