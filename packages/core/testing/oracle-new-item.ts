import type { Instant } from '../time.ts';
import type { WorkReceived } from '../work/work-messages.ts';
import type { ModelItem } from './oracle-records.ts';

/** An item as it comes in: nobody has it, and nothing was said of it. */
export function newItem(event: WorkReceived, order: number, at: Instant): ModelItem {
  return {
    id: event.workId,
    order,
    waitingSince: at,
    waitedMs: 0,
    waitedBeforeMs: 0,
    promisedMs: undefined,
    channel: event.channel,
    customerId: event.customerId,
    topic: event.topic,
    receivedAt: at,
    requirements: event.requirements,
    isProficiencyFirst: event.isProficiencyFirst ?? false,
    promiseId: event.promiseId,
    priority: event.priority ?? 0,
    agentId: undefined,
    expiresAt: 0,
    deferredUntil: 0,
    wrapUpEndsAt: 0,
    extensionCount: 0,
    deferredForId: undefined,
    callback: undefined,
    takenAt: 0,
    wrapUpAt: 0,
    reservation: undefined,
    wasReserved: false,
    matterId: undefined,
    pausedById: undefined,
    silentAt: 0,
    isSilent: false,
    asideForId: undefined,
    isInterrupting: false,
    preferredId: undefined,
    alert: undefined,
    rungs: new Set(),
    exclusions: new Map(),
    missedBy: [],
    transferCount: 0,
    toldTransferCount: 0,
    loweredCount: 0,
  };
}
