/**
 * The database does not answer now, but may again: it is starting, restarting or out of reach.
 * Retry after `database.ready()`.
 */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
  readonly code = 'database-unavailable';
  readonly retryable = true;
}

/** The external server is older than this release can work with. */
export class DatabaseTooOld extends Error {
  override readonly name = 'DatabaseTooOld';
  readonly code = 'database-too-old';
  readonly retryable = false;

  constructor(found: string, needed: string) {
    super(`the database is PostgreSQL ${found}; Rapport needs ${needed} or newer`);
  }
}

/** There is no embedded database where one was expected. */
export class DatabaseMissing extends Error {
  override readonly name = 'DatabaseMissing';
  readonly code = 'database-missing';
  readonly retryable = false;

  constructor(dataFolder: string) {
    super(`there is no database in ${dataFolder}; RAPPORT_DATA names the folder of the centre`);
  }
}

/** The embedded database cannot run here until someone mends the machine, as the message says. */
export class EmbeddedDatabaseBroken extends Error {
  override readonly name = 'EmbeddedDatabaseBroken';
  readonly code = 'embedded-database-broken';
  readonly retryable = false;
  /** What is wrong, without the command. */
  readonly finding: string;
  /** A command that mends it, where there is one. */
  readonly mend: string | undefined;

  constructor(finding: string, options: { readonly mend?: string; readonly cause?: unknown } = {}) {
    super(options.mend === undefined ? finding : `${finding}; mend it with: ${options.mend}`, {
      cause: options.cause,
    });
    this.finding = finding;
    this.mend = options.mend;
  }
}

/** Another process already serves this centre. */
export class ServerLocked extends Error {
  override readonly name = 'ServerLocked';
  readonly code = 'server-locked';
  readonly retryable = false;
}

// Class 08 is "connection exception"; 57P01 to 57P03 are shut down, crashed, starting up.
const UNAVAILABLE_SQL_STATE = /^(08...|57P0[123])$/;
const UNAVAILABLE_SYSTEM_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
// `pg` gives these no code.
const UNAVAILABLE_MESSAGE =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|timeout expired)/;

/**
 * Whether a failed query failed because the database was away rather than because of the query.
 * The outcome of a statement in flight is then unknown: it may have been committed.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (error instanceof DatabaseUnavailable) return true;
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    UNAVAILABLE_SQL_STATE.test(code) ||
    UNAVAILABLE_SYSTEM_CODES.has(code) ||
    UNAVAILABLE_MESSAGE.test(error.message)
  );
}
