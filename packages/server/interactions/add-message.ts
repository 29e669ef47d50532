import type { ConversationMessage } from '@rapport/protocol';
import { type Kysely, sql } from 'kysely';
import { CommandIdReused } from '../host/host-faults.ts';
import type { Tables } from '../store/tables.ts';
import { isUniqueViolation } from '../store/transact-or-refuse.ts';

type NamedAttachment = NonNullable<ConversationMessage['attachments']>[number];

/** A message as it is said. */
export interface NewMessage {
  /** Follows from the command, so that a retry says it once. */
  readonly id: string;
  readonly interactionId: string;
  readonly authorKind: 'customer' | 'agent' | 'centre';
  readonly authorId: string | null;
  readonly piiText: string;
  readonly isNote: boolean;
  readonly attachments: readonly NamedAttachment[];
  /** Where they lie until they are said; with the interaction when left out. */
  readonly filesAt?: string;
  readonly at: number;
}

interface MessageRooms {
  readonly db: Kysely<Tables>;
  readonly centre: string;
}

/**
 * Adds a message to an interaction that is there, and returns its ordinal: the next one, whoever else
 * speaks at the same time. Said twice, it is added once.
 *
 * Cost: one statement, and those who speak in one interaction at once take turns.
 * @throws {CommandIdReused} something else was said under this id.
 */
export async function addMessage(rooms: MessageRooms, message: NewMessage): Promise<number> {
  const { id, interactionId, authorKind, authorId, piiText, isNote, attachments, at } = message;
  const { filesAt = interactionId } = message;
  const attachmentIds = attachments.map(({ attachmentId }) => attachmentId);
  const { db, centre } = rooms;
  try {
    const { rows } = await sql<{ ordinal: number }>`
      with counted as (
        update interaction set message_count = message_count + 1
        where centre = ${centre} and id = ${interactionId} returning message_count
      ), named as (
        update attachment
        set interaction_id = ${interactionId}, message_id = ${id}, pii_network = null
        where centre = ${centre} and interaction_id = ${filesAt}
          and id = any(${attachmentIds}) and message_id is null
      )
      insert into message (
        centre, interaction_id, ordinal, id, author_kind, author_id, pii_text, is_note, pii_attachments, at)
      select ${centre}, ${interactionId}, message_count, ${id}, ${authorKind}, ${authorId},
        ${piiText}, ${isNote}::boolean, ${JSON.stringify(attachments)}, ${at}::bigint
      from counted returning ordinal`.execute(db);
    const [added] = rows;
    if (added === undefined) throw new Error('a message was said in an interaction that is none');
    return added.ordinal;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const ordinal = await earlierOrdinal(rooms, message);
    if (ordinal === undefined) throw error;
    return ordinal;
  }
}

/**
 * The ordinal of a message that was added before under this id; undefined when none was.
 *
 * @throws {CommandIdReused} something else was said under it.
 */
export async function earlierOrdinal(
  { db, centre }: MessageRooms,
  {
    id,
    interactionId,
    authorKind,
    piiText,
    isNote,
  }: Omit<NewMessage, 'at' | 'authorId' | 'attachments' | 'filesAt'>,
): Promise<number | undefined> {
  const earlier = await db
    .selectFrom('message')
    .select(['interaction_id', 'ordinal', 'author_kind', 'pii_text', 'is_note'])
    .where('centre', '=', centre)
    .where('id', '=', id)
    .executeTakeFirst();
  if (earlier === undefined) return undefined;
  const isSame =
    earlier.interaction_id === interactionId &&
    earlier.author_kind === authorKind &&
    earlier.is_note === isNote &&
    // What was erased cannot be compared any more.
    (earlier.pii_text ?? piiText) === piiText;
  if (!isSame) throw new CommandIdReused(id);
  return earlier.ordinal;
}

/** The files of a message, as their authors name them; undefined when one cannot be said there. */
export async function namedAttachments(
  { db, centre }: MessageRooms,
  { id, interactionId, authorId }: Pick<NewMessage, 'id' | 'interactionId' | 'authorId'>,
  named: readonly Pick<NamedAttachment, 'attachmentId' | 'piiName'>[],
): Promise<readonly NamedAttachment[] | undefined> {
  if (named.length === 0) return [];
  const rows = await db
    .selectFrom('attachment')
    .select(['id', 'content_type', 'size_bytes', 'author_id', 'message_id'])
    .where('centre', '=', centre)
    .where('interaction_id', '=', interactionId)
    .where(
      'id',
      'in',
      named.map(({ attachmentId }) => attachmentId),
    )
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const files: NamedAttachment[] = [];
  for (const { attachmentId, piiName } of named) {
    const row = byId.get(attachmentId);
    // A retry finds its own.
    const isFree = row?.message_id === null || row?.message_id === id;
    if (row === undefined || !isFree || row.author_id !== authorId) return undefined;
    files.push({ attachmentId, piiName, contentType: row.content_type, sizeBytes: row.size_bytes });
  }
  return files;
}
