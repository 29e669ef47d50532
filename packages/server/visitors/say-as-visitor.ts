import type { Refusal, Result } from '@rapport/core';
import type { EntryPoint, RouteInput } from '@rapport/protocol';
import { sql } from 'kysely';
import { createdId } from '../identity/mint-id.ts';
import { addMessage, earlierOrdinal } from '../interactions/add-message.ts';
import { openItem } from '../interactions/open-item.ts';
import {
  type CustomerUnknown,
  type IntakeRooms,
  receiveInteraction,
} from '../interactions/receive-interaction.ts';
import { lastTurn, numberOf } from './visitor-thread.ts';

/** What a visitor says, and where. */
export interface Saying {
  readonly threadId: string;
  readonly entry: EntryPoint;
  /** The same for the same words said again. */
  readonly commandId: string;
  readonly words: RouteInput<'sayAsVisitor'>['body'];
}

type Said = Result<number, Refusal | CustomerUnknown | EntryClosed>;

/** Nobody may begin here now. */
interface EntryClosed {
  readonly code: 'entry-closed';
}

/**
 * Says something as the visitor, and returns the number of the message. It goes into the thread's last
 * exchange while that is open; else it begins a new one of the same customer, so that whoever knows
 * him may be asked. Said twice under one command, it is said once.
 *
 * Whoever calls lets nobody else speak in the same thread meanwhile.
 * @throws {CommandIdReused} other words were said under this command. And what `Host.execute` throws.
 */
export async function sayAsVisitor(rooms: IntakeRooms, saying: Saying): Promise<Said> {
  const earlier = await saidBefore(rooms, saying);
  if (earlier !== undefined) return { ok: true, value: earlier };
  const turn = await lastTurn(rooms, saying.threadId);
  const last = turn && (await interactionOf(rooms, turn.interactionId));
  if (turn === undefined || last === undefined || !(await isGoingOn(rooms, last.workId))) {
    return await begin(rooms, saying, last?.customerId);
  }
  const { interactionId } = turn;
  const { ordinal, isNew } = await addMessage(rooms, {
    ...messageOf(saying, interactionId),
    authorId: last.customerId ?? null,
    attachments: [],
    at: Date.now(),
  });
  if (isNew) rooms.messages.tell({ interactionId, ordinal });
  // It ended meanwhile, and nobody would look there again.
  if (!(await isGoingOn(rooms, last.workId))) await callAgain(rooms, saying, last.customerId);
  return { ok: true, value: numberOf(turn.ordinal, ordinal) };
}

function messageOf({ commandId, words }: Saying, interactionId: string) {
  return {
    id: createdId('message', commandId),
    interactionId,
    authorKind: 'customer',
    piiText: words.piiText,
    isNote: false,
  } as const;
}

/** The number that the same message got before; undefined when it was not said. */
async function saidBefore(rooms: IntakeRooms, saying: Saying): Promise<number | undefined> {
  const { db, centre } = rooms;
  const row = await db
    .selectFrom('message')
    .select('interaction_id')
    .where('centre', '=', centre)
    .where('id', '=', createdId('message', saying.commandId))
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const ordinal = await earlierOrdinal(rooms, messageOf(saying, row.interaction_id));
  if (ordinal === undefined) return undefined;
  // The exchange may have begun without being noted as one of the thread.
  return numberOf(await noteTurn(rooms, saying, row.interaction_id), ordinal);
}

async function interactionOf({ db, centre }: IntakeRooms, interactionId: string) {
  const row = await db
    .selectFrom('interaction')
    .select(['work_id', 'customer_id'])
    .where('centre', '=', centre)
    .where('id', '=', interactionId)
    .executeTakeFirst();
  return row && { workId: row.work_id, customerId: row.customer_id ?? undefined };
}

async function isGoingOn({ host }: IntakeRooms, workId: string): Promise<boolean> {
  const item = await openItem(host, workId);
  return item !== undefined && item.status !== 'wrap-up';
}

async function begin(
  rooms: IntakeRooms,
  saying: Saying,
  customerId: string | undefined,
): Promise<Said> {
  const { entry, commandId, threadId, words } = saying;
  // Who has begun goes on.
  if (!entry.isOpen && customerId === undefined) {
    return { ok: false, refusal: { code: 'entry-closed' } };
  }
  const { piiText, piiSubject } = words;
  const said = { piiText, ...(piiSubject !== undefined && { piiSubject }) };
  const arrival = { ...termsOf(entry), ...said, ...askerOf(saying, customerId) };
  const received = await receiveInteraction(rooms, arrival, { commandId, actor: threadId });
  if (!received.ok) return received;
  const { interactionId, customerId: madeId } = received.value;
  await nameNewcomer(rooms, saying, madeId);
  return { ok: true, value: numberOf(await noteTurn(rooms, saying, interactionId), 1) };
}

/** Makes an item for words that came as their exchange ended. */
async function callAgain(
  rooms: IntakeRooms,
  saying: Saying,
  customerId: string | undefined,
): Promise<void> {
  const { entry, threadId } = saying;
  const commandId = `${saying.commandId}:again`;
  const arrival = { ...termsOf(entry), ...askerOf(saying, customerId) };
  const received = await receiveInteraction(rooms, arrival, { commandId, actor: threadId });
  if (received.ok) await noteTurn(rooms, saying, received.value.interactionId);
}

function termsOf({ channel, requirements, promiseId, priority }: EntryPoint) {
  return { channel, requirements, promiseId, ...(priority !== undefined && { priority }) };
}

/** Who comes back is who he was. Else his address tells, or the thread itself. */
function askerOf({ threadId, words: { piiEmail } }: Saying, customerId: string | undefined) {
  if (customerId !== undefined) return { customerId };
  const identity =
    piiEmail === undefined
      ? ({ kind: 'handle', value: `visitor:${threadId}` } as const)
      : ({ kind: 'email', value: piiEmail } as const);
  return { identity };
}

/** Whoever is here for the first time is called what he calls himself; nobody else is renamed so. */
async function nameNewcomer(
  { db, centre }: IntakeRooms,
  { commandId, words: { piiName } }: Saying,
  customerId: string | undefined,
): Promise<void> {
  if (piiName === undefined || customerId !== createdId('customer', commandId)) return;
  await db
    .updateTable('customer')
    .set((build) => ({ pii_name: piiName, version: build('version', '+', 1) }))
    .where('centre', '=', centre)
    .where('id', '=', customerId)
    .where('pii_name', 'is', null)
    .where('erased_at', 'is', null)
    .execute();
}

/** Notes an interaction as the thread's, and returns its place in it. */
async function noteTurn(
  { db, centre }: IntakeRooms,
  { threadId, entry }: Saying,
  interactionId: string,
): Promise<number> {
  return await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('visitor_thread')
      .values({ centre, id: threadId, entry_id: entry.entryId })
      .onConflict((conflict) => conflict.columns(['centre', 'id']).doNothing())
      .execute();
    const { rows } = await sql<{ ordinal: number }>`
      insert into visitor_turn (centre, thread_id, ordinal, interaction_id)
      select ${centre}, ${threadId}, coalesce(max(ordinal), 0) + 1, ${interactionId}
      from visitor_turn where centre = ${centre} and thread_id = ${threadId}
      on conflict (centre, interaction_id) do update set ordinal = visitor_turn.ordinal
      returning ordinal`.execute(trx);
    const [noted] = rows;
    if (noted === undefined) throw new Error('an interaction was not noted in its thread');
    return noted.ordinal;
  });
}
