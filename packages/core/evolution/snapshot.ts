import type { Capacity } from '../agents/capacity.ts';
import type { AgentState } from '../agents/agent-messages.ts';
import type { BondRefused } from '../bonds/bond-messages.ts';
import type { Rehoming } from '../bonds/rehoming.ts';
import { listKnown } from '../bonds/known.ts';
import type { Requirement, SkillLevel } from '../agents/skill.ts';
import type { Channel } from '../channel.ts';
import type { Credit } from '../credits/credit.ts';
import type { Emergency } from '../emergency/emergency.ts';
import { type Desk, present } from '../desk.ts';
import type {
  Absence,
  AgentRecord,
  Bond,
  CustomerRecord,
  CustomerTerms,
  Declaration,
} from '../desk-records.ts';
import type { AccountId, AgentId, AgreementId, CalendarId, CustomerId, PromiseId } from '../id.ts';
import { policyNumbers, policyOf } from '../policy/policy-fields.ts';
import { type MatterSnapshot, matterSnapshots } from './snapshot-matters.ts';
import type { AgreementRecord } from '../promises/agreement-record.ts';
import { promiseIdOf } from '../promises/agreements.ts';
import type { AgreementTerm, Served } from '../promises/agreement-messages.ts';
import type { Roster, WindDown } from '../roster/wind-downs.ts';
import type { Policy } from '../routing/policy.ts';
import type { KindOfSkill } from '../routing/relaxation-messages.ts';
import { samplesIn } from '../routing/sample-window.ts';
import type { Instant, Interval } from '../time.ts';
import { type OutageSnapshot, outageSnapshots } from './snapshot-outage.ts';
import { type WorkSnapshot, workSnapshot } from './snapshot-work.ts';

/** The shape of the records. A release that finds another number folds the history instead. */
export const SNAPSHOT_FORMAT = 7;

export interface AgentSnapshot {
  readonly kind: 'agent';
  readonly id: AgentId;
  readonly skills: readonly SkillLevel[];
  readonly capacity: Capacity;
  readonly state: AgentState;
  readonly reason?: string;
  readonly returnAt?: Instant;
  readonly busyIntervals: readonly Interval[];
  readonly isBusy: boolean;
  readonly isUnreachable?: true;
  readonly isInterruptible?: true;
  /** Absent where nobody planned anything. */
  readonly roster?: Roster;
  readonly windDowns?: readonly WindDown[];
  readonly isWindingDown?: boolean;
  readonly lastAssignedAt: Instant;
}

/** That somebody is away; it comes after all agents and before what depends on it. */
export interface AbsenceSnapshot {
  readonly kind: 'absence';
  readonly agentId: AgentId;
  readonly sinceAt: Instant;
  readonly untilAt: Instant;
  readonly deputyId?: AgentId;
  readonly stateBefore: AgentState;
}

export interface BondSnapshot {
  readonly kind: 'bond';
  readonly customerId: CustomerId;
  readonly ownerId?: AgentId;
  readonly deputyIds: readonly AgentId[];
  /** In their order; as strong as on that day, by `dayOf`. */
  readonly earned: readonly {
    readonly agentId: AgentId;
    readonly strength: number;
    readonly day: number;
  }[];
  readonly accountId?: AccountId;
  readonly declarations?: readonly DeclarationSnapshot[];
  readonly isNewPreferred?: true;
  readonly refusals?: readonly BondRefused[];
}

interface DeclarationSnapshot {
  readonly topic?: string;
  readonly channel?: Channel;
  readonly ownerId?: AgentId;
  readonly deputyIds: readonly AgentId[];
  readonly untilAt?: Instant;
}

/** Which records were merged into this one, in the order in which they were. */
export interface MergeSnapshot {
  readonly kind: 'merge';
  readonly customerId: CustomerId;
  readonly mergedIds: readonly CustomerId[];
}

export interface AccountSnapshot {
  readonly kind: 'account';
  readonly id: AccountId;
  readonly declarations: readonly DeclarationSnapshot[];
}

/** One version of an agreement; those of one agreement follow each other. */
export interface AgreementSnapshot {
  readonly kind: 'agreement';
  readonly agreementId: AgreementId;
  readonly version: number;
  readonly serves: Served;
  readonly agreedBy: string;
  readonly agreedWith?: string;
  readonly agreedAt: Instant;
  readonly holdsFromAt: Instant;
  readonly terms: readonly AgreementTerm[];
}

/** What has been learned of a need: samples as `samplesIn` gives them. */
export interface EstimateSnapshot {
  readonly kind: 'estimate';
  readonly channel: Channel;
  readonly requirements: readonly Requirement[];
  readonly isProficiencyFirst: boolean;
  readonly handles: readonly number[];
  readonly wrapUps: readonly number[];
  readonly waits: readonly number[];
  readonly reservedDay: number;
  readonly reservedMs: number;
}

