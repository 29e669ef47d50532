import type { ColumnType, Generated } from 'kysely';

// Of the engine's own tables only the columns that we touch; it writes the others.

/** An account to sign in with. Who it is, `person` says: `email` is made up, and leads nowhere. */
export interface AuthUserTable {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly email_verified: boolean;
  readonly two_factor_enabled: Generated<boolean | null>;
}

export interface AuthSessionTable {
  readonly id: string;
  readonly user_id: string;
  readonly token_hash: string;
  readonly expires_at: Date;
  readonly created_at: Generated<Date>;
}

export interface AuthAccountTable {
  readonly id: string;
  readonly user_id: string;
  readonly account_id: string;
  readonly provider_id: string;
  readonly password_hash: string | null;
}

export interface AuthVerificationTable {
  readonly id: string;
  readonly identifier: string;
  readonly value: string;
  readonly expires_at: Date;
}

export interface AuthTwoFactorTable {
  readonly id: string;
  readonly user_id: string;
  readonly secret: string;
  readonly backup_codes: string;
}

/** Codes of second factors that are used up. */
export interface UsedCodeTable {
  readonly user_id: string;
  /** Hashed with the secret. */
  readonly code_hash: string;
  /** From then on the code would be wrong anyway. */
  readonly until_at: Date;
}

/** By which a centre recognises its secret key; one a centre. */
export interface SecretKeyCheckTable {
  readonly centre: string;
  readonly check_value: string;
}

/** A link by which somebody chooses his password; one a person. */
export interface InvitationTable {
  readonly centre: string;
  readonly person_id: string;
  /** SHA-256; with a mark before it once it opens nothing any more. */
  readonly token_hash: string;
  readonly expires_at: Date;
  /** What asked for it, so that the same request again gets the same link. */
  readonly command_id: string;
  /** What had asked for the links before, the latest last. */
  readonly replaced_command_ids: Generated<readonly string[]>;
}

/** The link by which the first administrator is made; one a centre. */
export interface SetUpLinkTable {
  readonly centre: string;
  /** SHA-256. */
  readonly token_hash: string;
}

/** How often signing in has failed, by what is counted. */
export interface SignInThrottleTable {
  readonly centre: string;
  /** Hashed with the secret. */
  readonly key: string;
  readonly failure_count: Generated<number>;
  readonly failed_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  readonly succeeded_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}
