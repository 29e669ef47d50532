import { createHmac } from 'node:crypto';
import { canonicalJson } from '../host/canonical-json.ts';

/**
 * By which a request is recognised when it comes again. Hashed with a key: what it asks for may
 * be a name, and a plain hash of a name says whose it is to whoever guesses it.
 */
export function requestHash(key: Buffer, body: unknown): string {
  return createHmac('sha256', key).update(canonicalJson(body)).digest('base64url');
}
