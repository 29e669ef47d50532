import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { getAdapter } from 'better-auth/db/adapter';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Kysely } from 'kysely';
import type { Tables } from '../../store/tables.ts';
import { hashSessionTokens } from './hash-session-tokens.ts';

/** A shift, and the way to it: whoever comes back the next day signs in again. */
const SESSION_SECONDS = 12 * 60 * 60;

/** What the engine needs to know of the centre that it serves. */
export interface EngineOptions {
  readonly centre: string;
  readonly secret: string;
  /** Whether cookies travel over HTTPS alone. */
  readonly isSecure: boolean;
  readonly notice: (message: string) => void;
}

export type Engine = Awaited<ReturnType<typeof openEngine>>;

/**
 * Opens what passwords, sessions and second factors rest upon. It is asked through its functions
 * alone: its own routes are mounted nowhere, and its own limits are off, because ours decide.
 */
export async function openEngine(db: Kysely<Tables>, options: EngineOptions) {
  const common = engineOptions(options);
  const adapter = await getAdapter({ ...common, database: engineDatabase(db) });
  return betterAuth({ ...common, database: () => hashSessionTokens(adapter) });
}

/** Where its tables are, for itself and for the test that compares them with what it wants. */
export function engineDatabase(db: Kysely<Tables>) {
  return { db: db as unknown as Kysely<never>, type: 'postgres' as const };
}

/** How it is set up. */
export function engineOptions({ centre, secret, isSecure, notice }: EngineOptions) {
  return {
    appName: 'Rapport',
    // Its cookies and links would be made from it; we hand out neither links nor its routes.
    baseURL: 'http://rapport.invalid',
    secrets: [{ version: 1, value: secret }],
    secret,
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: { level: 'error', log: (_level, message) => notice(`sign-in: ${message}`) },
    emailAndPassword: { enabled: true, disableSignUp: true, maxPasswordLength: 128 },
    user: { modelName: 'auth_user', fields: USER_FIELDS },
    session: {
      modelName: 'auth_session',
      fields: SESSION_FIELDS,
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    account: { modelName: 'auth_account', fields: ACCOUNT_FIELDS },
    verification: {
      modelName: 'auth_verification',
      fields: VERIFICATION_FIELDS,
      storeIdentifier: 'hashed',
    },
    advanced: {
      // Two centres on one host are two names: cookies do not know ports.
      cookiePrefix: `${isSecure ? '__Host-' : ''}rapport-${centre}`,
      useSecureCookies: false,
      defaultCookieAttributes: { secure: isSecure, httpOnly: true, sameSite: 'lax', path: '/' },
      // Whence a request came is decided before the engine is asked.
      disableCSRFCheck: true,
      disableOriginCheck: true,
    },
    plugins: [
      twoFactor({
        issuer: 'Rapport',
        accountLockout: { enabled: false },
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: { modelName: 'auth_two_factor', fields: TWO_FACTOR_FIELDS },
        },
      }),
    ],
  } satisfies BetterAuthOptions;
}

const TIMES = { createdAt: 'created_at', updatedAt: 'updated_at' };
const USER_FIELDS = { emailVerified: 'email_verified', ...TIMES };
const SESSION_FIELDS = {
  userId: 'user_id',
  expiresAt: 'expires_at',
  ipAddress: 'pii_ip_address',
  userAgent: 'pii_user_agent',
  token: 'token_hash',
  ...TIMES,
};
const ACCOUNT_FIELDS = {
  accountId: 'account_id',
  providerId: 'provider_id',
  userId: 'user_id',
  accessToken: 'access_token',
  refreshToken: 'refresh_token',
  idToken: 'id_token',
  accessTokenExpiresAt: 'access_token_expires_at',
  refreshTokenExpiresAt: 'refresh_token_expires_at',
  password: 'password_hash',
  ...TIMES,
};
const VERIFICATION_FIELDS = { expiresAt: 'expires_at', ...TIMES };
const TWO_FACTOR_FIELDS = {
  userId: 'user_id',
  backupCodes: 'backup_codes',
  failedVerificationCount: 'failed_verification_count',
  lockedUntil: 'locked_until',
};
