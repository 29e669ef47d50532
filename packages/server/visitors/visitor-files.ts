import type { ConversationMessage, Problem } from '@rapport/protocol';
import { type Kysely, sql } from 'kysely';
import { takeAttachment } from '../interactions/attachments.ts';
import { OF_THREADS } from '../interactions/drop-unsaid-files.ts';
import type { Tables } from '../store/tables.ts';

interface FileRooms {
  readonly db: Kysely<Tables>;
  readonly centre: string;
}

export type Files = NonNullable<ConversationMessage['attachments']>;

/** What all visitors together have sent and not said, at most; and those of one network. */
const UNSAID_BYTES_MAX = 1_000_000_000;
const UNSAID_BYTES_FROM_MAX = 200_000_000;
/** What a visitor has sent in his thread, said or not, at most. */
const THREAD_BYTES_MAX = 200_000_000;

/** A file that arrives. */
interface Arriving {
  readonly id: string;
  readonly threadId: string;
  readonly piiNetwork: string;
  readonly commandId: string;
}

/**
 * Takes a file of a visitor in. Until he says what it belongs to it lies with his thread, where nobody
 * else sees it. Returns why it is refused: neither a thread nor a network takes up the room of others.
 */
export async function takeVisitorFile(
  rooms: FileRooms,
  { id, threadId, piiNetwork, commandId }: Arriving,
  body: AsyncIterable<Uint8Array>,
): Promise<Awaited<ReturnType<typeof takeAttachment>>> {
  const { centre } = rooms;
  const arriving = { id, interactionId: threadId, authorId: null, piiNetwork, commandId };
  const refusal = async (db: Kysely<Tables>): Promise<Problem | undefined> => {
    const unsaid = await unsaidBytes({ db, centre }, piiNetwork);
    if (unsaid.all > UNSAID_BYTES_MAX || unsaid.ofNetwork > UNSAID_BYTES_FROM_MAX) return TOO_MUCH;
    return (await threadBytes({ db, centre }, threadId)) > THREAD_BYTES_MAX
      ? THREAD_FULL
      : undefined;
  };
  const known = await refusal(rooms.db);
  // Before anything is read of what will not be taken.
  if (known !== undefined) return known;
  return await takeAttachment(rooms, arriving, body, { name: 'visitors', refusal });
}

const TOO_MUCH: Problem = {
  type: 'too-many-files',
  title: 'No more files can be taken in at this moment. Send your words, and the file later.',
  status: 409,
  field: 'body',
};

const THREAD_FULL: Problem = {
  type: 'too-many-files',
  title: 'This conversation holds as many files as it can. Send your words without one.',
  status: 409,
  field: 'body',
};

/** How much visitors have sent and not said, all of them and those of a network. */
async function unsaidBytes(
  { db, centre }: FileRooms,
  piiNetwork: string,
): Promise<{ readonly all: number; readonly ofNetwork: number }> {
  const { rows } = await sql<{ all_bytes: string | null; network_bytes: string | null }>`
    select sum(size_bytes) as all_bytes,
      sum(size_bytes) filter (where pii_network = ${piiNetwork}) as network_bytes
    from attachment
    where centre = ${centre} and message_id is null and interaction_id like ${OF_THREADS}`.execute(
    db,
  );
  const [sums] = rows;
  return { all: Number(sums?.all_bytes ?? 0), ofNetwork: Number(sums?.network_bytes ?? 0) };
}

async function threadBytes({ db, centre }: FileRooms, threadId: string): Promise<number> {
  const { rows } = await sql<{ size_bytes: string | null }>`
    select sum(size_bytes) as size_bytes from attachment
    where centre = ${centre} and author_id is null and interaction_id in (
      select ${threadId} union all
      select interaction_id from visitor_turn
      where centre = ${centre} and thread_id = ${threadId})`.execute(db);
  return Number(rows[0]?.size_bytes ?? 0);
}

/** A message that is about to be said, and the files that it names. */
export interface Naming {
  readonly threadId: string;
  readonly messageId: string;
  readonly named: readonly Pick<Files[number], 'attachmentId' | 'piiName'>[];
}

/**
 * The files of its thread that a message names, as it shows them; undefined when one of them is not
 * there, or was said before. They become the message's when it is kept, and not before.
 */
export async function namedFiles(
  { db, centre }: FileRooms,
  { threadId, messageId, named }: Naming,
): Promise<Files | undefined> {
  if (named.length === 0) return [];
  const ids = new Set(named.map(({ attachmentId }) => attachmentId));
  const rows = await db
    .selectFrom('attachment')
    .select(['id', 'content_type', 'size_bytes'])
    .where('centre', '=', centre)
    .where('id', 'in', [...ids])
    .where((build) =>
      build.or([
        build.and([build('interaction_id', '=', threadId), build('message_id', 'is', null)]),
        build('message_id', '=', messageId),
      ]),
    )
    .execute();
  if (rows.length !== ids.size) return undefined;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return named.flatMap(({ attachmentId, piiName }) => {
    const row = byId.get(attachmentId);
    if (row === undefined) return [];
    return { attachmentId, piiName, contentType: row.content_type, sizeBytes: row.size_bytes };
  });
}

/** A file that was said in a thread and is no colleague's note, or that waits there to be said. */
export async function readVisitorFile(
  { db, centre }: FileRooms,
  { id, threadId }: { readonly id: string; readonly threadId: string },
): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('attachment as a')
    .select('a.pii_content')
    .where('a.centre', '=', centre)
    .where('a.id', '=', id)
    .where((build) =>
      build.or([
        build.and([build('a.interaction_id', '=', threadId), build('a.message_id', 'is', null)]),
        build.exists(
          build
            .selectFrom('visitor_turn as n')
            .innerJoin('message as m', (join) =>
              join
                .onRef('m.centre', '=', 'n.centre')
                .onRef('m.interaction_id', '=', 'n.interaction_id'),
            )
            .select('m.id')
            .whereRef('n.centre', '=', 'a.centre')
            .whereRef('n.interaction_id', '=', 'a.interaction_id')
            .where('n.thread_id', '=', threadId)
            .whereRef('m.id', '=', 'a.message_id')
            .where('m.is_note', '=', false),
        ),
      ]),
    )
    .executeTakeFirst();
  return row?.pii_content;
}
