import { createHmac } from 'node:crypto';
import { canonicalJson } from '../host/canonical-json.ts';

/**
 * By which a request is recognised when it comes again. Hashed with the secret: what it asks for may
 * be a name, and a plain hash of a name says whose it is to whoever guesses it.
 */
export function requestHash(secret: string, body: unknown): string {
  return createHmac('sha256', secret)
    .update(`request ${canonicalJson(body)}`)
    .digest('base64url');
}
