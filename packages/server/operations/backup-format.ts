/*
 * A backup is one gzip file. Inside, as UTF-8 text:
 *
 *   one line of JSON: the header below
 *   for each table of the header, in its order: its rows in PostgreSQL's COPY text format,
 *     a line each, then the line `\.`, which no row can be
 *   one line of JSON: `{"sha256":"…"}`, over every byte before this line
 */

export const BACKUP_FORMAT = 1;

export interface BackupTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rowCount: number;
}

/** A sequence that has given out numbers; one that has not needs no word. */
export interface BackupSequence {
  readonly name: string;
  /** Text, because it may be past what a number holds. */
  readonly lastValue: string;
}

export interface BackupHeader {
  readonly format: typeof BACKUP_FORMAT;
  readonly rapportVersion: string;
  readonly postgresVersion: string;
  /** ISO 8601. */
  readonly createdAt: string;
  /** Those applied, in order. */
  readonly migrations: readonly string[];
  /** The journal's last position; absent without a journal. */
  readonly journalSeqMax?: number;
  readonly tables: readonly BackupTable[];
  readonly sequences: readonly BackupSequence[];
}

export interface BackupTrailer {
  readonly sha256: string;
}

/** How far a backup or a restore has come: which table is next, of how many. */
export interface TableStep {
  readonly table: string;
  /** From 1. */
  readonly number: number;
  readonly tableCount: number;
  readonly rowCount: number;
}

/** Ends a table. COPY escapes every backslash, so that no row looks like it. */
export const END_OF_TABLE = Buffer.from('\\.\n');

export const NO_BACKUP = 'it is not a backup of Rapport';

/** The file is not a backup, or not as it was written. Nothing has been loaded. */
export class BackupBroken extends Error {
  override readonly name = 'BackupBroken';
  readonly code = 'backup-broken';
  readonly retryable = false;
}

/**
 * Reads a header line.
 *
 * @throws {BackupBroken} it is none, or of a format that this release does not know.
 */
export function parseHeader(line: string): BackupHeader {
  const parsed = parseObject(line);
  if (parsed === undefined || typeof parsed['format'] !== 'number') {
    throw new BackupBroken(NO_BACKUP);
  }
  if (parsed['format'] !== BACKUP_FORMAT) {
    throw new BackupBroken(
      `its format is ${parsed['format']}, and this release reads format ${BACKUP_FORMAT}; ` +
        'restore it with the release that made it',
    );
  }
  // The checksum, which is verified before anything is loaded, vouches for the rest.
  return parsed as unknown as BackupHeader;
}

/** @throws {BackupBroken} the line is no trailer, as when the file was cut. */
export function parseTrailer(line: string): BackupTrailer {
  const parsed = parseObject(line);
  if (parsed === undefined || typeof parsed['sha256'] !== 'string') {
    throw new BackupBroken('its end is missing: it was cut off, or never finished');
  }
  return { sha256: parsed['sha256'] };
}

/** One line of JSON, as header and trailer are written. */
export function jsonLine(value: BackupHeader | BackupTrailer): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}

function parseObject(line: string): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(line);
    const isObject = typeof parsed === 'object' && parsed !== null;
    return isObject ? (parsed as Record<string, unknown>) : undefined;
  } catch {
    // Not JSON: the callers say what that means.
    return undefined;
  }
}
