import type { ColumnType, Generated } from 'kysely';

export interface DivisionTable {
  readonly centre: string;
  readonly id: string;
  readonly name: string;
}

export interface SiteTable {
  readonly centre: string;
  readonly id: string;
  readonly name: string;
  /** As the IANA names it, such as `Europe/Zurich`. */
  readonly time_zone: string;
  /** The country in which telephone numbers without a prefix are read: ISO 3166, two letters. */
  readonly region: string | null;
}

export interface TeamTable {
  readonly centre: string;
  readonly id: string;
  readonly name: string;
  readonly division_id: string | null;
  readonly site_id: string | null;
}

/** Somebody who signs in. */
export interface PersonTable {
  readonly centre: string;
  readonly id: string;
  /** The account with which he signs in; null until he has accepted his invitation. */
  readonly user_id: string | null;
  readonly pii_name: string;
  /** Folded. */
  readonly pii_email: string;
  readonly roles: readonly string[];
  /** Whom he acts as, where he is an agent. */
  readonly agent_id: string | null;
  readonly created_at: Generated<Date>;
  readonly disabled_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  /** What asked for the invitation, hashed; null for the first administrator. */
  readonly request_hash: Generated<string | null>;
}

/** What a supervisor tells an agent. */
export interface NoticeTable {
  readonly centre: string;
  readonly id: string;
  readonly agent_id: string;
  readonly from_id: string;
  readonly pii_from_name: string;
  /** Null once it has been read. */
  readonly pii_text: string | null;
  readonly at: number;
  readonly read_at: number | null;
}

/** A team that a supervisor leads. */
export interface LedTeamTable {
  readonly centre: string;
  readonly person_id: string;
  readonly team_id: string;
}
