import type { Command } from '@rapport/core';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../store/tables.ts';
import type { ImportField } from './import-field.ts';
import type { ImportRow } from './import-row.ts';

/** Why a row, or one cell of it, is not taken. What was found there is the importer's to see alone. */
export interface RowFault {
  readonly line: number;
  /** Where it is to be looked for, if that is another line. */
  readonly fileLine?: number;
  /** As the header names it; undefined where the whole row is meant. */
  readonly column: string | undefined;
  readonly code: string;
  readonly expected: string;
  readonly piiFound: string | undefined;
}

/** Values of fields by name, as they are stored and shown. */
export type Fields = Readonly<Record<string, unknown>>;

/** What one row comes to. */
export interface Change {
  readonly line: number;
  readonly subject: string;
  readonly outcome: 'created' | 'changed' | 'unchanged';
  /** The fields that change, as they were; none of what is created. */
  readonly before: Fields;
  /** The same fields, as they are to be. */
  readonly after: Fields;
  /** What the desk is owed for it. */
  readonly command?: Command;
}

/** What rows come to: each is in one of the two. */
export interface Plan {
  readonly changes: readonly Change[];
  readonly faults: readonly RowFault[];
}

export interface ImportContext {
  readonly centre: string;
  /** The country in which telephone numbers without a prefix are read where a row names none. */
  readonly region: string | undefined;
  /** By whose clocks times are read where a row names no time zone. */
  readonly timeZone: string;
  /** Nothing is written, so that what earlier rows would have changed must be remembered. */
  readonly isDryRun: boolean;
  /** On which line each subject was met already. */
  readonly claims: Map<string, number>;
}

/** Some thousand rows of an import that were read, and are to be worked off after those before. */
export interface ImportChunk {
  readonly rowCount: number;
  readonly firstLine: number;
  /** Says what the rows come to, and writes nothing. In a transaction it locks what it looked up. */
  readonly plan: (db: Kysely<Tables>) => Promise<Plan>;
  /** Writes what was planned last. */
  readonly apply: (trx: Transaction<Tables>, changes: readonly Change[]) => Promise<void>;
}

/** Works off the rows of one import. */
export interface ImportRun {
  /** Reads rows by themselves; it may be done ahead, while others are worked off. */
  readonly read: (rows: readonly ImportRow[]) => Promise<ImportChunk>;
}

/** A row that was taken, as it is undone. */
export interface TakenRow {
  readonly line: number;
  readonly subject: string;
  readonly isCreated: boolean;
  readonly before: Fields;
  readonly after: Fields;
}

/** What undoing a row came to: as it was before, or kept, and why. */
export interface UndoneRow {
  readonly line: number;
  readonly outcome: 'restored' | 'changed-since' | 'referred-to';
  readonly command?: Command;
}

/** What can be imported. */
export interface ImportKind {
  readonly fields: readonly ImportField[];
  /** Of each of these groups at least one field must have a column. */
  readonly required: readonly (readonly string[])[];
  /** Whether the desk is concerned, so that an import ends when the desk has taken it. */
  readonly isForDesk: boolean;
  /** Whether rows build on what the desk made of rows before, so that each chunk waits until that is shown. */
  readonly isCumulative?: true;
  /** Whether a calendar holds it as well as a file in CSV. */
  readonly hasCalendars?: true;
  readonly begin: (context: ImportContext) => ImportRun;
  /** Takes rows back, as far as nothing has happened to them since. */
  readonly undo: (
    trx: Transaction<Tables>,
    centre: string,
    rows: readonly TakenRow[],
  ) => Promise<readonly UndoneRow[]>;
}
