import type { ColumnType, Generated } from 'kysely';
import type {
  AccountTable,
  AttachmentTable,
  CallbackNumberTable,
  CustomerIdentityTable,
  CustomerTable,
  DispositionListTable,
  HelpRequestTable,
  InteractionTable,
  MessageTable,
  SkillListTable,
} from './customer-tables.ts';
import type { ImportFaultTable, ImportRowTable, ImportTable } from './import-tables.ts';
import type {
  DivisionTable,
  LedTeamTable,
  NoticeTable,
  PersonTable,
  SiteTable,
  TeamTable,
} from './organisation-tables.ts';
import type {
  AuthAccountTable,
  AuthSessionTable,
  AuthTwoFactorTable,
  AuthUserTable,
  AuthVerificationTable,
  InvitationTable,
  SetUpLinkTable,
  SecretKeyCheckTable,
  SignInThrottleTable,
  UsedCodeTable,
} from './sign-in-tables.ts';
import type {
  CalendarWeekTable,
  CentreSettingsTable,
  SettingChangeTable,
} from './setting-tables.ts';
import type { EntryPointTable, VisitorThreadTable, VisitorTurnTable } from './visitor-tables.ts';
import type { WebhookDeliveryTable, WebhookTable } from './webhook-tables.ts';

/** The last position that a follower of a centre's journal has dealt with. */
export interface FollowerTable {
  readonly centre: string;
  readonly name: string;
  readonly seq: number;
}

/** Who leads a centre: only rows of this epoch are taken into its journal. */
export interface LeaseTable {
  readonly centre: string;
  readonly epoch: number;
  readonly holder: string;
  readonly taken_at: Generated<Date>;
}

/** A centre's history, one row a command. Partitioned by `seq`. */
export interface JournalTable {
  readonly centre: string;
  readonly seq: number;
  readonly epoch: number;
  readonly command_id: string;
  readonly command_hash: string;
  readonly actor: string;
  readonly cause: string;
  readonly at: number;
  readonly events: string;
}

/** A whole snapshot, listed once all of its parts are there. */
export interface SnapshotTable {
  readonly centre: string;
  readonly seq: number;
  readonly format: number;
  readonly part_count: number;
  readonly made_at: Generated<Date>;
}

export interface SnapshotPartTable {
  readonly centre: string;
  readonly seq: number;
  readonly part: number;
  /** A JSON array of `SnapshotRecord`. */
  readonly records: string;
}

/** Commands that ordinary tables owe the desk. The id is the command's. */
export interface OutboxTable {
  readonly centre: string;
  readonly id: string;
  readonly ordinal: Generated<number>;
  readonly actor: string;
  /** A command as JSON, or an array of several with their ids. */
  readonly command: string;
  /** How many commands it holds. */
  readonly command_count: Generated<number>;
  readonly created_at: Generated<Date>;
  readonly done_at: ColumnType<Date | null, never, Date>;
  /** The journal position that took it; null while it waits and where it was refused. */
  readonly position: ColumnType<number | null, never, number | null>;
  /** The refusal's code. */
  readonly refusal: ColumnType<string | null, never, string | null>;
  /** By which the request is recognised when it comes again, where it says more than the command. */
  readonly pii_request_hash: Generated<string | null>;
}

