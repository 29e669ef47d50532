import type { DeskEvent } from '@rapport/core';
import { unreachedText } from '@rapport/protocol';
import type { Transaction } from 'kysely';
import { eventsOf } from '../host/fold-history.ts';
import type { Follower } from '../host/follower.ts';
import { createdId } from '../identity/mint-id.ts';
import { addMessage } from '../interactions/add-message.ts';
import type { MessageKept } from '../interactions/message-feed.ts';
import type { JournalRow } from '../store/journal.ts';
import type { Tables } from '../store/tables.ts';

interface Following {
  readonly centre: string;
  /** Hears of each message that was said; it is durable a moment later. */
  readonly onMessage: (message: MessageKept) => void;
}

interface Unreached {
  readonly workId: string;
  readonly count: number;
  readonly at: number;
  readonly seq: number;
}

/**
 * Tells customers whom nobody reached on the telephone, in their conversation, and lets go of the numbers of
 * items that are over. Rows and position move together, so that it is said once.
 */
export function callbackFollower(following: Following): Follower {
  return {
    name: 'callbacks',
    apply: async (trx, rows) => {
      const events = rows.flatMap((row) => eventsOf(row).map((event) => ({ event, row })));
      for (const unreached of events.flatMap(unreachedIn)) await tell(trx, following, unreached);
      await forgetNumbers(
        trx,
        following.centre,
        events.flatMap(({ event }) => closedBy(event)),
      );
    },
  };
}

function unreachedIn({
  event,
  row: { at, seq },
}: {
  readonly event: DeskEvent;
  readonly row: JournalRow;
}): readonly Unreached[] {
  if (event.type !== 'callback-missed' || event.againAt !== undefined) return [];
  return [{ workId: event.workId, count: event.attemptCount, at, seq }];
}

function closedBy(event: DeskEvent): readonly string[] {
  return event.type === 'work-completed' || event.type === 'work-abandoned' ? [event.workId] : [];
}

/** Where there is a conversation, and words of his may still be kept. */
async function tell(
  trx: Transaction<Tables>,
  { centre, onMessage }: Following,
  { workId, count, at, seq }: Unreached,
): Promise<void> {
  const row = await trx
    .selectFrom('interaction as i')
    .leftJoin('customer as c', (join) =>
      join.onRef('c.centre', '=', 'i.centre').onRef('c.id', '=', 'i.customer_id'),
    )
    .select(['i.id', 'c.language'])
    .where('i.centre', '=', centre)
    .where('i.work_id', '=', workId)
    .executeTakeFirst();
  if (row === undefined) return;
  const { id: interactionId, language } = row;
  const ordinal = await addMessage(
    { db: trx, centre },
    {
      ...{ id: createdId('message', `unreached:${seq}:${workId}`), interactionId, at },
      ...{ authorKind: 'centre', authorId: null, isNote: false, attachments: [] },
      piiText: unreachedText(language ?? undefined, count),
    },
  );
  onMessage({ interactionId, ordinal });
}

async function forgetNumbers(
  trx: Transaction<Tables>,
  centre: string,
  workIds: readonly string[],
): Promise<void> {
  if (workIds.length === 0) return;
  await trx
    .deleteFrom('callback_number')
    .where('centre', '=', centre)
    .where('work_id', 'in', workIds)
    .execute();
}
