import type { ColumnType, Generated } from 'kysely';

/** An organisation that customers belong to. */
export interface AccountTable {
  readonly centre: string;
  readonly id: string;
  /** What another system calls it. */
  readonly external_id: string | null;
  readonly pii_name: string;
  readonly tier: string | null;
  /** Counts the changes. */
  readonly version: Generated<number>;
  /** Tells a retry of the request that made it from another request. */
  readonly request_hash: Generated<string | null>;
  readonly created_at: Generated<Date>;
}

/** A person who contacts us. */
export interface CustomerTable {
  readonly centre: string;
  readonly id: string;
  /** What another system calls him. */
  readonly external_id: string | null;
  readonly account_id: string | null;
  readonly pii_name: string | null;
  readonly tier: string | null;
  /** BCP 47. */
  readonly language: string | null;
  /** JSON: what he needs, in words. */
  readonly pii_needs: Generated<string>;
  /** JSON: what he would rather have, by name. */
  readonly pii_preferences: Generated<string>;
  /** Counts the changes. */
  readonly version: Generated<number>;
  /** Tells a retry of the request that made him from another; null where no request did. */
  readonly pii_request_hash: string | null;
  readonly created_at: Generated<Date>;
  readonly erased_at: ColumnType<Date | null, never, Date>;
}

/** How a customer is recognised; each leads to one customer. */
export interface CustomerIdentityTable {
  readonly centre: string;
  readonly kind: string;
  /** E-mail folded, telephone in E.164. */
  readonly pii_value: string;
  readonly customer_id: string;
}

/** One exchange with a customer on one channel. */
export interface InteractionTable {
  readonly centre: string;
  readonly id: string;
  readonly customer_id: string | null;
  /** The item by which an agent gets it. */
  readonly work_id: string;
  readonly channel: string;
  readonly pii_subject: string | null;
  readonly started_at: number;
  /** Also the ordinal of the last message. */
  readonly message_count: Generated<number>;
  /** Up to where whoever carries it has read. */
  readonly read_ordinal: Generated<number>;
  /** Up to where the customer has read. */
  readonly customer_read_ordinal: Generated<number>;
}

/** What was said, in order; `ordinal` counts from 1 within the interaction. */
export interface MessageTable {
  readonly centre: string;
  readonly interaction_id: string;
  readonly ordinal: number;
  readonly id: string;
  /** `customer`, `agent`, or `centre` where it speaks by itself. */
  readonly author_kind: string;
  readonly author_id: string | null;
  /** Null when it was erased. */
  readonly pii_text: string | null;
  /** Colleagues see it, the customer does not. */
  readonly is_note: Generated<boolean>;
  readonly at: number;
  /** JSON: the files that came with it, by id, with their names. */
  readonly pii_attachments: Generated<string>;
}

/** A file of a conversation, kept whole. */
export interface AttachmentTable {
  readonly centre: string;
  readonly id: string;
  readonly interaction_id: string;
  /** The agent who brought it; null where the customer did. */
  readonly author_id: string | null;
  /** Null until it has been said. */
  readonly message_id: string | null;
  /** From which network a visitor sent it; only until it has been said. */
  readonly pii_network: string | null;
  readonly content_type: string;
  readonly size_bytes: number;
  readonly pii_content: Buffer;
  readonly at: number;
}

/** At which number the customer of an open item is called back. */
export interface CallbackNumberTable {
  readonly centre: string;
  readonly work_id: string;
  readonly customer_id: string | null;
  /** In E.164. */
  readonly pii_number: string;
}

/** That an agent was asked to help with an interaction that somebody else carries. */
export interface HelpRequestTable {
  readonly centre: string;
  readonly interaction_id: string;
  readonly agent_id: string;
  readonly asked_by: string;
  readonly asked_at: number;
}

/** What skills are called; one list a centre. */
export interface SkillListTable {
  readonly centre: string;
  readonly version: number;
  /** JSON, each with its id and its name. */
  readonly skills: string;
}

/** By what codes interactions are closed; a centre without its own list has the standard one. */
export interface DispositionListTable {
  readonly centre: string;
  readonly version: number;
  /** JSON, in the order in which they are offered. */
  readonly dispositions: string;
}
