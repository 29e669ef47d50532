import type { IncomingHttpHeaders } from 'node:http';
import { parseCookies } from 'better-auth/cookies';
import type { Kysely } from 'kysely';
import type { Settings } from '../settings.ts';
import { findTogether } from '../store/find-together.ts';
import type { Tables } from '../store/tables.ts';
import { findKeyHolders } from './api-keys.ts';
import { whenceOf, type Whence } from './own-origin.ts';
import type { Principal } from './principal.ts';
import { rememberPrincipals } from './remember-principals.ts';
import { tokenHash } from './secret-token.ts';
import { type Engine, openEngine } from './sign-in/engine.ts';
import { sessionTokenHash } from './sign-in/hash-session-tokens.ts';
import { findSessionHolders } from './sign-in/session-principal.ts';
import { keptSecret } from './sign-in/sign-in-secret.ts';
import { type Throttle, throttleOf } from './sign-in/throttle.ts';

/** Who everybody is, in one centre. */
export interface Identity {
  /** Whose key or session a request carries; undefined where it carries none in force. */
  readonly authenticate: (headers: IncomingHttpHeaders) => Promise<Principal | undefined>;
  /** Whence a browser sends a request. One that a session authenticates must come from us. */
  readonly whence: (headers: IncomingHttpHeaders) => Whence;
  /** Lets what was changed about people, sessions and keys hold at once in this process. */
  readonly forget: () => void;
  readonly engine: Engine;
  readonly cookies: SessionCookies;
  readonly throttle: Throttle;
  /** Never to be shown, logged or sent. */
  readonly secret: string;
}

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

export interface IdentityOptions extends Pick<Settings, 'centre' | 'publicUrl' | 'secret'> {
  readonly notice: (message: string) => void;
}

export async function openIdentity(
  db: Kysely<Tables>,
  { centre, publicUrl, secret: given, notice }: IdentityOptions,
): Promise<Identity> {
  const secret = given ?? (await keptSecret(db));
  const isSecure = publicUrl?.startsWith('https:') ?? false;
  const engine = await openEngine(db, { centre, secret, isSecure, notice });
  const cookies = await sessionCookies(engine);
  const keys = rememberPrincipals(findTogether((hashes) => findKeyHolders(db, centre, hashes)));
  const sessions = rememberPrincipals(
    findTogether((hashes) => findSessionHolders(db, centre, hashes)),
  );
  return {
    async authenticate({ authorization, cookie }) {
      if (authorization !== undefined) {
        const [scheme = '', key = ''] = authorization.split(' ', 2);
        return scheme.toLowerCase() === 'bearer' ? await keys.find(tokenHash(key)) : undefined;
      }
      const hash = cookies.sessionHash(cookie);
      return hash === undefined ? undefined : await sessions.find(hash);
    },
    whence: (headers) => whenceOf(headers, publicUrl),
    forget() {
      keys.forget();
      sessions.forget();
    },
    engine,
    cookies,
    throttle: throttleOf(db, { centre, secret }),
    secret,
  };
}

async function sessionCookies(engine: Engine): Promise<SessionCookies> {
  const context = await engine.$context;
  const nameOfSession = context.authCookies.sessionToken.name;
  const nameOfChallenge = context.createAuthCookie('two_factor').name;
  return {
    sessionHash(header) {
      const token = signedValue(header, nameOfSession);
      return token === undefined ? undefined : sessionTokenHash(token);
    },
    challenge: (header) => signedValue(header, nameOfChallenge),
    sessionOnly: (header) => onlyCookie(header, nameOfSession),
    challengeOnly: (header) => onlyCookie(header, nameOfChallenge),
  };
}

/**
 * What stands before the signature of a signed cookie. The signature is not needed here: what stands
 * before it is chance that nobody can guess.
 */
function signedValue(header: string | undefined, name: string): string | undefined {
  const cookie = header === undefined ? undefined : parseCookies(header).get(name);
  const end = cookie?.lastIndexOf('.') ?? -1;
  return end < 1 ? undefined : cookie?.slice(0, end);
}

function onlyCookie(header: string | undefined, name: string): string {
  const value = header === undefined ? undefined : parseCookies(header).get(name);
  return value === undefined ? '' : `${name}=${encodeURIComponent(value)}`;
}
