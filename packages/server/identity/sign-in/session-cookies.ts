import { createHmac, timingSafeEqual } from 'node:crypto';
import { parseCookies } from 'better-auth/cookies';
import { tokenHash } from '../secret-token.ts';
import type { Engine } from './engine.ts';

/** What the engine reads in cookies. */
export interface SessionCookies {
  /** The hash of the session's token, as it is kept. */
  readonly sessionHash: (header: string | undefined) => string | undefined;
  /** The challenge that waits for a second factor. */
  readonly challenge: (header: string | undefined) => string | undefined;
  /** The header without everything but the session, or but the challenge. */
  readonly sessionOnly: (header: string | undefined) => string;
  readonly challengeOnly: (header: string | undefined) => string;
}

/** Reads cookies as the engine does: one that it would not take, nobody is let in with. */
export async function sessionCookies(engine: Engine, secret: string): Promise<SessionCookies> {
  const context = await engine.$context;
  const nameOfSession = context.authCookies.sessionToken.name;
  const nameOfChallenge = context.createAuthCookie('two_factor').name;
  return {
    sessionHash(header) {
      const token = signedValue(cookieIn(header, nameOfSession), secret);
      return token === undefined ? undefined : tokenHash(token);
    },
    challenge: (header) => signedValue(cookieIn(header, nameOfChallenge), secret),
    sessionOnly: (header) => onlyCookie(header, nameOfSession),
    challengeOnly: (header) => onlyCookie(header, nameOfChallenge),
  };
}

/** What stands before the signature of a signed cookie; undefined where that is not ours. */
function signedValue(cookie: string | undefined, secret: string): string | undefined {
  const end = cookie?.lastIndexOf('.') ?? -1;
  if (cookie === undefined || end < 1) return undefined;
  const value = cookie.slice(0, end);
  const given = Buffer.from(cookie.slice(end + 1), 'base64');
  const own = createHmac('sha256', secret).update(value).digest();
  return given.length === own.length && timingSafeEqual(given, own) ? value : undefined;
}

function cookieIn(header: string | undefined, name: string): string | undefined {
  return header === undefined ? undefined : parseCookies(header).get(name);
}

function onlyCookie(header: string | undefined, name: string): string {
  const value = cookieIn(header, name);
  return value === undefined ? '' : `${name}=${encodeURIComponent(value)}`;
}
