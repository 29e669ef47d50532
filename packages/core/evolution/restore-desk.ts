import { createAgent } from '../agents/create-agent.ts';
import { carriedWeight } from '../agents/load.ts';
import { setState } from '../agents/set-state.ts';
import { NO_CAPACITY, retireAgent } from '../agents/retire-agent.ts';
import { withDeclared, withoutRoom } from '../bonds/bond-of.ts';
import { accountOf, customerOf, setBond, setTerms } from '../bonds/customers.ts';
import { addKnown } from '../bonds/known.ts';
import { knownAgents } from '../bonds/known-agents.ts';
import { createDesk, type Desk, present } from '../desk.ts';
import type { AgentRecord, Declaration, WorkRecord } from '../desk-records.ts';
import type { AgentId } from '../id.ts';
import { takePolicy } from '../policy/evolve-policy.ts';
import { addVersion } from '../promises/add-version.ts';
import { afterTransfer } from '../promises/after-transfer.ts';
import { addPromise } from '../promises/evolve-promises.ts';
import type { PromiseRecord } from '../promises/promise-record.ts';
import { serviceHours } from '../promises/service-hours.ts';
import { unreachable } from '../result.ts';
import { renewAvailability } from '../routing/memberships.ts';
import { classOf, needOf } from '../routing/needs.ts';
import { POLICY, type Policy } from '../routing/policy.ts';
import { enqueue } from '../routing/queues.ts';
import { createWindow } from '../routing/sample-window.ts';
import { scheduleAgent, scheduleWork } from '../routing/timers.ts';
import { NOBODY_EXCLUDED, setExclusions } from '../work/exclusions.ts';
import { NOBODY_MISSED } from '../work/misses.ts';
import { addOpen } from '../work/open-work.ts';
import type {
  AbsenceSnapshot,
  AccountSnapshot,
  AgentSnapshot,
  BondSnapshot,
  CreditSnapshot,
  EstimateSnapshot,
  MergeSnapshot,
  PolicySnapshot,
  RehomingSnapshot,
  SnapshotRecord,
} from './snapshot.ts';
import { type OutageSnapshot, restoreOutage } from './snapshot-outage.ts';
import type { Instant } from '../time.ts';
import { keepMember, type MatterSnapshot, matterAt, restoreMatter } from './snapshot-matters.ts';
import type { WorkSnapshot } from './snapshot-work.ts';

/**
 * Makes the desk whose records these are. Under the same policy it decides as that one would: handles
 * and the order inside heaps may differ, which no decision can see.
 *
 * @throws {Error} when the records contradict each other.
 */
export function restoreDesk(records: Iterable<SnapshotRecord>, policy: Policy = POLICY): Desk {
  const desk = createDesk(policy);
  const agents: AgentSnapshot[] = [];
  for (const record of records) {
    if (record.kind === 'agent') agents.push(record);
    if (record.kind === 'policy') takePolicy(desk, record.policy);
    else if (record.kind === 'matter') restoreMatter(desk, record);
    else if (record.kind === 'absence') restoreAbsence(desk, record);
    else if (record.kind === 'outage') restoreOutage(desk, record);
    else if (isOfSetUp(record)) restoreSetUp(desk, record);
    else restoreRecord(desk, record);
  }
  // Last, because the indexes of available agents must not see loads that are still growing.
  for (const record of agents) restoreState(desk, record);
  return desk;
}

function restoreRecord(
  desk: Desk,
  record: Exclude<
    SnapshotRecord,
    AbsenceSnapshot | MatterSnapshot | OutageSnapshot | PolicySnapshot | SetUpRecord
  >,
): void {
  switch (record.kind) {
    case 'desk':
      desk.lastAt = record.lastAt;
      desk.nextOrder = record.nextOrder;
      return;
    case 'agreement':
      addVersion(desk, record);
      return;
    case 'agent':
      createAgent(desk, record);
      return;
    case 'retired-agent':
      retireAgent(desk, createAgent(desk, { id: record.id, skills: [], capacity: NO_CAPACITY }));
      return;
    case 'account':
    case 'bond':
    case 'merge':
    case 'credit':
    case 'rehoming':
      restorePeople(desk, record);
      return;
    case 'estimate':
      restoreEstimate(desk, record);
      return;
    case 'work':
      restoreWork(desk, record);
      return;
    default:
      unreachable(record);
  }
}

type SetUpRecord = Extract<SnapshotRecord, { readonly kind: (typeof SET_UP)[number] }>;

const SET_UP = ['skill-kinds', 'emergency', 'calendar', 'promise'] as const;

function isOfSetUp(record: SnapshotRecord): record is SetUpRecord {
  return (SET_UP as readonly string[]).includes(record.kind);
}

