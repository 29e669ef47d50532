import type { ColumnType } from 'kysely';

/** How a setting stood before and after an entry of the audit trail. */
export interface SettingChangeTable {
  readonly centre: string;
  /** The entry's. */
  readonly ordinal: number;
  readonly kind: string;
  readonly subject: string;
  /** JSON; null where there was none. */
  readonly pii_before: string | null;
  /** JSON; null where there is none any more. */
  readonly pii_after: string | null;
}

/** The week from which a calendar's open intervals are made. */
export interface CalendarWeekTable {
  readonly centre: string;
  readonly id: string;
  /** JSON of a `Week`. */
  readonly week: string;
  /** Until when the desk has been given its hours. */
  readonly until_at: ColumnType<Date, Date, Date>;
}

/** What administrators have set for a centre as a whole; one a centre. */
export interface CentreSettingsTable {
  readonly centre: string;
  /** Counts the changes. */
  readonly version: number;
  /** JSON of what the API takes. */
  readonly settings: string;
}
