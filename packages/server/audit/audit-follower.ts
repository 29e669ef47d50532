import { type DeskEvent, POLICY, policyNumbers } from '@rapport/core';
import { type Kysely, sql } from 'kysely';
import { eventsOf } from '../host/fold-history.ts';
import type { Follower } from '../host/follower.ts';
import type { JournalRow } from '../store/journal.ts';
import type { Tables } from '../store/tables.ts';
import { creditState } from '../views/credit-state.ts';
import { type SettingState, writeAuditEntry } from '../store/write-audit-entry.ts';

/** Who changed what about the desk, and when. */
interface DeskEntry {
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly at: number;
  /** The agent whose own act would be none for the audit trail. */
  readonly agentId: string | null;
  /** What a setting of the desk is from then on. */
  readonly setting?: DeskSetting;
}

/** A promise, the policy, or that a customer goes before others; its state before is that after its last change. */
interface DeskSetting {
  readonly kind: 'promise' | 'policy' | 'credit';
  readonly state: SettingState;
}

/**
 * Notes in the audit trail what people change through the desk: promises, calendars, bonds, and what
 * somebody else does in an agent's place. What ordinary tables owe the desk they have noted themselves.
 */
export function auditFollower(centre: string): Follower {
  return {
    name: 'audit',
    apply: async (trx, rows) => {
      const entries = rows.flatMap(entriesOf);
      if (!entries.some(({ setting }) => setting !== undefined)) {
        if (entries.length > 0) await writeEntries(trx, centre, entries);
        return;
      }
      for (const { setting, ...entry } of entries) {
        if (setting === undefined) await writeEntries(trx, centre, [entry]);
        else await writeSettingEntry(trx, { centre, ...entry, setting });
      }
    },
  };
}

/** Most rows are of none of these, and need not be parsed to know. */
const MAY_HOLD_ENTRY =
  /"type":"(promise-defined|policy-set|agreement-defined|calendar-defined|bond-changed|account-bond-changed|bond-wishes-set|customers-merged|customers-split|bonds-rehomed|bonds-restored|credit-granted|credit-ended|emergency-declared|emergency-ended|agent-state-changed|work-transferred|work-assigned|work-promised|work-completed)"/u;

function entriesOf({ actor, at, cause, events }: JournalRow): readonly DeskEntry[] {
  if (cause !== 'command' || !MAY_HOLD_ENTRY.test(events)) return [];
  // The first is what was asked; the others follow from it.
  const [first] = eventsOf({ events });
  const act = first && actOf(first);
  return act === undefined ? [] : [{ actor, at, ...act }];
}

function actOf(event: DeskEvent): Omit<DeskEntry, 'actor' | 'at'> | undefined {
  switch (event.type) {
    case 'promise-defined':
      return {
        action: 'define-promise',
        subject: event.promiseId,
        agentId: null,
        setting: { kind: 'promise', state: promiseState(event) },
      };
    case 'policy-set':
      return {
        action: 'set-policy',
        subject: 'policy',
        agentId: null,
        setting: { kind: 'policy', state: policyNumbers(event.policy) },
      };
    case 'agreement-defined':
      return { action: 'define-agreement', subject: event.agreementId, agentId: null };
    case 'calendar-defined':
      return { action: 'define-calendar', subject: event.calendarId, agentId: null };
    case 'agent-state-changed':
      return { action: 'set-agent-state', subject: event.agentId, agentId: event.agentId };
    case 'work-transferred':
      return { action: 'transfer-work', subject: event.workId, agentId: event.agentId };
    case 'work-assigned':
      return { action: 'assign-work', subject: event.workId, agentId: null };
    case 'work-promised':
      return { action: 'change-promise', subject: event.workId, agentId: null };
    case 'work-completed':
      return { action: 'complete-work', subject: event.workId, agentId: event.agentId };
    default:
      return actOfBond(event);
  }
}

