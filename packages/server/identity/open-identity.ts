import type { IncomingHttpHeaders } from 'node:http';
import type { Kysely } from 'kysely';
import { keyFor } from '../secrets/secret-key.ts';
import type { Settings } from '../settings.ts';
import { findTogether } from '../store/find-together.ts';
import type { Tables } from '../store/tables.ts';
import { findKeyHolders } from './api-keys.ts';
import { type Called, whenceOf, type Whence } from './own-origin.ts';
import type { Principal } from './principal.ts';
import { rememberPrincipals } from './remember-principals.ts';
import { requestHash } from './request-hash.ts';
import { tokenFor, tokenHash } from './secret-token.ts';
import { type Engine, openEngine } from './sign-in/engine.ts';
import { type SessionCookies, sessionCookies } from './sign-in/session-cookies.ts';
import { findSessionHolders } from './sign-in/session-principal.ts';
import { type Throttle, throttleOf } from './sign-in/throttle.ts';

/** Who everybody is, in one centre. */
export interface Identity {
  /** Whose key or session a request carries; undefined where it carries none in force. */
  readonly authenticate: (headers: IncomingHttpHeaders) => Promise<Principal | undefined>;
  /** Whose they were when they were last looked up in this process: for counting, not for letting in. */
  readonly knownId: (headers: IncomingHttpHeaders) => string | undefined;
  /** Whence a browser sends a request. One that a session authenticates must come from us. */
  readonly whence: (called: Called) => Whence;
  /** Lets what was changed about people, sessions and keys hold at once in this process. */
  readonly forget: () => void;
  readonly engine: Engine;
  readonly cookies: SessionCookies;
  readonly throttle: Throttle;
  /** By which a request is recognised when it comes again. */
  readonly requestHash: (body: unknown) => string;
  /** The token of an invitation: the same for the same text, and nobody's guess. */
  readonly invitationToken: (text: string) => string;
}

export interface IdentityOptions extends Pick<Settings, 'centre' | 'publicUrl'> {
  readonly secretKey: Buffer;
  readonly notice: (message: string) => void;
}

export async function openIdentity(
  db: Kysely<Tables>,
  { centre, publicUrl, secretKey, notice }: IdentityOptions,
): Promise<Identity> {
  const secret = keyFor('sign-in', secretKey).toString('base64url');
  const invitationKey = keyFor('invitations', secretKey);
  const requestKey = keyFor('requests', secretKey);
  const isSecure = publicUrl?.startsWith('https:') ?? false;
  const engine = await openEngine(db, { centre, secret, isSecure, notice });
  const cookies = await sessionCookies(engine, secret);
  const keys = rememberPrincipals(findTogether((hashes) => findKeyHolders(db, centre, hashes)));
  const sessions = rememberPrincipals(
    findTogether((hashes) => findSessionHolders(db, centre, hashes)),
  );
  const shown = ({ authorization, cookie }: IncomingHttpHeaders) => {
    if (authorization !== undefined) {
      const [scheme = '', key = ''] = authorization.split(' ', 2);
      const isKey = scheme.toLowerCase() === 'bearer';
      return isKey ? { memory: keys, hash: tokenHash(key) } : undefined;
    }
    const hash = cookies.sessionHash(cookie);
    return hash === undefined ? undefined : { memory: sessions, hash };
  };
  return {
    async authenticate(headers) {
      const token = shown(headers);
      return token === undefined ? undefined : await token.memory.find(token.hash);
    },
    knownId(headers) {
      const token = shown(headers);
      return token?.memory.knownId(token.hash);
    },
    whence: (called) => whenceOf(called, publicUrl),
    forget() {
      keys.forget();
      sessions.forget();
    },
    engine,
    cookies,
    throttle: throttleOf(db, { centre, key: keyFor('throttle', secretKey) }),
    requestHash: (body) => requestHash(requestKey, body),
    invitationToken: (text) => tokenFor(invitationKey, text),
  };
}
