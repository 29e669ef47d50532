import type { AgentCommand, AgentEvent, AgentRefusal } from './agents/agent-messages.ts';
import type { BondCommand, BondEvent } from './bonds/bond-messages.ts';
import type { PromiseCommand, PromiseEvent, PromiseRefusal } from './promises/promise-messages.ts';
import type { WorkCommand, WorkEvent, WorkRefusal } from './work/work-messages.ts';

/** What somebody asks of the desk. Named in the imperative; carries every id that it needs. */
export type Command = AgentCommand | PromiseCommand | BondCommand | WorkCommand;

/** What happened. Named in the past tense; never changed once stored, only followed by a newer version. */
export type DeskEvent = AgentEvent | PromiseEvent | BondEvent | WorkEvent;

/** A field of the command holds something that the desk cannot work with. */
export interface FieldInvalid {
  readonly code: 'field-invalid';
  readonly field: string;
  readonly expected: string;
}

/** Why a command was refused. Codes are stable and public; the words for people are protocol's. */
export type Refusal = FieldInvalid | AgentRefusal | PromiseRefusal | WorkRefusal;