function restoreSetUp(desk: Desk, record: SetUpRecord): void {
  if (record.kind === 'promise') restorePromise(desk, record);
  else if (record.kind === 'calendar') {
    desk.calendars.set(record.id, serviceHours(record.openIntervals));
  } else if (record.kind === 'emergency') {
    const { reason, skill, declaredBy, since, untilAt } = record;
    desk.emergencies.set(skill, { reason, skill, declaredBy, since, untilAt });
  } else for (const { skill, kind } of record.kinds) desk.skillKinds.set(skill, kind);
}

function restorePromise(
  desk: Desk,
  record: Extract<SnapshotRecord, { readonly kind: 'promise' }>,
): void {
  const { id, targetMs, shareRatio, calendarId, agreementId } = record;
  const hours = calendarId === undefined ? undefined : present(desk.calendars.get(calendarId));
  addPromise(desk, { id, agreementId, targetMs, shareRatio, calendarId, hours });
}

function restorePeople(
  desk: Desk,
  record: AccountSnapshot | BondSnapshot | CreditSnapshot | MergeSnapshot | RehomingSnapshot,
): void {
  if (record.kind === 'credit') {
    const { priority, ownerId, untilAt } = record;
    desk.credits.set(record.customerId, { priority, ownerId, untilAt });
    return;
  }
  if (record.kind === 'rehoming') {
    desk.rehomings.set(record.agentId, { at: record.at, moved: record.moved });
  } else if (record.kind === 'bond') restoreBond(desk, record);
  else if (record.kind === 'merge') restoreMerge(desk, record);
  else {
    const { id, declarations } = record;
    accountOf(desk, id).declarations = declarations.map((each) => restoreDeclaration(desk, each));
  }
}

function restoreAbsence(desk: Desk, record: AbsenceSnapshot): void {
  const { agentId, sinceAt, untilAt, deputyId, stateBefore } = record;
  const agent = agentOf(desk, agentId);
  const deputy = deputyId === undefined ? undefined : agentOf(desk, deputyId);
  agent.absence = { sinceAt, untilAt, deputy, stateBefore };
  if (deputy !== undefined) desk.coveredAgents.add(agent);
}

function restoreState(desk: Desk, record: AgentSnapshot): void {
  const agent = present(desk.agents.get(record.id));
  const { state, reason, returnAt } = record;
  setState(desk, agent, { state, ...(reason && { reason }), ...(returnAt && { returnAt }) });
  agent.busyIntervals = record.busyIntervals;
  agent.isBusy = record.isBusy;
  agent.isUnreachable = record.isUnreachable ?? false;
  agent.roster = record.roster;
  agent.windDowns = record.windDowns ?? [];
  agent.isWindingDown = record.isWindingDown ?? false;
  agent.lastAssignedAt = record.lastAssignedAt;
  renewAvailability(desk, agent);
  scheduleAgent(desk, agent);
}

function restoreBond(desk: Desk, record: BondSnapshot): void {
  const { ownerId, deputyIds, accountId, declarations, isNewPreferred, refusals } = record;
  const owner = ownerId === undefined ? undefined : agentOf(desk, ownerId);
  const deputies = deputyIds.map((id) => agentOf(desk, id));
  const bond = [...withDeclared(undefined, { owner, deputies })];
  for (const { agentId, strength, day } of record.earned) {
    addKnown(bond, { agent: agentOf(desk, agentId), standing: 'earned', strength, day });
  }
  const customer = customerOf(desk, record.customerId);
  setBond(desk, customer, withoutRoom(bond));
  if (accountId !== undefined) customer.account = accountOf(desk, accountId);
  setTerms(desk, customer, {
    ...(declarations && {
      declarations: declarations.map((each) => restoreDeclaration(desk, each)),
    }),
    ...(isNewPreferred && { isNewPreferred }),
    ...(refusals && {
      refusals: refusals.map(({ agentId, by }) => ({ agent: agentOf(desk, agentId), by })),
    }),
  });
}

function restoreDeclaration(
  desk: Desk,
  { topic, channel, ownerId, deputyIds, untilAt }: AccountSnapshot['declarations'][number],
): Declaration {
  const owner = ownerId === undefined ? undefined : agentOf(desk, ownerId);
  return { topic, channel, owner, deputies: deputyIds.map((id) => agentOf(desk, id)), untilAt };
}

function restoreMerge(desk: Desk, { customerId, mergedIds }: MergeSnapshot): void {
  const kept = customerOf(desk, customerId);
  const merged = mergedIds.map((id) => customerOf(desk, id));
  for (const each of merged) setTerms(desk, each, { mergedInto: kept });
  setTerms(desk, kept, { merged });
}

