import type { Instant } from '@rapport/core';

const UUID_V7 = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/**
 * When a command id was minted, if it ends in a UUID of version 7; undefined for other ids.
 *
 * Source: RFC 9562, section 5.7: the first 48 bits are milliseconds since 1970.
 */
export function mintedAt(commandId: string): Instant | undefined {
  const match = UUID_V7.exec(commandId.slice(-36));
  if (match === null) return undefined;
  const [, high = '', low = ''] = match;
  return Number.parseInt(high + low, 16);
}
