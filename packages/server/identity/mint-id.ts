import { hash, randomBytes } from 'node:crypto';
import { asId, type Id } from '@rapport/core';

/**
 * Returns a new UUID of version 7: the time first, so that ids sort by age, then chance.
 *
 * Source: RFC 9562, section 5.7.
 */
export function mintUuid(now: number = Date.now()): string {
  const hex = now.toString(16).padStart(12, '0') + randomBytes(10).toString('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `7${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/**
 * Returns the id of what a command creates: always the same for the same command, so that a retry
 * speaks of the same thing, and nobody's guess, because a command id is unique to its principal.
 */
export function createdId<Kind extends string>(kind: Kind, commandId: string): Id<Kind> {
  return asId<Kind>(`${kind}_${hash('sha256', commandId, 'hex').slice(0, 32)}`);
}
