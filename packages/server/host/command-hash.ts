import { hash } from 'node:crypto';
import type { Command } from '@rapport/core';
import type { Kept } from '../store/kept.ts';

/** In hexadecimal digits: 16 bits. */
const MARK_LENGTH = 4;

/**
 * Tells one command from another, however their fields are ordered: SHA-256 of its canonical form, and
 * a mark of the words that go with it.
 */
export function commandHash(command: Command, keep?: Kept): string {
  const ofCommand = hash('sha256', canonical(command), 'base64url');
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

/** JSON with the keys of every object sorted and absent fields left out. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const fields = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of Object.keys(fields).sort()) {
    const field = fields[key];
    if (field === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(field)}`;
  }
  return `{${text}}`;
}
