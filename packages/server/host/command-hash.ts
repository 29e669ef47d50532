import { hash } from 'node:crypto';
import type { Command } from '@rapport/core';
import type { Kept } from '../store/kept.ts';
import { canonicalHash } from './canonical-hash.ts';

/** In hexadecimal digits: 16 bits. */
const MARK_LENGTH = 4;

/** Tells one command from another: its canonical hash, and a mark of the words that go with it. */
export function commandHash(command: Command, keep?: Kept): string {
  const ofCommand = canonicalHash(command);
  return keep === undefined ? ofCommand : `${ofCommand}.${markOf(keep)}`;
}

/**
 * The beginning of a hash of what the customer said. The journal keeps it for ever, so it is too short
 * to find erased words by guessing, and long enough to notice that a key is used for other words.
 */
function markOf({ piiSubject, message }: Kept): string {
  const words = [piiSubject ?? null, message?.piiText ?? null];
  return hash('sha256', JSON.stringify(words), 'hex').slice(0, MARK_LENGTH);
}
