import type { Generated } from 'kysely';

/** An address that is told what happens. */
export interface WebhookTable {
  readonly centre: string;
  readonly id: string;
  readonly url: string;
  /** Null means all, those of later releases too. */
  readonly event_types: readonly string[] | null;
  readonly description: string;
  readonly is_enabled: boolean;
  /** Why we disabled it ourselves: `gone` or `failing`. */
  readonly disabled_reason: Generated<string | null>;
  /** Since when nothing has been delivered; null while all is well. */
  readonly failing_since: Generated<number | null>;
  /** It is told of what happens after this position. */
  readonly from_seq: number;
  /** Sealed. */
  readonly secret: string;
  /** Sealed: what signs too, until `previous_until`. */
  readonly previous_secret: Generated<string | null>;
  readonly previous_until: Generated<number | null>;
  /** SHA-256 of what the command that made it asked for, to know a retry. */
  readonly request_hash: string;
  /** The command that last made a new secret, to know a retry. */
  readonly rotated_by: Generated<string | null>;
  readonly created_at: number;
}

/** One event on its way to one address. What it says is made from the journal when it is sent. */
export interface WebhookDeliveryTable {
  readonly centre: string;
  readonly webhook_id: string;
  readonly seq: number;
  readonly ordinal: number;
  readonly event_type: string;
  readonly at: number;
  /** `waiting`, `delivered` or `dead`. */
  readonly state: string;
  readonly attempt_count: Generated<number>;
  /** When it was or will be due. */
  readonly next_at: number;
  readonly last_status: Generated<number | null>;
  /** A code. */
  readonly last_error: Generated<string | null>;
  /** When it was delivered or given up; null while it waits. */
  readonly settled_at: Generated<number | null>;
}