/** The policy as it was set; absent where it never was. */
export interface PolicySnapshot {
  readonly kind: 'policy';
  readonly policy: Policy;
}

/** One piece of a desk as it is stored: plain, and small enough to be written one at a time. */
export type SnapshotRecord =
  | { readonly kind: 'desk'; readonly lastAt: Instant; readonly nextOrder: number }
  | PolicySnapshot
  | { readonly kind: 'skill-kinds'; readonly kinds: readonly KindOfSkill[] }
  | EmergencySnapshot
  | OutageSnapshot
  | {
      readonly kind: 'calendar';
      readonly id: CalendarId;
      readonly openIntervals: readonly Interval[];
    }
  | {
      readonly kind: 'promise';
      readonly id: PromiseId;
      readonly targetMs: number;
      readonly shareRatio: number;
      readonly calendarId?: CalendarId;
      readonly agreementId?: AgreementId;
    }
  | AgreementSnapshot
  | AgentSnapshot
  | { readonly kind: 'retired-agent'; readonly id: AgentId }
  | AbsenceSnapshot
  | AccountSnapshot
  | BondSnapshot
  | EstimateSnapshot
  | MergeSnapshot
  | CreditSnapshot
  | RehomingSnapshot
  | MatterSnapshot
  | WorkSnapshot;

/**
 * Gives a desk's records, one after the other; `restoreDesk` makes the same desk of them. Equal desks
 * give equal records in the same order, so that two desks are compared by comparing these.
 */
export function* snapshotDesk(desk: Desk): Generator<SnapshotRecord> {
  yield { kind: 'desk', lastAt: desk.lastAt, nextOrder: desk.nextOrder };
  // Before all that follows from it; where nobody set it, it is whoever restores the desk who knows it.
  if (desk.isPolicySet) yield { kind: 'policy', policy: policyOf(policyNumbers(desk.policy)) };
  yield* skillKindsSnapshot(desk);
  yield* emergencySnapshots(desk);
  for (const [id, { openIntervals }] of desk.calendars) {
    yield { kind: 'calendar', id, openIntervals };
  }
  for (const agreement of desk.agreements.values()) yield* agreementSnapshots(agreement);
  for (const { id, targetMs, shareRatio, calendarId, agreementId } of desk.promises.values()) {
    yield {
      kind: 'promise',
      id,
      targetMs,
      shareRatio,
      ...(calendarId !== undefined && { calendarId }),
      ...(agreementId !== undefined && { agreementId }),
    };
  }
  for (const agent of desk.agentList) {
    yield agent.isRetired ? { kind: 'retired-agent', id: agent.id } : agentSnapshot(agent);
  }
  for (const { id, absence } of desk.agentList) {
    if (absence !== undefined) yield absenceSnapshot(id, absence);
  }
  yield* outageSnapshots(desk);
  yield* peopleSnapshot(desk);
  yield* estimateSnapshots(desk);
  yield* matterSnapshots(desk);
  for (const work of desk.work.values()) yield workSnapshot(work);
}

function* skillKindsSnapshot({ skillKinds }: Desk): Generator<SnapshotRecord> {
  if (skillKinds.size === 0) return;
  yield {
    kind: 'skill-kinds',
    kinds: Array.from(skillKinds, ([skill, kind]) => ({ skill, kind })),
  };
}

/** That everybody is needed at once. */
export interface EmergencySnapshot extends Omit<Emergency, 'skill'> {
  readonly kind: 'emergency';
  readonly skill?: string;
}

function* emergencySnapshots({ emergencies }: Desk): Generator<EmergencySnapshot> {
  for (const { skill, ...emergency } of emergencies.values()) {
    yield { kind: 'emergency', ...(skill !== undefined && { skill }), ...emergency };
  }
}

function* agreementSnapshots({
  id: agreementId,
  serves,
  versions,
}: AgreementRecord): Generator<AgreementSnapshot> {
  for (const { version, agreedBy, agreedWith, agreedAt, holdsFromAt, terms } of versions) {
    const given = new Map(terms.map(({ promiseId, term }) => [promiseId, term]));
    yield {
      kind: 'agreement',
      agreementId,
      version,
      serves,
      agreedBy,
      ...(agreedWith !== undefined && { agreedWith }),
      agreedAt,
      holdsFromAt,
      terms: terms.map((_, index) =>
        present(given.get(promiseIdOf(agreementId, version, index + 1))),
      ),
    };
  }
}

