import { ATTACHMENT_BYTES_MAX, type Problem } from '@rapport/protocol';
import { type Insertable, type Kysely, sql } from 'kysely';
import { CommandIdReused } from '../host/host-faults.ts';
import type { AttachmentTable } from '../store/customer-tables.ts';
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

/** A file that arrives, and where it goes. */
interface Arriving {
  readonly id: string;
  readonly interactionId: string;
  readonly authorId: string | null;
  /** From where a visitor sends it. */
  readonly piiNetwork?: string;
  /** As which it is sent: the same one again brings the same file. */
  readonly commandId: string;
}

/** Whose files are counted together, and why no more of them are taken in. */
interface Bound {
  readonly name: string;
  readonly refusal: (trx: Kysely<Tables>) => Promise<Problem | undefined>;
}

/**
 * Takes a file in as it arrives; it waits for the message that names it. Returns why it is refused: too
 * much waits there, or a bound of its sender's is reached. Files of one bound are counted one after the other.
 *
 * @throws {CommandIdReused} another file was sent under this id.
 */
export async function takeAttachment(
  { db, centre }: AttachmentRooms,
  arriving: Arriving,
  body: AsyncIterable<Uint8Array>,
  bound: Bound = { name: arriving.interactionId, refusal: () => Promise.resolve(undefined) },
): Promise<TakenIn | Problem> {
  const { id, interactionId, authorId, piiNetwork } = arriving;
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
  const row = {
    centre,
    id,
    interaction_id: interactionId,
    author_id: authorId,
    content_type: contentType,
    size_bytes: content.length,
    pii_content: content,
    message_id: null,
    pii_network: piiNetwork ?? null,
    at: Date.now(),
  };
  return await db.transaction().execute(async (trx) => {
    const counted = `files of ${centre} ${bound.name}`;
    await sql`select pg_advisory_xact_lock(hashtextextended(${counted}, 0))`.execute(trx);
    if (!(await isTaken(trx, row, arriving))) {
      const refusal = (await bound.refusal(trx)) ?? (await unsaidRefusal(trx, row));
      if (refusal !== undefined) return refusal;
      await trx.insertInto('attachment').values(row).execute();
    }
    return { attachmentId: id, contentType, sizeBytes: content.length };
  });
}

type NewRow = Insertable<AttachmentTable>;

/** Whether this very file was taken in before, wherever it lies by now. */
async function isTaken(
  trx: Kysely<Tables>,
  { centre, id, pii_content }: NewRow,
  { commandId }: Arriving,
): Promise<boolean> {
  const earlier = await trx
    .selectFrom('attachment')
    .select('pii_content')
    .where('centre', '=', centre)
    .where('id', '=', id)
    .executeTakeFirst();
  if (earlier === undefined) return false;
  if (!earlier.pii_content.equals(pii_content)) throw new CommandIdReused(commandId);
  return true;
}

async function unsaidRefusal(
  trx: Kysely<Tables>,
  { centre, interaction_id: interactionId, size_bytes: sizeBytes }: NewRow,
): Promise<Problem | undefined> {
  const { waiting } = await trx
    .selectFrom('attachment')
    .select(({ fn }) => fn.sum<number | null>('size_bytes').as('waiting'))
    .where('centre', '=', centre)
    .where('interaction_id', '=', interactionId)
    .where('message_id', 'is', null)
    .executeTakeFirstOrThrow();
  if ((waiting ?? 0) + sizeBytes <= UNSAID_BYTES_MAX) return undefined;
  const title = 'Too many files wait here. Send some of them first.';
  return { type: 'too-many-files', title, status: 409, field: 'body' };
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
  { id, interactionId, authorId }: Omit<Arriving, 'piiNetwork' | 'commandId'>,
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
