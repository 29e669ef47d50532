import type { ColumnType, Generated } from 'kysely';

/** One file that was, or is being, taken in. */
export interface ImportTable {
  readonly centre: string;
  readonly id: string;
  /** `customers`, `accounts`, `agents` or `bonds`. */
  readonly kind: string;
  readonly status: string;
  /** Who asked. */
  readonly actor: string;
  readonly is_dry_run: boolean;
  /** JSON: what the file was read with; the same file with the same options goes on where it stopped. */
  readonly options: string;
  /** SHA-256 of the file and the options. */
  readonly content_hash: string;
  /** JSON: which column went into which field. */
  readonly columns: string;
  /** Rows dealt with. */
  readonly row_position: Generated<number>;
  readonly created_count: Generated<number>;
  readonly changed_count: Generated<number>;
  readonly unchanged_count: Generated<number>;
  readonly refused_count: Generated<number>;
  /** Why it was given up, as a code. */
  readonly fault: string | null;
  readonly started_at: Generated<Date>;
  readonly ended_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  /** When what it remembers of people was forgotten; it cannot be undone any more. */
  readonly forgotten_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

/** What came of one row: whom it was about, and what that was before and after. */
export interface ImportRowTable {
  readonly centre: string;
  readonly import_id: string;
  /** The line of the file on which the row begins. */
  readonly line: number;
  readonly subject: string;
  /** `created`, `changed` or `unchanged`. */
  readonly outcome: string;
  /** JSON: the fields that changed, as they were. */
  readonly pii_before: string | null;
  /** JSON: the same fields, as they are since. */
  readonly pii_after: string | null;
  /** What undoing it came to: `restored`, or why it was kept. */
  readonly undone: string | null;
}

/** Why a row, or one cell of it, was not taken. */
export interface ImportFaultTable {
  readonly centre: string;
  readonly import_id: string;
  readonly ordinal: number;
  readonly line: number;
  /** As the file's header names it; null where the whole row is meant. */
  readonly column_name: string | null;
  readonly code: string;
  readonly expected: string;
  readonly pii_found: string | null;
}
