import type { Kysely } from 'kysely';
import type { Tables } from '../../store/tables.ts';
import { foldEmail } from '../fold-email.ts';
import type { Identity } from '../open-identity.ts';
import { engineEmail } from './accounts.ts';
import { askEngine } from './ask-engine.ts';
import { type Guess, throttled } from './throttled.ts';
import { useCodeOnce } from './use-code-once.ts';

/** Whence somebody tries, and what his browser holds. */
export interface Trace {
  readonly address: string;
  /** The header. */
  readonly cookie: string | undefined;
}

/** Where people come in. */
interface Entrance {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  readonly identity: Identity;
}

/** As whom to ask where there is nobody: the engine then takes as long as for a wrong password. */
const NOBODY = 'nobody';

/** As what tries at the password of whoever has this address, folded, are counted. */
export function accountSubject(email: string): string {
  return `account ${email}`;
}

/** Signs a person of a centre in, as far as his password goes. */
export async function signIn(
  { db, centre, identity }: Entrance,
  { piiEmail, password }: { readonly piiEmail: string; readonly password: string },
  { address }: Trace,
): Promise<Guess<{ cookies: readonly string[]; isSecondFactorNeeded: boolean }>> {
  const email = foldEmail(piiEmail);
  const { engine, throttle } = identity;
  return await throttled(throttle, { subject: accountSubject(email), address }, async () => {
    const person = await db
      .selectFrom('person')
      .select('user_id')
      .where('centre', '=', centre)
      .where('pii_email', '=', email)
      .where('disabled_at', 'is', null)
      .executeTakeFirst();
    const userId = person?.user_id ?? NOBODY;
    const asked = await askEngine(() =>
      engine.api.signInEmail({
        body: { email: engineEmail(userId), password },
        headers: new Headers(),
        returnHeaders: true,
      }),
    );
    if (!asked.ok) return undefined;
    await forgetExpired(db, userId);
    const isSecondFactorNeeded = 'twoFactorRedirect' in asked.answer;
    return { cookies: asked.cookies, isSecondFactorNeeded };
  });
}

/** Completes signing in, with a code of the authenticator or a backup code. */
export async function proveSecondFactor(
  { db, centre, identity }: Entrance,
  code: string,
  { address, cookie = '' }: Trace,
): Promise<Guess<readonly string[]>> {
  const { engine, throttle, cookies } = identity;
  const challenge = cookies.challenge(cookie);
  const { internalAdapter } = await engine.$context;
  const waiting =
    challenge === undefined ? null : await internalAdapter.findVerificationValue(challenge);
  if (waiting === null) return { kind: 'wrong' };
  const person = await db
    .selectFrom('person')
    .select('id')
    .where('centre', '=', centre)
    .where('user_id', '=', waiting.value)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  // He may have been disabled since his password was right.
  if (person === undefined) return { kind: 'wrong' };
  const userId = waiting.value;
  const subject = `second factor ${userId}`;
  return await throttled(throttle, { subject, address }, async () => {
    // Not the session that his browser may still hold: whoever is signed in needs no second factor.
    const headers = new Headers({ cookie: cookies.challengeOnly(cookie) });
    const body = { code };
    const proven = await useCodeOnce({ db, identity, userId, code }, () =>
      askEngine<unknown>(() =>
        code.includes('-')
          ? engine.api.verifyBackupCode({ body, headers, returnHeaders: true })
          : engine.api.verifyTOTP({ body, headers, returnHeaders: true }),
      ),
    );
    return proven?.cookies;
  });
}

async function forgetExpired(db: Kysely<Tables>, userId: string): Promise<void> {
  await db
    .deleteFrom('auth_session')
    .where('user_id', '=', userId)
    .where('expires_at', '<', new Date())
    .execute();
}
