import type {
  AgentState,
  ChangeAgent,
  RegisterAgent,
  RetireAgent,
  SetAgentState,
  SetBusyIntervals,
  SetReachability,
} from '../agents/agent-messages.ts';
import { type Capacity, STANDARD_CAPACITY } from '../agents/capacity.ts';
import type { Requirement, SkillLevel } from '../agents/skill.ts';
import type { ChangeBond } from '../bonds/bond-messages.ts';
import type { Channel } from '../channel.ts';
import { asId } from '../id.ts';
import type { LinkWork, UnlinkWork } from '../matters/matter-messages.ts';
import type { DefineCalendar, DefinePromise } from '../promises/promise-messages.ts';
import type { CancelAbsence, DeclareAbsence, SetRoster } from '../roster/roster-messages.ts';
import type { Instant, Interval } from '../time.ts';
import type {
  AbandonWork,
  AcceptOffer,
  CompleteWork,
  DeclineOffer,
  DeferWork,
  RecallWork,
  HoldWork,
  ReceiveWork,
  ResumeWork,
  TransferWork,
} from '../work/work-messages.ts';
import type { WorkOffered, WorkQueued } from '../work/placement-messages.ts';
import type { AssignWork } from '../work/assign-messages.ts';
import type { AwaitCustomer, HearCustomer } from '../work/turn-messages.ts';
import type { ExtendWrapUp, WrapUpWork } from '../work/wrap-up-messages.ts';
import type { OfferReason } from '../work/reasons.ts';

/** Level by skill: `{ billing: 3 }`. */
export type Levels = Readonly<Record<string, number>>;

/** A stretch of time as its beginning and its end. */
export type Span = readonly [fromAt: Instant, untilAt: Instant];

/** Time goes on until then; what falls due happens at its own moment, or all of it late, at the end. */
export interface TimePasses {
  readonly type: 'time-passes';
  readonly untilAt: Instant;
  readonly isLate: boolean;
}

/** Nobody looks until then, when the desk takes up its work again. */
export interface DeskResumes {
  readonly type: 'desk-resumes';
  readonly untilAt: Instant;
}

export const until = (untilAt: Instant): TimePasses => ({
  type: 'time-passes',
  untilAt,
  isLate: false,
});

export const lateAt = (untilAt: Instant): TimePasses => ({
  type: 'time-passes',
  untilAt,
  isLate: true,
});

export const interruptedUntil = (untilAt: Instant): DeskResumes => ({
  type: 'desk-resumes',
  untilAt,
});

/** Registers an agent of standard capacity and, unless told, without a skill. */
export function agent(
  name: string,
  { skills = {}, capacity = STANDARD_CAPACITY }: { skills?: Levels; capacity?: Capacity } = {},
): RegisterAgent {
  return { type: 'register-agent', agentId: asId(name), skills: skillLevels(skills), capacity };
}

/** Registers an agent and makes him ready. */
export function onDuty(
  name: string,
  profile?: Parameters<typeof agent>[1],
): readonly [RegisterAgent, SetAgentState] {
  return [agent(name, profile), ready(name)];
}

export function change(
  name: string,
  { skills, capacity }: { skills?: Levels; capacity?: Capacity },
): ChangeAgent {
  return {
    type: 'change-agent',
    agentId: asId(name),
    ...(skills && { skills: skillLevels(skills) }),
    ...(capacity && { capacity }),
  };
}

export const ready = (name: string): SetAgentState => stateOf(name, 'ready');
export const notReady = (name: string): SetAgentState => stateOf(name, 'not-ready');
export const signedOut = (name: string): SetAgentState => stateOf(name, 'signed-out');

export const retire = (name: string): RetireAgent => ({
  type: 'retire-agent',
  agentId: asId(name),
});

function stateOf(name: string, state: AgentState): SetAgentState {
  return { type: 'set-agent-state', agentId: asId(name), state };
}

export function busy(name: string, ...spans: readonly Span[]): SetBusyIntervals {
  return { type: 'set-busy-intervals', agentId: asId(name), intervals: spans.map(interval) };
}

/** What is planned of an agent's days. */
export function roster(
  name: string,
  { duties = [], breaks = [] }: { duties?: readonly Span[]; breaks?: readonly Span[] },
): SetRoster {
  return {
    type: 'set-roster',
    agentId: asId(name),
    dutyIntervals: duties.map(interval),
    breakIntervals: breaks.map(interval),
  };
}

export function absent(name: string, untilAt: Instant, deputy?: string): DeclareAbsence {
  return {
    type: 'declare-absence',
    agentId: asId(name),
    untilAt,
    ...(deputy !== undefined && { deputyId: asId<'agent'>(deputy) }),
  };
}

export const lost = (name: string): SetReachability => reachability(name, false);
export const found = (name: string): SetReachability => reachability(name, true);

function reachability(name: string, isReachable: boolean): SetReachability {
  return { type: 'set-reachability', agentId: asId(name), isReachable };
}

export const cancelAbsence = (name: string): CancelAbsence => ({
  type: 'cancel-absence',
  agentId: asId(name),
});

/** Defines the promise `standard`, a minute at any hour, unless told otherwise. */
export function promise({
  id = 'standard',
  targetMs = 60_000,
  calendarId,
}: { id?: string; targetMs?: number; calendarId?: string } = {}): DefinePromise {
  return {
    type: 'define-promise',
    promiseId: asId(id),
    targetMs,
    shareRatio: 0.8,
    ...(calendarId !== undefined && { calendarId: asId<'calendar'>(calendarId) }),
  };
}