function restoreEstimate(desk: Desk, record: EstimateSnapshot): void {
  const { handles, wrapUps, waits, reservedDay, reservedMs } = record;
  needOf(desk, record).estimate = {
    handles: createWindow(handles),
    wrapUps: createWindow(wrapUps),
    waits: createWindow(waits),
    reservedDay,
    reservedMs,
  };
}

function restoreWork(desk: Desk, record: WorkSnapshot): void {
  const { channel, requirements, isProficiencyFirst, priority, customerId } = record;
  const promise = restoredPromise(desk, record);
  const agent = namedAgent(desk, record.agentId);
  const preferred = namedAgent(desk, record.preferredId);
  const customer = customerId === undefined ? undefined : customerOf(desk, customerId);
  const work: WorkRecord = {
    id: record.id,
    handle: desk.index.workByHandle.length,
    order: record.order,
    customer,
    topic: record.topic,
    nextOfCustomer: undefined,
    receivedAt: record.receivedAt,
    waitingSince: record.waitingSince,
    waitedMs: record.waitedMs,
    waitedBeforeMs: record.waitedBeforeMs ?? 0,
    class: classOf(desk, { channel, requirements, isProficiencyFirst, promise, priority }),
    status: record.status,
    statusSince: record.statusSince,
    agent,
    offerExpiresAt: record.offerExpiresAt,
    deferredUntil: restoredDeferral(record),
    ...restoredAlert(record),
    wrapUpEndsAt: record.wrapUpEndsAt ?? 0,
    deferredFor: namedAgent(desk, record.deferredForId),
    callback: record.callback,
    asideForId: record.asideForId,
    matter: matterAt(desk, record.matterId),
    pausedById: record.pausedById,
    turn: record.turn,
    takenAt: record.takenAt ?? 0,
    reservation: restoredReservation(desk, record),
    wasReserved: record.wasReserved ?? false,
    preferred,
    known: [],
    exclusions: NOBODY_EXCLUDED,
    ...restoredCounts(record),
    misses: restoredMisses(desk, record),
  };
  const exclusions = record.exclusions.map(({ agentId, until }) => ({
    agent: agentOf(desk, agentId),
    until,
  }));
  work.known = knownAgents(desk, work);
  setExclusions(desk, work, exclusions);
  addOpen(desk, work);
  keepMember(work);
  for (const each of work.reservation?.agents ?? []) each.reserved.push(work);
  if (agent !== undefined) putInHands(work, agent);
  else enqueue(desk, work);
  scheduleWork(desk, work);
}

/** What is put aside has no moment of its own. */
function restoredDeferral({ deferredUntil = 0, pausedById }: WorkSnapshot): Instant {
  return pausedById === undefined ? deferredUntil : Infinity;
}

function restoredPromise(desk: Desk, { promiseId, promisedMs }: WorkSnapshot): PromiseRecord {
  const promise = present(desk.promises.get(promiseId));
  return promisedMs === undefined ? promise : afterTransfer(promise, promisedMs);
}

function restoredReservation(desk: Desk, { reservation }: WorkSnapshot): WorkRecord['reservation'] {
  if (reservation === undefined) return undefined;
  const { fromAt, untilAt, agentIds, isChosen } = reservation;
  const agents = agentIds.map((id) => agentOf(desk, id));
  return { fromAt, untilAt, agents, ...(isChosen && { isChosen }) };
}

function restoredCounts({ transferCount = 0, loweredCount = 0, extensionCount = 0 }: WorkSnapshot) {
  return { transferCount, loweredCount, extensionCount };
}

function restoredMisses(desk: Desk, { missedByIds }: WorkSnapshot): WorkRecord['misses'] {
  return missedByIds?.map((id) => agentOf(desk, id)) ?? NOBODY_MISSED;
}

function restoredAlert({ alert, alertHeight = 0 }: WorkSnapshot) {
  return { alert: alert && { ...alert }, alertHeight };
}

function putInHands(work: WorkRecord, agent: AgentRecord): void {
  if (work.status === 'offered') {
    agent.offered = work;
    return;
  }
  if (work.status === 'deferred') {
    agent.deferred.push(work);
    return;
  }
  agent.carried.push(work);
  if (work.asideForId !== undefined) agent.asideCount += 1;
  agent.loadUnits += carriedWeight(agent, work);
}

function namedAgent(desk: Desk, id: AgentId | undefined): AgentRecord | undefined {
  return id === undefined ? undefined : agentOf(desk, id);
}

/** Whoever is named, retired or not. */
function agentOf(desk: Desk, id: AgentId): AgentRecord {
  return present(desk.agents.get(id) ?? desk.retiredAgents.get(id));
}
