export { advance, resume } from './advance.ts';
export type {
  AgentCommand,
  AgentEvent,
  AgentRefusal,
  AgentState,
} from './agents/agent-messages.ts';
export { type Capacity, STANDARD_CAPACITY } from './agents/capacity.ts';
export { profileRefusal } from './agents/profile-refusal.ts';
export { retirementRefusal } from './agents/retirement-refusal.ts';
export type { Requirement, SkillLevel } from './agents/skill.ts';
export type { BondCommand, BondEvent } from './bonds/bond-messages.ts';
export { type Channel, CHANNELS, isSynchronous } from './channel.ts';
export { decide } from './decide.ts';
export { createDesk, type Desk } from './desk.ts';
export { deskFaults } from './desk-faults.ts';
export { commandOf } from './evolution/command-of.ts';
export { EVENT_TYPES } from './evolution/event-types.ts';
export { restoreDesk } from './evolution/restore-desk.ts';
export { SNAPSHOT_FORMAT, snapshotDesk, type SnapshotRecord } from './evolution/snapshot.ts';
export { EventUnknown, type StoredEvent, upcast } from './evolution/upcast.ts';
export { evolve } from './evolve.ts';
export {
  type AgentId,
  asId,
  type CalendarId,
  type CustomerId,
  type Id,
  type PromiseId,
  type WorkId,
} from './id.ts';
export type { Command, DeskEvent, Refusal } from './messages.ts';
export { serviceMsAt, serviceMsReachedAt } from './promises/service-hours.ts';
export type { PromiseCommand, PromiseEvent, PromiseRefusal } from './promises/promise-messages.ts';
export { type Result, unreachable } from './result.ts';
export { POLICY, type Policy } from './routing/policy.ts';
export { nextDueAt } from './routing/timers.ts';
export { isPlainText } from './text.ts';
export type { Instant, Interval } from './time.ts';
export type {
  OfferReason,
  Standing,
  WorkCommand,
  WorkEvent,
  WorkRefusal,
  WorkStatus,
} from './work/work-messages.ts';