/** What people call an agent; the desk knows only his id. */
export interface AgentProfileTable {
  readonly centre: string;
  readonly agent_id: string;
  readonly pii_name: string;
  readonly team_id: Generated<string | null>;
  /** What another system calls him. */
  readonly external_id: Generated<string | null>;
  /** When the desk let him go. */
  readonly retired_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

/** Who changed what in ordinary tables. Holds ids and codes, never customers' words. */
export interface AuditTrailTable {
  readonly centre: string;
  readonly ordinal: Generated<number>;
  readonly at: Generated<Date>;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
}

/** A key with which a program calls the API. */
export interface ApiKeyTable {
  readonly id: string;
  readonly centre: string;
  readonly name: string;
  /** SHA-256 of the secret. */
  readonly secret_hash: string;
  readonly scopes: readonly string[];
  /** Whom it acts as, where it acts as an agent. */
  readonly agent_id: string | null;
  readonly created_at: Generated<Date>;
  readonly revoked_at: ColumnType<Date | null, never, Date>;
  /** What asked for it, hashed; null where it was made on the command line. */
  readonly request_hash: Generated<string | null>;
}

export interface ViewWorkTable {
  readonly centre: string;
  readonly id: string;
  readonly customer_id: string | null;
  readonly channel: string;
  readonly promise_id: string;
  readonly priority: number;
  readonly status: string;
  readonly agent_id: string | null;
  readonly received_at: number;
  readonly offer_count: number;
  readonly answered_at: number | null;
  readonly answered_by: string | null;
  readonly transfer_count: number;
  readonly closed_at: number | null;
  readonly disposition: string | null;
  /** Since when it has its status. */
  readonly status_since: number;
  /** When its present or last wait began: its last transfer, else its receipt. */
  readonly waiting_since: number;
  /** When its offer ends, or its wrap-up. */
  readonly offer_expires_at: number | null;
  /** Only while it is put off. */
  readonly deferred_until: number | null;
  /** For whom a supervisor or a transfer named it. */
  readonly preferred_id: string | null;
  /** How whoever is being offered it, or carries it, is known to the customer, as `standingOf` says. */
  readonly offer_standing: string | null;
  /** The same of whoever answered it first. */
  readonly answered_standing: string | null;
  /** What it asks for, as JSON. */
  readonly requirements: string;
  /** What is promised since its last transfer, in place of the promise's own target. */
  readonly promised_ms: number | null;
  /** When each of its waits that somebody answered began and ended, as JSON; those since that transfer. */
  readonly waits: string;
  /** For when it was put off, and when that was said; both or neither. */
  readonly later_at: number | null;
  readonly later_set_at: number | null;
  /** JSON; what was told last, while nobody has answered it. */
  readonly alert: string | null;
  /** JSON; for whom it is kept, and until when. */
  readonly reservation: string | null;
  /** JSON; by whom its customer was promised a call, and for when. */
  readonly callback: string | null;
  /** JSON; for whom its customer chose to wait. */
  readonly choice: string | null;
  /** JSON; that it is its customer's turn, and whether he is silent. */
  readonly turn: string | null;
  /** The live item for which whoever carries it has put it aside. */
  readonly aside_for: string | null;
  /** What it belongs together with, as far as somebody said so. */
  readonly matter_id: string | null;
  /** The item of its matter that is being answered, while it is put aside for that. */
  readonly paused_by: string | null;
  /** Which rows of the journal speak of it, in order, apart by spaces. */
  readonly history: string;
}

export interface ViewAgentTable {
  readonly centre: string;
  readonly id: string;
  readonly state: string;
  readonly reason: string | null;
  /** When he means to be back. */
  readonly return_at: number | null;
  readonly state_since: number;
  readonly is_busy: boolean;
  /** JSON. */
  readonly skills: string;
  /** JSON. */
  readonly capacity: string;
  /** JSON. */
  readonly duty_intervals: string;
  /** JSON. */
  readonly break_intervals: string;
  readonly is_unreachable: boolean;
  readonly is_interruptible: boolean;
  /** JSON; only while he winds down. */
  readonly wind_down: string | null;
  readonly absent_until: number | null;
  readonly deputy_id: string | null;
}

/** By customer. `earned` keeps every agent who ever earned a bond, also those the desk let go. */
export interface ViewBondTable {
  readonly centre: string;
  readonly id: string;
  readonly owner_id: string | null;
  /** JSON. */
  readonly deputy_ids: string;
  /** JSON by agent, sorted by agent: the strength, and when it was that strong. */
  readonly earned: string;
  /** JSON: what else is said of it, as `SaidOfBond`. */
  readonly said: string;
  /** The record of the same person that counts in place of this one. */
  readonly merged_into: string | null;
  /** Which rows of the journal say what was declared of it, in order, apart by spaces. */
  readonly history: string;
}

export interface ViewPromiseTable {
  readonly centre: string;
  readonly id: string;
  readonly target_ms: number;
  readonly share_ratio: number;
  readonly calendar_id: string | null;
  /** Of which it is a part. */
  readonly agreement_id: string | null;
}

export interface ViewCalendarTable {
  readonly centre: string;
  readonly id: string;
  /** JSON. */
  readonly open_intervals: string;
}

/** How things stood at a moment, for measures of what came after. A cache: see `Checkpoint`. */
export interface MeasureCheckpointTable {
  readonly centre: string;
  readonly seq: number;
  readonly at: number;
  readonly format: number;
  /** JSON. */
  readonly events: string;
}

/** Every table of a database. */
export interface Tables {
  readonly lease: LeaseTable;
  readonly journal: JournalTable;
  readonly follower: FollowerTable;
  readonly snapshot: SnapshotTable;
  readonly snapshot_part: SnapshotPartTable;
  readonly outbox: OutboxTable;
  readonly agent_profile: AgentProfileTable;
  readonly audit_trail: AuditTrailTable;
  readonly api_key: ApiKeyTable;
  readonly division: DivisionTable;
  readonly site: SiteTable;
  readonly team: TeamTable;
  readonly person: PersonTable;
  readonly notice: NoticeTable;
  readonly led_team: LedTeamTable;
  readonly auth_user: AuthUserTable;
  readonly auth_session: AuthSessionTable;
  readonly auth_account: AuthAccountTable;
  readonly auth_verification: AuthVerificationTable;
  readonly auth_two_factor: AuthTwoFactorTable;
  readonly used_code: UsedCodeTable;
  readonly secret_key_check: SecretKeyCheckTable;
  readonly invitation: InvitationTable;
  readonly set_up_link: SetUpLinkTable;
  readonly sign_in_throttle: SignInThrottleTable;
  readonly account: AccountTable;
  readonly customer: CustomerTable;
  readonly customer_identity: CustomerIdentityTable;
  readonly interaction: InteractionTable;
  readonly message: MessageTable;
  readonly attachment: AttachmentTable;
  readonly callback_number: CallbackNumberTable;
  readonly help_request: HelpRequestTable;
  readonly disposition_list: DispositionListTable;
  readonly skill_list: SkillListTable;
  readonly import: ImportTable;
  readonly import_row: ImportRowTable;
  readonly import_fault: ImportFaultTable;
  readonly setting_change: SettingChangeTable;
  readonly calendar_week: CalendarWeekTable;
  readonly centre_settings: CentreSettingsTable;
  readonly entry_point: EntryPointTable;
  readonly visitor_thread: VisitorThreadTable;
  readonly visitor_turn: VisitorTurnTable;
  readonly webhook: WebhookTable;
  readonly webhook_delivery: WebhookDeliveryTable;
  readonly view_work: ViewWorkTable;
  readonly view_agent: ViewAgentTable;
  readonly view_bond: ViewBondTable;
  readonly view_promise: ViewPromiseTable;
  readonly view_calendar: ViewCalendarTable;
  readonly measure_checkpoint: MeasureCheckpointTable;
}
