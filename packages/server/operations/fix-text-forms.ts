import type pg from 'pg';

/** Fixes the settings that decide how values are written, so that they are read as they were. */
export async function fixTextForms(client: pg.ClientBase): Promise<void> {
  await client.query(
    `set datestyle = 'ISO'; set intervalstyle = 'postgres'; set timezone = 'UTC';
     set extra_float_digits = 1; set bytea_output = 'hex'; set client_encoding = 'UTF8';
     set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0`,
  );
}
