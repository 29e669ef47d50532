import { createHmac, hash, randomBytes } from 'node:crypto';

/** 256 bits of chance, as text that fits into addresses and headers. */
export function mintToken(): string {
  return randomBytes(32).toString('base64url');
}

/** A token of the same form that can be made again, by whoever has the key. */
export function tokenFor(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}

/** How such a token is kept: it is chance, so that one round of SHA-256 is as good as any slow hash. */
export function tokenHash(token: string): string {
  return hash('sha256', token, 'base64url');
}

/** Before a hash that is kept of a token which opens nothing any more; no hash begins so. */
export const VOID = 'void ';
