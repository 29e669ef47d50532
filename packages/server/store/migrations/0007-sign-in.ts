import { type Kysely, sql } from 'kysely';

/** How people sign in. What opens something is kept as a hash; what is needed again, encrypted. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await accountTables(db);
  await proofTables(db);
  // By which a centre recognises its secret key, which is not kept here.
  await sql`
    create table secret_key_check (centre text primary key, check_value text not null)`.execute(db);
  await sql`
    create table invitation (
      centre text not null,
      person_id text not null,
      token_hash text not null unique,
      expires_at timestamptz not null,
      command_id text not null,
      primary key (centre, person_id)
    )`.execute(db);
  // With which the first administrator is made, in a centre that has none.
  await sql`
    create table set_up_link (centre text primary key, token_hash text not null)`.execute(db);
  await sql`
    create table sign_in_throttle (
      centre text not null,
      key text not null,
      failure_count integer not null default 0,
      failed_at timestamptz,
      succeeded_at timestamptz,
      primary key (centre, key)
    )`.execute(db);
  // What asked for it, hashed with the secret, so that the same request again is recognised.
  await sql`alter table person add request_hash text`.execute(db);
  await sql`alter table api_key add request_hash text`.execute(db);
  // An agent is one person.
  await sql`create unique index person_agent_key on person (centre, agent_id)`.execute(db);
  await sql`create index agent_profile_by_team on agent_profile (centre, team_id)`.execute(db);
}

// The tables of the sign-in engine, which a test asks whether it lacks anything.

async function accountTables(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table auth_user (
      id text primary key,
      name text not null,
      email text not null unique,
      email_verified boolean not null,
      image text,
      two_factor_enabled boolean default false,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table auth_session (
      id text primary key,
      user_id text not null references auth_user (id) on delete cascade,
      token_hash text not null unique,
      expires_at timestamptz not null,
      pii_ip_address text,
      pii_user_agent text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table auth_account (
      id text primary key,
      user_id text not null references auth_user (id) on delete cascade,
      account_id text not null,
      provider_id text not null,
      password_hash text,
      access_token text,
      refresh_token text,
      id_token text,
      access_token_expires_at timestamptz,
      refresh_token_expires_at timestamptz,
      scope text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db);
}

async function proofTables(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table auth_verification (
      id text primary key,
      identifier text not null,
      value text not null,
      expires_at timestamptz not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table auth_two_factor (
      id text primary key,
      user_id text not null references auth_user (id) on delete cascade,
      secret text not null,
      backup_codes text not null,
      verified boolean default true,
      failed_verification_count integer default 0,
      locked_until timestamptz
    )`.execute(db);
  await sql`create index auth_session_by_user on auth_session (user_id)`.execute(db);
  await sql`create index auth_account_by_user on auth_account (user_id)`.execute(db);
  await sql`create index auth_two_factor_by_user on auth_two_factor (user_id)`.execute(db);
  await sql`create index auth_verification_by_identifier on auth_verification (identifier)`.execute(
    db,
  );
}
