import { hash } from 'node:crypto';
import type { Command } from '@rapport/core';
import { isNumber, type Kept } from '../store/kept.ts';
import { canonicalHash } from './canonical-json.ts';

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
function markOf(kept: Kept): string {
  const words = isNumber(kept)
    ? [kept.piiNumber]
    : [kept.piiSubject ?? null, kept.message?.piiText ?? null];
  return hash('sha256', JSON.stringify(words), 'hex').slice(0, MARK_LENGTH);
}
