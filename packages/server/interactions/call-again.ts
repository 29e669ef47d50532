import type { Channel, Requirement } from '@rapport/core';
import { HostUnavailable } from '../host/host-faults.ts';
import { createdId } from '../identity/mint-id.ts';
import { type ItemTerms, openItem } from './open-item.ts';
import { type IntakeRooms, receiveInteraction } from './receive-interaction.ts';

/** An exchange in which its customer said something that nobody hears. */
interface Unheard {
  readonly interactionId: string;
  readonly workId: string;
  readonly customerId?: string;
  readonly piiSubject?: string;
  readonly actor: string;
}

interface ViewRooms {
  /** Whether the views show a position, in a moment at most. */
  readonly whenShown: (position: number) => Promise<boolean>;
}

/**
 * Makes an item for the customer of an exchange that has ended, once, whatever more he says there.
 *
 * @throws {HostUnavailable} nothing is known of the item yet. Said again, it is heard.
 */
export async function callAgain(
  rooms: IntakeRooms & ViewRooms,
  { interactionId, workId, actor, ...asker }: Unheard,
): Promise<void> {
  const commandId = `${interactionId}:again`;
  // By now the item may be gone: told from elsewhere, its terms could be other words for the same.
  if (await isCalled(rooms, commandId)) return;
  const terms = await termsOf(rooms, workId);
  if (terms === undefined) throw new HostUnavailable('the views do not show an item yet');
  await receiveInteraction(rooms, { ...terms, ...asker }, { commandId, actor });
}

async function isCalled({ db, centre }: IntakeRooms, commandId: string): Promise<boolean> {
  const row = await db
    .selectFrom('interaction')
    .select('id')
    .where('centre', '=', centre)
    .where('id', '=', createdId('interaction', commandId))
    .executeTakeFirst();
  return row !== undefined;
}

/** What an item came in with, whether it is open or not. */
async function termsOf(
  { db, centre, host, whenShown }: IntakeRooms & ViewRooms,
  workId: string,
): Promise<ItemTerms | undefined> {
  const item = await openItem(host, workId);
  if (item !== undefined) return item.terms;
  // One that came and went a moment ago is in the views as soon as they follow.
  await whenShown(host.position);
  const row = await db
    .selectFrom('view_work')
    .select(['channel', 'requirements', 'promise_id', 'priority'])
    .where('centre', '=', centre)
    .where('id', '=', workId)
    .executeTakeFirst();
  return (
    row && {
      // The view's writer knows these two.
      channel: row.channel as Channel,
      requirements: JSON.parse(row.requirements) as Requirement[],
      promiseId: row.promise_id,
      priority: row.priority,
    }
  );
}