export function calendar(id: string, ...spans: readonly Span[]): DefineCalendar {
  return { type: 'define-calendar', calendarId: asId(id), openIntervals: spans.map(interval) };
}

export function bond(
  customer: string,
  { owner, deputies = [] }: { owner?: string; deputies?: readonly string[] },
): ChangeBond {
  return {
    type: 'change-bond',
    customerId: asId(customer),
    ...(owner !== undefined && { ownerId: asId<'agent'>(owner) }),
    deputyIds: deputies.map((name) => asId(name)),
  };
}

/** What `work` may be told. */
export interface WorkTerms {
  readonly channel?: Channel;
  readonly customer?: string;
  readonly skills?: Levels;
  readonly isProficiencyFirst?: boolean;
  readonly promise?: string;
  readonly priority?: number;
  readonly matter?: string;
}

/** Receives an item: unless told otherwise a call of an unknown customer under the standard promise. */
export function work(name: string, terms: WorkTerms = {}): ReceiveWork {
  const { channel = 'phone', customer, skills = {}, promise: promiseName = 'standard' } = terms;
  const { isProficiencyFirst, priority, matter } = terms;
  return {
    type: 'receive-work',
    workId: asId(name),
    channel,
    ...(customer !== undefined && { customerId: asId<'customer'>(customer) }),
    requirements: requirements(skills),
    ...(isProficiencyFirst !== undefined && { isProficiencyFirst }),
    promiseId: asId(promiseName),
    ...(priority !== undefined && { priority }),
    ...(matter !== undefined && { matterId: asId<'matter'>(matter) }),
  };
}

/** Two items are about the same: about the roof, unless told otherwise. */
export function link(item: string, to: string, matter = 'roof'): LinkWork {
  return { type: 'link-work', workId: asId(item), toWorkId: asId(to), matterId: asId(matter) };
}

export const unlink = (item: string): UnlinkWork => ({ type: 'unlink-work', workId: asId(item) });

export function accept(item: string, name: string): AcceptOffer {
  return { type: 'accept-offer', workId: asId(item), agentId: asId(name) };
}

export function decline(item: string, name: string): DeclineOffer {
  return { type: 'decline-offer', workId: asId(item), agentId: asId(name), reason: 'conflict' };
}

export function hold(item: string, name: string): HoldWork {
  return { type: 'hold-work', workId: asId(item), agentId: asId(name) };
}

export function unhold(item: string, name: string): ResumeWork {
  return { type: 'resume-work', workId: asId(item), agentId: asId(name) };
}

export function defer(item: string, name: string, untilAt: Instant): DeferWork {
  return { type: 'defer-work', workId: asId(item), agentId: asId(name), untilAt };
}

export function recall(item: string): RecallWork {
  return { type: 'recall-work', workId: asId(item) };
}

export function awaits(item: string, name: string): AwaitCustomer {
  return { type: 'await-customer', workId: asId(item), agentId: asId(name) };
}

export function hears(item: string): HearCustomer {
  return { type: 'hear-customer', workId: asId(item) };
}

export function wrapUp(item: string, name: string): WrapUpWork {
  return { type: 'wrap-up-work', workId: asId(item), agentId: asId(name) };
}

export function moreTime(item: string, name: string): ExtendWrapUp {
  const reason = 'long-note';
  return { type: 'extend-wrap-up', workId: asId(item), agentId: asId(name), reason };
}

export function complete(item: string, name: string): CompleteWork {
  return { type: 'complete-work', workId: asId(item), agentId: asId(name) };
}

export function abandon(item: string): AbandonWork {
  return { type: 'abandon-work', workId: asId(item) };
}

export function transfer(
  item: string,
  name: string,
  { to, skills }: { to?: string; skills?: Levels } = {},
): TransferWork {
  return {
    type: 'transfer-work',
    workId: asId(item),
    agentId: asId(name),
    ...(to !== undefined && { toAgentId: asId<'agent'>(to) }),
    ...(skills && { requirements: requirements(skills) }),
  };
}

export function assign(item: string, name?: string): AssignWork {
  return {
    type: 'assign-work',
    workId: asId(item),
    ...(name !== undefined && { toAgentId: asId<'agent'>(name) }),
  };
}

/** The event that puts an item to an agent. */
/** Unless told, of an item that came in at 0 and was promised within a minute. */
export function offered(
  item: string,
  name: string,
  {
    reason,
    expiresAt,
    dueAt = 60_000,
  }: { reason: OfferReason; expiresAt: Instant; dueAt?: Instant },
): WorkOffered {
  const [workId, agentId] = [asId<'work'>(item), asId<'agent'>(name)];
  return { type: 'work-offered', v: 1, workId, agentId, expiresAt, reason, dueAt };
}

/** Unless told, of an item that came in at 0 and was promised within a minute. */
export function queued(
  item: string,
  {
    reason = 'nobody-free',
    passedOver,
    dueAt = 60_000,
  }: Partial<Pick<WorkQueued, 'reason' | 'passedOver' | 'dueAt'>> = {},
): WorkQueued {
  const workId = asId<'work'>(item);
  return { type: 'work-queued', v: 1, workId, reason, ...(passedOver && { passedOver }), dueAt };
}

function skillLevels(levels: Levels): readonly SkillLevel[] {
  return Object.entries(levels).map(([skill, level]) => ({ skill, level }));
}

function requirements(levels: Levels): readonly Requirement[] {
  return Object.entries(levels).map(([skill, minLevel]) => ({ skill, minLevel }));
}

function interval([fromAt, untilAt]: Span): Interval {
  return { fromAt, untilAt };
}
