import type { WorkId } from '../id.ts';
import type { DeskEvent } from '../messages.ts';
import type { Instant } from '../time.ts';
import type { WorkPromised } from '../work/change-promise-messages.ts';
import type { WorkEvent, WorkReceived } from '../work/work-messages.ts';
import { hasBonded, type Meeting, meetingOf } from './meeting.ts';

/** How an item's first wait ended: from when it came in until somebody accepted it, or its customer gave up. */
export interface FirstWait {
  readonly received: WorkReceived;
  readonly receivedAt: Instant;
  readonly endedAt: Instant;
  readonly waitMs: number;
  readonly isAnswered: boolean;
  /** Whether anybody had a bond with the customer, when the desk last looked. */
  readonly isBonded: boolean;
  /** Whom he met; only of what was answered. */
  readonly meeting?: Meeting;
}

interface OpenWait {
  /** With the promise that it has by now. */
  received: WorkReceived;
  readonly receivedAt: Instant;
  isBonded: boolean;
  meeting: Meeting;
  /** Since when it is put aside while another item of its matter is answered; and how long it was so before. */
  pausedAt: Instant | undefined;
  pausedMs: number;
}

/**
 * Finds the first waits of items in a history, each event in O(1). What waits again, because it was handed
 * on or put off, has had its first wait. Memory: the items that nobody has answered.
 */
export class FirstWaits {
  readonly #open = new Map<WorkId, OpenWait>();

  /** Takes the next event, and returns the wait that it ended, if it did. */
  take(event: DeskEvent, at: Instant): FirstWait | undefined {
    switch (event.type) {
      case 'work-received':
        this.#open.set(event.workId, {
          received: event,
          receivedAt: at,
          isBonded: false,
          meeting: { kind: 'unbonded' },
          pausedAt: undefined,
          pausedMs: 0,
        });
        return undefined;
      case 'work-promised':
        this.#promise(event);
        return undefined;
      case 'work-queued':
      case 'work-offered':
        this.#place(event);
        return undefined;
      case 'offer-accepted':
        return this.#end(event.workId, { isAnswered: true, endedAt: at });
      case 'callback-promised':
        // Whoever is to be called waits no more: he was neither answered nor gave up.
        this.#open.delete(event.workId);
        return undefined;
      case 'work-abandoned':
        return this.#end(event.workId, { isAnswered: false, endedAt: at });
      default:
        return this.#follow(event, at);
    }
  }

  #follow(event: DeskEvent, at: Instant): FirstWait | undefined {
    switch (event.type) {
      case 'work-paused':
      case 'pause-ended':
      case 'work-transferred':
        this.#pause(event, at);
        return undefined;
      case 'work-resumed':
      case 'work-completed':
        return this.#settle(event.workId, at);
      default:
        return undefined;
    }
  }

  /** What is put aside waits for nobody but whoever answers the other item. */
  #pause(
    { type, workId }: Pick<WorkEvent, 'type'> & { readonly workId: WorkId },
    at: Instant,
  ): void {
    const wait = this.#open.get(workId);
    if (wait === undefined) return;
    if (type === 'work-paused') {
      wait.pausedAt = at;
      // Whoever answers the matter has it, whomever bonds would have chosen.
      wait.meeting = { kind: 'named' };
      return;
    }
    if (wait.pausedAt !== undefined) wait.pausedMs += at - wait.pausedAt;
    wait.pausedAt = undefined;
  }

  /** What was settled with the other item, or taken up after it, was answered when it was put aside. */
  #settle(workId: WorkId, at: Instant): FirstWait | undefined {
    const isPaused = this.#open.get(workId)?.pausedAt !== undefined;
    if (isPaused) return this.#end(workId, { isAnswered: true, endedAt: at });
    // Else it was answered before, or a call was promised for it.
    this.#open.delete(workId);
    return undefined;
  }

  #promise({ workId, promiseId }: WorkPromised): void {
    const wait = this.#open.get(workId);
    if (wait !== undefined) wait.received = { ...wait.received, promiseId };
  }

  #place(event: Extract<DeskEvent, { type: 'work-queued' | 'work-offered' }>): void {
    const wait = this.#open.get(event.workId);
    if (wait === undefined) return;
    wait.isBonded = hasBonded(event.passedOver);
    if (event.type === 'work-queued') return;
    wait.meeting = meetingOf(event);
    if (wait.meeting.kind === 'known') wait.isBonded = true;
  }

  #end(
    workId: WorkId,
    { isAnswered, endedAt }: Pick<FirstWait, 'isAnswered' | 'endedAt'>,
  ): FirstWait | undefined {
    const wait = this.#open.get(workId);
    if (wait === undefined) return undefined;
    this.#open.delete(workId);
    const { received, receivedAt, isBonded, meeting, pausedAt, pausedMs } = wait;
    const heardAt = isAnswered ? (pausedAt ?? endedAt) : endedAt;
    const waitMs = (pausedAt ?? endedAt) - receivedAt - pausedMs;
    const ended = { received, receivedAt, endedAt: heardAt, waitMs, isAnswered, isBonded };
    return isAnswered ? { ...ended, meeting } : ended;
  }
}
