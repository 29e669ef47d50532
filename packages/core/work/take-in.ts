import { customerOf } from '../bonds/customers.ts';
import { knownAgents } from '../bonds/known-agents.ts';
import { renewKnown } from '../bonds/renew-known.ts';
import { type Desk, present } from '../desk.ts';
import type { Known, WorkRecord } from '../desk-records.ts';
import type { MatterId } from '../id.ts';
import { addMember } from '../matters/members.ts';
import { classOf } from '../routing/needs.ts';
import type { Instant } from '../time.ts';
import { NOBODY_EXCLUDED, setExclusions } from './exclusions.ts';
import { NOBODY_MISSED } from './misses.ts';
import { addOpen } from './open-work.ts';
import type { WorkReceived } from './work-messages.ts';

/** Before it is looked up who knows the customer. */
const NOBODY: Known = [];

/** Makes an item of what came in; it takes its place in the queues with the next event, unless that is its offer. */
export function takeIn(desk: Desk, event: WorkReceived, at: Instant): void {
  const { channel, customerId, requirements } = event;
  const promise = present(desk.promises.get(event.promiseId));
  const isProficiencyFirst = event.isProficiencyFirst ?? false;
  const priority = event.priority ?? 0;
  const customer = customerId === undefined ? undefined : customerOf(desk, customerId);
  const handle = desk.index.freeWorkHandles.pop() ?? desk.index.workByHandle.length;
  const work: WorkRecord = {
    id: event.workId,
    handle,
    order: desk.nextOrder++,
    customer,
    topic: event.topic,
    nextOfCustomer: undefined,
    receivedAt: at,
    waitingSince: at,
    waitedMs: 0,
    waitedBeforeMs: 0,
    class: classOf(desk, { channel, requirements, isProficiencyFirst, promise, priority }),
    status: 'waiting',
    statusSince: at,
    agent: undefined,
    offerExpiresAt: 0,
    deferredUntil: 0,
    alert: undefined,
    alertHeight: 0,
    callback: undefined,
    asideForId: undefined,
    matter: undefined,
    pausedById: undefined,
    turn: undefined,
    takenAt: 0,
    reservation: undefined,
    wasReserved: false,
    preferred: undefined,
    deferredFor: undefined,
    wrapUpEndsAt: 0,
    extensionCount: 0,
    known: NOBODY,
    exclusions: NOBODY_EXCLUDED,
    transferCount: 0,
    loweredCount: 0,
    misses: NOBODY_MISSED,
  };
  if (event.matterId !== undefined) joinAtReceipt(desk, event.matterId, work);
  work.known = knownAgents(desk, work);
  setExclusions(desk, work, NOBODY_EXCLUDED);
  addOpen(desk, work);
  desk.index.arriving = work;
}

/** Whoever handled a matter does so no more where it has become that of several people. */
function joinAtReceipt(desk: Desk, matterId: MatterId, work: WorkRecord): void {
  for (const each of addMember(desk, matterId, work)) if (each !== work) renewKnown(desk, each);
}
