import { ATTACHMENT_BYTES_MAX, type Problem } from '@rapport/protocol';
import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { sniffContentType } from './sniff-content-type.ts';

interface AttachmentRooms {
  readonly db: Kysely<Tables>;
  readonly centre: string;
}

/** So many bytes may wait in a conversation without having been said. */
const UNSAID_BYTES_MAX = 5 * ATTACHMENT_BYTES_MAX;

interface TakenIn {
  readonly attachmentId: string;
  readonly contentType: string;
  readonly sizeBytes: number;
}

/** Takes a file in as it arrives; it waits for the message that names it. Returns why it is refused. */
export async function takeAttachment(
  { db, centre }: AttachmentRooms,
  {
    id,
    interactionId,
    authorId,
  }: Record<'id' | 'interactionId', string> & { authorId: string | null },
  body: AsyncIterable<Uint8Array>,
): Promise<TakenIn | Problem> {
  const content = await readBounded(body);
  if (content === undefined) {
    const title = 'A file has at most 10 MB.';
    return { type: 'file-too-large', title, status: 413, field: 'body' };
  }
  if (content.length === 0) {
    return {
      type: 'file-missing',
      title: 'There is nothing in this file.',
      status: 400,
      field: 'body',
    };
  }
  const contentType = sniffContentType(content);
  if (contentType === undefined) {
    const title =
      'Files of this kind are not taken: only pictures, PDF, text and office documents.';
    return { type: 'file-kind-refused', title, status: 415, field: 'body' };
  }
  const { waiting } = await db
    .selectFrom('attachment')
    .select(({ fn }) => fn.sum<number | null>('size_bytes').as('waiting'))
    .where('centre', '=', centre)
    .where('interaction_id', '=', interactionId)
    .where('message_id', 'is', null)
    .where('id', '!=', id)
    .executeTakeFirstOrThrow();
  if ((waiting ?? 0) + content.length > UNSAID_BYTES_MAX) {
    const title = 'Too many files wait here. Send some of them first.';
    return { type: 'too-many-files', title, status: 409, field: 'body' };
  }
  const row = {
    centre,
    id,
    interaction_id: interactionId,
    author_id: authorId,
    content_type: contentType,
    size_bytes: content.length,
    pii_content: content,
    message_id: null,
    at: Date.now(),
  };
  await db
    .insertInto('attachment')
    .values(row)
    .onConflict((conflict) => conflict.columns(['centre', 'id']).doNothing())
    .execute();
  return { attachmentId: id, contentType, sizeBytes: content.length };
}

/** Undefined as soon as it is too much. */
async function readBounded(body: AsyncIterable<Uint8Array>): Promise<Buffer | undefined> {
  // A request without a body, or without a type, comes as an empty object.
  if (!(Symbol.asyncIterator in body)) return Buffer.alloc(0);
  const parts: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const part of body) {
    sizeBytes += part.length;
    if (sizeBytes > ATTACHMENT_BYTES_MAX) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** A file of a conversation; those that were not said yet only for their author. */
export async function readAttachment(
  { db, centre }: AttachmentRooms,
  {
    id,
    interactionId,
    authorId,
  }: Record<'id' | 'interactionId', string> & { authorId: string | null },
): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('attachment')
    .select(['pii_content', 'message_id', 'author_id'])
    .where('centre', '=', centre)
    .where('interaction_id', '=', interactionId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined || (row.message_id === null && row.author_id !== authorId)) {
    return undefined;
  }
  return row.pii_content;
}
