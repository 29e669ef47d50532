import type { Kysely } from 'kysely';
import type pg from 'pg';

/** Where sessions come from, and what keeps that place alive. */
export interface DatabaseSource {
  readonly kind: 'embedded' | 'external';
  /** For a dedicated client: `new pg.Client(database.connection)`. May hold a password. */
  readonly connection: pg.ClientConfig;

  /**
   * Resolves when the database answers: at once, or when a lost one is back.
   *
   * @throws {DatabaseUnavailable} it is still away after about 30 s. A lost embedded server goes on
   * being restarted; call again to wait again.
   * @throws {EmbeddedDatabaseBroken} the data of a lost embedded server are gone. It is started once
   * they are back; call again to wait again.
   */
  readonly ready: () => Promise<void>;

  /** Ends the embedded server when no other process uses it. */
  readonly close: () => Promise<void>;
}

/** An open database: the embedded one, kept alive as long as this is open, or an external one. */
export interface Database<Tables = unknown> extends DatabaseSource, AsyncDisposable {
  readonly pool: pg.Pool;
  readonly kysely: Kysely<Tables>;
  /** Such as `18.4`. */
  readonly serverVersion: string;
}
