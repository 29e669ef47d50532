import type { Problem } from '@rapport/protocol';
import type { Kysely } from 'kysely';
import type { Host } from '../host/host.ts';
import type { Principal } from '../identity/principal.ts';
import type { Tables } from '../store/tables.ts';
import { conversationsOf } from './conversations-of.ts';
import { interactionRows } from './interaction-rows.ts';

/**
 * The reach `conversation`: why a caller may have nothing to do with an interaction, or undefined when
 * he may. One that is not his is to him as one that does not exist.
 */
export async function conversationRefusal(
  {
    db,
    centre,
    host,
  }: { readonly db: Kysely<Tables>; readonly centre: string; readonly host: Host },
  principal: Principal,
  interactionId: string,
): Promise<Problem | undefined> {
  const theirs = await conversationsOf(principal, host);
  let select = interactionRows(db, centre).where('i.id', '=', interactionId);
  if (theirs !== undefined) select = select.where(theirs);
  if ((await select.executeTakeFirst()) !== undefined) return undefined;
  const title = `There is no interaction ${interactionId}.`;
  return { type: 'not-found', title, status: 404 };
}
