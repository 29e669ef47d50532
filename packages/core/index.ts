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
export type { BondCommand, BondEvent, BondRefusal } from './bonds/bond-messages.ts';
export { recordsOf } from './bonds/customers.ts';
export { strengthLeft } from './bonds/fading.ts';
export { type BondCount, heirsOf, leaversWithBonds } from './bonds/rehome.ts';
export { type Channel, CHANNELS, isSynchronous } from './channel.ts';
export { decide } from './decide.ts';
export { createDesk, type Desk } from './desk.ts';
export { deskFaults } from './desk-faults.ts';
export { commandOf } from './evolution/command-of.ts';
export {
  type Explanation,
  explainWork,
  type Happening,
  type ReservedReason,
} from './explanation/explain-work.ts';
export type { Declined } from './explanation/declined.ts';
export type { NextStep } from './explanation/next-step.ts';
export { EMERGENCY_REASONS, type EmergencyReason } from './emergency/emergency-messages.ts';
export { EMERGENCY_MS_MAX } from './emergency/decide-emergency.ts';
export type { Emergency } from './emergency/emergency.ts';
export { EVENT_TYPES } from './evolution/event-types.ts';
export type { KindOfSkill, SkillKind } from './routing/relaxation-messages.ts';
export { skillKindsRefusal } from './routing/relax-work.ts';
export { restoreDesk } from './evolution/restore-desk.ts';
export { SNAPSHOT_FORMAT, snapshotDesk, type SnapshotRecord } from './evolution/snapshot.ts';
export { EventUnknown, type StoredEvent, upcast } from './evolution/upcast.ts';
export { evolve } from './evolve.ts';
export {
  type AgentId,
  type AgreementId,
  asId,
  type CalendarId,
  type CustomerId,
  type MatterId,
  type Id,
  type PromiseId,
  type WorkId,
} from './id.ts';
export type { Command, DeskEvent, Refusal } from './messages.ts';
export type { AgreementTerm, ServiceFacts } from './promises/agreement-messages.ts';
export type { AgreementRecord as Agreement } from './promises/agreement-record.ts';
export { versionAt } from './promises/agreements.ts';
export { dueAtOf, type WaitSoFar } from './promises/due-at.ts';
export { atServiceMs, serviceMsAt } from './promises/service-hours.ts';
export {
  POLICY_FIELDS,
  type PolicyField,
  type PolicyNumbers,
  policyFault,
  policyNumbers,
  policyOf,
} from './policy/policy-fields.ts';
export type { PromiseCommand, PromiseEvent, PromiseRefusal } from './promises/promise-messages.ts';
export { type Result, unreachable } from './result.ts';
export { POLICY, type Policy, type ReservationPolicy } from './routing/policy.ts';
export { waitForAgent, waitForAnybody, type WaitEstimate } from './routing/estimate-wait.ts';
export { nextDueAt } from './routing/timers.ts';
export { type WaitingKind, waitingKinds } from './routing/waiting-kinds.ts';
export { chanceOf, type DimensionChance, GROUP_COUNT_MIN } from './measures/chance.ts';
export { DeskMeasures, type DeskFigures } from './measures/desk-measures.ts';
export type { FirstWait } from './measures/first-waits.ts';
export { ratio } from './measures/ratio.ts';
export { SILO_REASONS, type SiloMs, type SiloReason, type Ties } from './measures/silo-reasons.ts';
export { SiloTime } from './measures/silo-time.ts';
export {
  type Abandonment,
  abandonmentOf,
  answerWaitMsMeanOf,
  type ServiceLevel,
  serviceLevelOf,
  WaitTally,
  type Yardstick,
} from './measures/wait-tally.ts';
export { isPlainText } from './text.ts';
export { type Instant, type Interval, isCalendarDay } from './time.ts';
export type { WorkCommand, WorkEvent, WorkRefusal, WorkStatus } from './work/work-messages.ts';
export type { Obstacle, OfferReason, PassedOver, Standing } from './work/reasons.ts';
export { choosableAgents } from './work/choose-wait.ts';
export { callbackOffers } from './callbacks/callback-offers.ts';
export { CALLBACK_ATTEMPTS, CALLBACK_GRACE_MS } from './callbacks/callback-record.ts';
export { isPromised } from './callbacks/is-promised.ts';
export { statusAfter } from './work/status-after.ts';
