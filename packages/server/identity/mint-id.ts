import { hash, randomUUID } from 'node:crypto';
import { asId, type Id } from '@rapport/core';

/**
 * Returns a new UUID of version 7: the time first, so that ids sort by age, then chance.
 *
 * Source: RFC 9562, section 5.7.
 */
export function mintUuid(now: number = Date.now()): string {
  const time = now.toString(16).padStart(12, '0');
  // The chance, and the marks around it, of a UUID of version 4: Node draws for many at once.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

/**
 * Returns the id of what a command creates: always the same for the same command, so that a retry
 * speaks of the same thing, and nobody's guess, because a command id is unique to its principal.
 */
export function createdId<Kind extends string>(kind: Kind, commandId: string): Id<Kind> {
  return asId<Kind>(`${kind}_${hash('sha256', commandId, 'hex').slice(0, 32)}`);
}
