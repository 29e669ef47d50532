import { hash } from 'node:crypto';
import type { Command } from '@rapport/core';
import { canonicalJson } from './canonical-json.ts';

/** Tells one command from another, however their fields are ordered: SHA-256 of its canonical form. */
export function commandHash(command: Command): string {
  return hash('sha256', canonicalJson(command), 'base64url');
}
