import type { Refusal, Result } from '@rapport/core';
import type { EntryPoint, RouteInput } from '@rapport/protocol';
import { sql } from 'kysely';
import { createdId } from '../identity/mint-id.ts';
import { addMessage, earlierOrdinal } from '../interactions/add-message.ts';
import { hearCustomer, isNoted } from '../interactions/hear-customer.ts';
import { isGoingOn, openItem } from '../interactions/open-item.ts';
import type { Signs } from '../interactions/signs.ts';
import {
  type CustomerUnknown,
  type IntakeRooms,
  receiveInteraction,
} from '../interactions/receive-interaction.ts';
import type { KeptFiles } from '../store/kept.ts';
import { type Files, namedFiles, type Naming } from './visitor-files.ts';
import { lastTurn, numberOf } from './visitor-thread.ts';

/** What a visitor says, and where. */
export interface Saying {
  readonly threadId: string;
  readonly entry: EntryPoint;
  /** The same for the same words said again. */
  readonly commandId: string;
  readonly words: RouteInput<'sayAsVisitor'>['body'];
}

interface SayRooms extends IntakeRooms {
  readonly signs: Signs;
  readonly whenShown: (position: number) => Promise<boolean>;
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
export async function sayAsVisitor(rooms: SayRooms, saying: Saying): Promise<Said> {
  const earlier = await saidBefore(rooms, saying);
  if (earlier !== undefined) {
    await hearAgain(rooms, saying, earlier);
    return { ok: true, value: numberOf(earlier.turn, earlier.ordinal) };
  }
  const turn = await lastTurn(rooms, saying.threadId);
  const last = turn && (await interactionOf(rooms, turn.interactionId));
  if (turn === undefined || last === undefined || !(await isHeard(rooms, last.workId))) {
    return await begin(rooms, saying, last?.customerId);
  }
  const { interactionId } = turn;
  const attachments = await namedFiles(rooms, namingOf(saying));
  if (attachments === undefined) return FILES_GONE;
  const ordinal = await addMessage(rooms, {
    ...messageOf(saying, interactionId),
    authorId: last.customerId ?? null,
    attachments,
    filesAt: saying.threadId,
    at: Date.now(),
  });
  rooms.signs.saidIt(interactionId, 'customer');
  rooms.messages.tell({ interactionId, ordinal });
  await hear(rooms, saying, last);
  return { ok: true, value: numberOf(turn.ordinal, ordinal) };
}

/** An interaction's item, and whose it is. */
interface Asked {
  readonly workId: string;
  readonly customerId: string | undefined;
}

async function hear(rooms: SayRooms, saying: Saying, { workId, customerId }: Asked): Promise<void> {
  const { commandId, threadId: actor } = saying;
  await hearCustomer(rooms.host, { workId, commandId, actor }, () =>
    callAgain(rooms, saying, customerId),
  );
}

/**
 * Hears what was said before: whoever says it once more has had no answer, and may not have been heard
 * then. First words need none of this, since they came in together with their item.
 */
async function hearAgain(rooms: SayRooms, saying: Saying, earlier: Earlier): Promise<void> {
  const { interactionId, ordinal } = earlier;
  rooms.messages.tell({ interactionId, ordinal });
  if (interactionId === createdId('interaction', saying.commandId)) return;
  const turn = await lastTurn(rooms, saying.threadId);
  if (turn?.interactionId !== interactionId || (await isNoted(rooms, earlier))) return;
  const asked = await interactionOf(rooms, interactionId);
  if (asked !== undefined) await hear(rooms, saying, asked);
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

function namingOf({ commandId, threadId, words }: Saying): Naming {
  const messageId = createdId('message', commandId);
  return { threadId, messageId, named: words.attachments ?? [] };
}

const FILES_GONE = {
  ok: false,
  refusal: {
    code: 'field-invalid',
    field: 'attachments',
    expected: 'files that were sent here within a day and not said yet',
  },
} as const satisfies Said;

/** A message that was said before, and the place of its interaction in the thread. */
interface Earlier {
  readonly turn: number;
  readonly interactionId: string;
  readonly ordinal: number;
}

/** Where the same message was said before; undefined when it was not. */
async function saidBefore(rooms: IntakeRooms, saying: Saying): Promise<Earlier | undefined> {
  const { db, centre } = rooms;
  const row = await db
    .selectFrom('message')
    .select('interaction_id')
    .where('centre', '=', centre)
    .where('id', '=', createdId('message', saying.commandId))
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { interaction_id: interactionId } = row;
  const ordinal = await earlierOrdinal(rooms, messageOf(saying, interactionId));
  if (ordinal === undefined) return undefined;
  // The exchange may have begun without being noted as one of the thread.
  return { turn: await noteTurn(rooms, saying, interactionId), interactionId, ordinal };
}

async function interactionOf(
  { db, centre }: IntakeRooms,
  interactionId: string,
): Promise<Asked | undefined> {
  const row = await db
    .selectFrom('interaction')
    .select(['work_id', 'customer_id'])
    .where('centre', '=', centre)
    .where('id', '=', interactionId)
    .executeTakeFirst();
  return row && { workId: row.work_id, customerId: row.customer_id ?? undefined };
}

async function isHeard({ host }: IntakeRooms, workId: string): Promise<boolean> {
  return isGoingOn(await openItem(host, workId));
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
  const files = await namedFiles(rooms, namingOf(saying));
  if (files === undefined) return FILES_GONE;
  const said = {
    piiText,
    ...(piiSubject !== undefined && { piiSubject }),
    ...(files.length > 0 && { files: keptFiles(files, threadId) }),
  };
  const arrival = { ...termsOf(entry), ...said, ...askerOf(saying, customerId) };
  const received = await receiveInteraction(rooms, arrival, { commandId, actor: threadId });
  if (!received.ok) return received;
  const { interactionId, customerId: madeId } = received.value;
  await nameNewcomer(rooms, saying, madeId);
  return { ok: true, value: numberOf(await noteTurn(rooms, saying, interactionId), 1) };
}

function keptFiles(files: Files, threadId: string): KeptFiles {
  const ids = files.map(({ attachmentId }) => attachmentId);
  return { ids, laidAt: threadId, piiShown: JSON.stringify(files) };
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

function termsOf(entry: EntryPoint) {
  const { channel, requirements, promiseId, divisionId, caseType, priority } = entry;
  return {
    channel,
    requirements,
    promiseId,
    ...(divisionId !== undefined && { divisionId }),
    ...(caseType !== undefined && { caseType }),
    ...(priority !== undefined && { priority }),
  };
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
