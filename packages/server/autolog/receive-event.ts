import { hash } from 'node:crypto';
import type { Refusal, Result } from '@rapport/core';
import type { ForeignEvent } from '@rapport/protocol';
import {
  type CustomerUnknown,
  type IntakeRooms,
  receiveInteraction,
  type Received,
} from '../interactions/receive-interaction.ts';

/**
 * Takes an event of another system in as an interaction with its item. The event's source and id are
 * its identity: given twice by one principal, it is taken in once.
 *
 * @throws what `Host.execute` throws.
 */
export async function receiveEvent(
  rooms: IntakeRooms,
  { id, source, data }: ForeignEvent,
  actor: string,
): Promise<Result<Received, Refusal | CustomerUnknown>> {
  // Hashed, because what others call their events may hold anything, a customer's address too.
  const key = hash('sha256', JSON.stringify([source, id]), 'hex');
  const commandId = `${actor}:event:${key}`;
  return await receiveInteraction(rooms, { ...data, channel: 'autolog' }, { commandId, actor });
}
