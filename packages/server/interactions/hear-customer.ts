import { type AgentId, asId } from '@rapport/core';
import { type Kysely, sql } from 'kysely';
import type { Host } from '../host/host.ts';
import type { Tables } from '../store/tables.ts';
import { isGoingOn, type OpenItem, openItem } from './open-item.ts';

/** That a customer has said something in the exchange of an item. */
interface Heard {
  readonly workId: string;
  /** Of what he said. */
  readonly commandId: string;
  readonly actor: string;
}

/**
 * Sees to it that what a customer has just said is heard: what was put off is wanted now, and in a chat it
 * is the agent's turn; and where the
 * exchange had ended by then, nobody would look there again, so that he is `calledAgain`.
 *
 * @throws what `Host.execute` throws.
 */
export async function hearCustomer(
  host: Host,
  { workId, commandId, actor }: Heard,
  calledAgain: () => Promise<unknown>,
): Promise<void> {
  const item = await openItem(host, workId);
  if (!isGoingOn(item)) await calledAgain();
  else if (item.status === 'deferred' || item.isCustomersTurn) {
    const type = item.status === 'deferred' ? 'recall-work' : 'hear-customer';
    // A refusal means that somebody else has seen to it meanwhile.
    await host.execute(
      { type, workId: asId<'work'>(workId) },
      { commandId: `${commandId}:${type === 'recall-work' ? 'recall' : 'hear'}`, actor },
    );
  }
}

/**
 * Tells the desk that an agent has answered in a chat, so that it is the customer's turn; unless it is so
 * already.
 *
 * @throws what `Host.execute` throws.
 */
export async function awaitAnswer(
  host: Host,
  { workId, commandId, actor, agentId }: Heard & { readonly agentId: AgentId },
  item: OpenItem,
): Promise<void> {
  const isExchange = item.status === 'active' || item.status === 'on-hold';
  if (!isExchange || item.isCustomersTurn || item.terms.channel !== 'chat') return;
  // A refusal means that the exchange has gone on or ended meanwhile.
  await host.execute(
    { type: 'await-customer', workId: asId<'work'>(workId), agentId },
    { commandId: `${commandId}:await`, actor },
  );
}

interface NotedRooms {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  readonly host: Pick<Host, 'position'>;
  /** Whether the views show a position, in a moment at most. */
  readonly whenShown: (position: number) => Promise<boolean>;
}

/**
 * Whether nobody has to be woken for a message that is said once more: an agent has read it or answered
 * after it, or the customer has given up since.
 */
export async function isNoted(
  { db, centre, host, whenShown }: NotedRooms,
  { interactionId, ordinal }: { readonly interactionId: string; readonly ordinal: number },
): Promise<boolean> {
  await whenShown(host.position);
  const { rows } = await sql<{ is_noted: boolean }>`
    select i.read_ordinal >= ${ordinal} or coalesce(w.status = 'abandoned', false) or exists (
      select 1 from message m
      where m.centre = i.centre and m.interaction_id = i.id and m.ordinal > ${ordinal}
        and m.author_kind = 'agent' and not m.is_note) as is_noted
    from interaction i left join view_work w on w.centre = i.centre and w.id = i.work_id
    where i.centre = ${centre} and i.id = ${interactionId}`.execute(db);
  return rows[0]?.is_noted ?? true;
}