/** Accounts before who belongs to them, and records before they are merged. */
function* peopleSnapshot(desk: Desk): Generator<SnapshotRecord> {
  for (const { id, declarations } of desk.accounts.values()) {
    yield { kind: 'account', id, declarations: declarations.map(declarationSnapshot) };
  }
  for (const customer of desk.customers.values()) {
    if (customer.bond !== undefined) yield bondSnapshot(desk, customer, customer.bond);
  }
  for (const { id, terms } of desk.customers.values()) {
    if (terms === undefined || terms.merged.length === 0) continue;
    yield { kind: 'merge', customerId: id, mergedIds: terms.merged.map((merged) => merged.id) };
  }
  for (const [customerId, credit] of desk.credits) yield { kind: 'credit', customerId, ...credit };
  for (const [agentId, { at, moved }] of desk.rehomings) {
    yield { kind: 'rehoming', agentId, at, moved };
  }
}

/** Who goes before others, and until when. */
export interface CreditSnapshot extends Credit {
  readonly kind: 'credit';
  readonly customerId: CustomerId;
}

/** How bonds were before they were given to others. */
export interface RehomingSnapshot extends Rehoming {
  readonly kind: 'rehoming';
  readonly agentId: AgentId;
}

/** In an order that does not tell which need was asked for first, because no decision knows that either. */
function estimateSnapshots({ index: { needs } }: Desk): readonly EstimateSnapshot[] {
  const snapshots = needs.flatMap((need): readonly [string, EstimateSnapshot][] => {
    const { channel, requirements, isProficiencyFirst, estimate } = need;
    if (estimate === undefined) return [];
    const { handles, wrapUps, waits, reservedDay, reservedMs } = estimate;
    const key = JSON.stringify([channel, isProficiencyFirst, requirements]);
    const snapshot: EstimateSnapshot = {
      kind: 'estimate',
      channel,
      requirements,
      isProficiencyFirst,
      handles: samplesIn(handles),
      wrapUps: samplesIn(wrapUps),
      waits: samplesIn(waits),
      reservedDay,
      reservedMs,
    };
    return [[key, snapshot]];
  });
  snapshots.sort(([a], [b]) => (a < b ? -1 : 1));
  return snapshots.map(([, snapshot]) => snapshot);
}

function agentSnapshot(agent: AgentRecord): AgentSnapshot {
  return {
    kind: 'agent',
    id: agent.id,
    skills: Array.from(agent.skills, ([skill, level]) => ({ skill, level })),
    capacity: agent.capacity,
    state: agent.state,
    ...(agent.reason !== undefined && { reason: agent.reason }),
    ...(agent.returnAt !== undefined && { returnAt: agent.returnAt }),
    busyIntervals: agent.busyIntervals,
    isBusy: agent.isBusy,
    ...(agent.isUnreachable && { isUnreachable: true }),
    ...(agent.isInterruptible && { isInterruptible: true }),
    ...(agent.roster && { roster: agent.roster }),
    ...((agent.roster || agent.windDowns.length > 0) && {
      windDowns: agent.windDowns,
      isWindingDown: agent.isWindingDown,
    }),
    lastAssignedAt: agent.lastAssignedAt,
  };
}

function absenceSnapshot(agentId: AgentId, absence: Absence): AbsenceSnapshot {
  const { sinceAt, untilAt, deputy, stateBefore } = absence;
  const given = deputy === undefined ? {} : { deputyId: deputy.id };
  return { kind: 'absence', agentId, sinceAt, untilAt, ...given, stateBefore };
}

function bondSnapshot(
  desk: Desk,
  { id: customerId, account, terms }: CustomerRecord,
  bond: Bond,
): BondSnapshot {
  const known = listKnown(desk, bond);
  const owner = known.find(({ standing }) => standing === 'owner')?.agent;
  const deputies = known.filter(({ standing }) => standing === 'deputy');
  const earned = known.filter(({ standing }) => standing === 'earned');
  return {
    kind: 'bond',
    customerId,
    ...(owner && { ownerId: owner.id }),
    deputyIds: deputies.map(({ agent }) => agent.id),
    earned: earned.map(({ agent, strength, day }) => ({ agentId: agent.id, strength, day })),
    ...(account && { accountId: account.id }),
    ...(terms && termsSnapshot(terms)),
  };
}

function termsSnapshot({
  declarations,
  isNewPreferred,
  refusals,
}: CustomerTerms): Partial<BondSnapshot> {
  return {
    ...(declarations.length > 0 && { declarations: declarations.map(declarationSnapshot) }),
    ...(isNewPreferred && { isNewPreferred }),
    ...(refusals.length > 0 && {
      refusals: refusals.map(({ agent, by }) => ({ agentId: agent.id, by })),
    }),
  };
}

function declarationSnapshot(declaration: Declaration): DeclarationSnapshot {
  const { topic, channel, owner, deputies, untilAt } = declaration;
  return {
    ...(topic !== undefined && { topic }),
    ...(channel !== undefined && { channel }),
    ...(owner && { ownerId: owner.id }),
    deputyIds: deputies.map(({ id }) => id),
    ...(untilAt !== undefined && { untilAt }),
  };
}
