import type { AgentState } from '../agents/agent-messages.ts';
import type { AgentId, WorkId } from '../id.ts';
import type { DeskEvent } from '../messages.ts';
import type { Instant, Interval } from '../time.ts';
import { ratio } from './ratio.ts';

/** What agents did with their time, in all. */
export interface AgentTimeFigures {
  /** Carrying at least one item, in conversation, on hold or wrapping up. */
  readonly busyMs: number;
  /** Ready, reachable, carrying nothing, and not in a busy interval. */
  readonly readyMs: number;
  /** Occupancy: busy ÷ (busy + ready). */
  readonly occupancyRatio: number | null;
}

interface Duty {
  state: AgentState;
  isInterval: boolean;
  isUnreachable: boolean;
  carriedCount: number;
}

/** Sums up what agents do, each event in O(1). Memory: the agents, and the items that are put off. */
export class AgentTime {
  readonly #duties = new Map<AgentId, Duty>();
  readonly #deferred = new Set<WorkId>();
  #busyCount = 0;
  #readyCount = 0;
  #busyMs = 0;
  #readyMs = 0;
  #since: Instant = 0;

  take(event: DeskEvent, at: Instant): void {
    if (event.type === 'agent-registered') {
      const duty: Duty = {
        state: 'signed-out',
        isInterval: false,
        isUnreachable: false,
        carriedCount: 0,
      };
      this.#duties.set(event.agentId, duty);
      return;
    }
    if (!('agentId' in event)) {
      if (event.type === 'work-recalled') this.#deferred.delete(event.workId);
      return;
    }
    const duty = this.#duties.get(event.agentId);
    if (duty === undefined) return;
    this.#settle(at);
    this.#count(duty, -1);
    if ('workId' in event) duty.carriedCount += this.#taken(event);
    else changeDuty(duty, event, at);
    this.#count(duty, 1);
    if (event.type === 'agent-retired') this.#duties.delete(event.agentId);
  }

  figures(at: Instant): AgentTimeFigures {
    const ms = Math.max(0, at - this.#since);
    const busyMs = this.#busyMs + ms * this.#busyCount;
    const readyMs = this.#readyMs + ms * this.#readyCount;
    return { busyMs, readyMs, occupancyRatio: ratio(busyMs, busyMs + readyMs) };
  }

  #settle(at: Instant): void {
    const ms = Math.max(0, at - this.#since);
    this.#busyMs += ms * this.#busyCount;
    this.#readyMs += ms * this.#readyCount;
    this.#since = Math.max(this.#since, at);
  }

  #count({ state, isInterval, isUnreachable, carriedCount }: Duty, step: 1 | -1): void {
    if (carriedCount > 0) this.#busyCount += step;
    else if (state === 'ready' && !isInterval && !isUnreachable) this.#readyCount += step;
  }

  /** By how much an event changes how many items its agent carries. What is put off weighs nothing. */
  #taken({ type, workId }: { readonly type: DeskEvent['type']; readonly workId: WorkId }): number {
    switch (type) {
      case 'offer-accepted':
        return 1;
      case 'work-resumed':
        return this.#deferred.delete(workId) ? 1 : 0;
      case 'work-deferred':
        this.#deferred.add(workId);
        return -1;
      case 'callback-promised':
      case 'work-paused':
        this.#deferred.add(workId);
        return 0;
      default:
        return LEAVING.has(type) && !this.#deferred.delete(workId) ? -1 : 0;
    }
  }
}

/** After which an agent has an item no more, whether he carried it or had put it off. */
const LEAVING: ReadonlySet<DeskEvent['type']> = new Set([
  'deferral-ended',
  'pause-ended',
  'work-released',
  'work-completed',
  'work-transferred',
]);

function changeDuty(duty: Duty, event: DeskEvent, at: Instant): void {
  if (event.type === 'agent-state-changed') duty.state = event.state;
  else if (event.type === 'agent-busy-began') duty.isInterval = true;
  else if (event.type === 'agent-busy-ended') duty.isInterval = false;
  else if (event.type === 'agent-reachability-changed') duty.isUnreachable = !event.isReachable;
  else if (event.type === 'busy-intervals-set') duty.isInterval = isWithin(event.intervals, at);
}

/** Whether a moment lies in one of these intervals. */
export function isWithin(intervals: readonly Interval[], at: Instant): boolean {
  return intervals.some(({ fromAt, untilAt }) => fromAt <= at && at < untilAt);
}
