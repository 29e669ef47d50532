import type { AgentCommand, AgentEvent, AgentRefusal } from './agents/agent-messages.ts';
import type { BondCommand, BondEvent, BondRefusal } from './bonds/bond-messages.ts';
import type { CreditCommand, CreditEvent, CreditRefusal } from './credits/credit-messages.ts';
import type {
  EmergencyCommand,
  EmergencyEvent,
  EmergencyUnknown,
} from './emergency/emergency-messages.ts';
import type { OutageEvent } from './outage/outage-messages.ts';
import type { PolicySet, SetPolicy } from './policy/policy-messages.ts';
import type { PromiseCommand, PromiseEvent, PromiseRefusal } from './promises/promise-messages.ts';
import type { SetSkillKinds, SkillKindsSet } from './routing/relaxation-messages.ts';
import type { RosterCommand, RosterEvent, RosterRefusal } from './roster/roster-messages.ts';
import type { WorkCommand, WorkEvent, WorkRefusal } from './work/work-messages.ts';

/** What somebody asks of the desk. Named in the imperative; carries every id that it needs. */
export type Command =
  | AgentCommand
  | RosterCommand
  | PromiseCommand
  | SetPolicy
  | SetSkillKinds
  | BondCommand
  | CreditCommand
  | EmergencyCommand
  | WorkCommand;

/** What happened. Named in the past tense; never changed once stored, only followed by a newer version. */
export type DeskEvent =
  | AgentEvent
  | RosterEvent
  | PromiseEvent
  | PolicySet
  | SkillKindsSet
  | BondEvent
  | CreditEvent
  | EmergencyEvent
  | OutageEvent
  | WorkEvent;

/** A field of the command holds something that the desk cannot work with. */
export interface FieldInvalid {
  readonly code: 'field-invalid';
  readonly field: string;
  readonly expected: string;
}

/** Why a command was refused. Codes are stable and public; the words for people are protocol's. */
export type Refusal =
  | FieldInvalid
  | AgentRefusal
  | RosterRefusal
  | PromiseRefusal
  | BondRefusal
  | CreditRefusal
  | EmergencyUnknown
  | WorkRefusal;