function actOfBond(event: DeskEvent): Omit<DeskEntry, 'actor' | 'at'> | undefined {
  switch (event.type) {
    case 'bond-changed':
      return { action: 'change-bond', subject: event.customerId, agentId: null };
    case 'account-bond-changed':
      return { action: 'change-account-bond', subject: event.accountId, agentId: null };
    case 'bond-wishes-set':
      return { action: 'set-bond-wishes', subject: event.customerId, agentId: null };
    case 'customers-merged':
      return { action: 'merge-customers', subject: event.mergedId, agentId: null };
    case 'customers-split':
      return { action: 'split-customers', subject: event.mergedId, agentId: null };
    default:
      return actOfStanding(event);
  }
}

/** Whose customers are somebody else's from then on, and who goes before others. */
function actOfStanding(event: DeskEvent): Omit<DeskEntry, 'actor' | 'at'> | undefined {
  switch (event.type) {
    case 'bonds-rehomed':
      return { action: 'rehome-bonds', subject: event.agentId, agentId: event.agentId };
    case 'bonds-restored':
      return { action: 'restore-bonds', subject: event.agentId, agentId: event.agentId };
    case 'credit-granted':
      return {
        action: 'grant-credit',
        subject: event.customerId,
        agentId: null,
        setting: { kind: 'credit', state: creditState(event) },
      };
    case 'credit-ended':
      return {
        action: 'end-credit',
        subject: event.customerId,
        agentId: null,
        setting: { kind: 'credit', state: null },
      };
    case 'emergency-declared':
      return { action: 'declare-emergency', subject: event.skill ?? 'centre', agentId: null };
    case 'emergency-ended':
      return { action: 'end-emergency', subject: event.skill ?? 'centre', agentId: null };
    default:
      return undefined;
  }
}

function promiseState({
  targetMs,
  shareRatio,
  calendarId,
}: Extract<DeskEvent, { type: 'promise-defined' }>): object {
  return { targetMs, shareRatio, ...(calendarId !== undefined && { calendarId }) };
}

/** Notes a setting with what it was before: what came of its last change. */
async function writeSettingEntry(
  trx: Kysely<Tables>,
  asked: DeskEntry & { centre: string; setting: DeskSetting },
): Promise<void> {
  const { centre, actor, action, subject, at, setting } = asked;
  const { kind, state } = setting;
  const last = await trx
    .selectFrom('setting_change')
    .select('pii_after')
    .where('centre', '=', centre)
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst();
  const known = JSON.parse(last?.pii_after ?? 'null') as SettingState;
  const before = isOver(known, at) ? null : known;
  const change = { kind, before: before ?? stateAtFirst(kind), after: state };
  await writeAuditEntry(trx, { centre, actor, action, subject, at: new Date(at) }, change);
}

/** What held until a moment had ended by itself then, which nobody asked for. */
function isOver(state: SettingState, at: number): boolean {
  return state !== null && 'untilAt' in state && Number(state.untilAt) <= at;
}

/** Before anybody set it, the policy was as it is by default. */
function stateAtFirst(kind: DeskSetting['kind']): SettingState {
  return kind === 'policy' ? policyNumbers(POLICY) : null;
}

/** One statement, which leaves out what agents do themselves, signed in or by a key that acts as them. */
async function writeEntries(
  trx: Kysely<Tables>,
  centre: string,
  entries: readonly DeskEntry[],
): Promise<void> {
  await sql`
    insert into audit_trail (centre, at, actor, action, subject)
    select ${centre}, to_timestamp(e.at / 1000.0), e.actor, e.action, e.subject
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
      as e(actor text, action text, subject text, at bigint, "agentId" text)
    where e."agentId" is null or not (
      exists (select from person p
        where p.centre = ${centre} and p.id = e.actor and p.agent_id = e."agentId")
      or exists (select from api_key k
        where k.centre = ${centre} and k.id = e.actor and k.agent_id = e."agentId"))`.execute(trx);
}
