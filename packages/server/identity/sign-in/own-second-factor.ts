import { writeAuditEntry } from '../../store/write-audit-entry.ts';
import { askEngine, type EngineOutcome } from './ask-engine.ts';
import { type Own, ownPerson } from './own-account.ts';
import { type Guess, throttled } from './throttled.ts';
import { useCodeOnce } from './use-code-once.ts';

/** Prepares a second factor, or says that one is in force. Whoever asks has shown his password. */
export async function beginSecondFactor(
  own: Own,
  password: string,
): Promise<EngineOutcome<{ readonly otpauthUri: string; readonly backupCodes: string[] }>> {
  const { pii_email: email } = await ownPerson(own);
  const asked = await askEngine(() =>
    own.identity.engine.api.enableTwoFactor({
      body: { password },
      headers: sessionHeaders(own),
      returnHeaders: true,
    }),
  );
  if (!asked.ok) return asked;
  if (asked.answer.method !== 'totp') throw new Error('the engine prepared another second factor');
  const { totpURI, backupCodes } = asked.answer;
  return { ...asked, answer: { otpauthUri: labelled(totpURI, email), backupCodes } };
}

/**
 * Puts it in force, when the code is right. His session goes on under other cookies. Guessing is slowed:
 * a code that is right here would be right at the entrance.
 */
export async function confirmSecondFactor(
  own: Own,
  code: string,
): Promise<Guess<readonly string[]>> {
  const { db, identity, principal, trace } = own;
  const { user_id: userId } = await ownPerson(own);
  const tried = { subject: `own second factor ${principal.id}`, address: trace.address };
  return await throttled(identity.throttle, tried, async () => {
    const proven = await useCodeOnce({ db, identity, userId, code }, () =>
      askEngine<unknown>(() =>
        identity.engine.api.verifyTOTP({
          body: { code },
          headers: sessionHeaders(own),
          returnHeaders: true,
        }),
      ),
    );
    if (proven === undefined) return undefined;
    await written(own, 'begin-second-factor');
    return proven.cookies;
  });
}

/** Ends it. Whoever asks has shown his password. */
export async function endSecondFactor(own: Own, password: string): Promise<EngineOutcome<unknown>> {
  const asked = await askEngine<unknown>(() =>
    own.identity.engine.api.disableTwoFactor({
      body: { password },
      headers: sessionHeaders(own),
      returnHeaders: true,
    }),
  );
  if (asked.ok) await written(own, 'end-second-factor');
  return asked;
}

function sessionHeaders({ identity, trace }: Own): Headers {
  return new Headers({ cookie: identity.cookies.sessionOnly(trace.cookie) });
}

/** The engine has done it already, in transactions of its own. */
async function written({ db, centre, identity, principal }: Own, action: string): Promise<void> {
  identity.forget();
  await db
    .transaction()
    .execute((trx) =>
      writeAuditEntry(trx, { centre, actor: principal.id, action, subject: principal.id }),
    );
}

/** What the authenticator shows: the address that its owner knows, not the engine's. */
function labelled(uri: string, email: string): string {
  const { search } = new URL(uri);
  return `otpauth://totp/${encodeURIComponent('Rapport')}:${encodeURIComponent(email)}${search}`;
}
