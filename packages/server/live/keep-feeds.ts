import { setTimeout as sleep } from 'node:timers/promises';
import type { EmergenciesState } from '@rapport/protocol';
import { type EmergencyRooms, standingEmergencies } from '../emergencies/standing-emergencies.ts';
import type { Signs } from '../interactions/signs.ts';
import type { Tracing } from '../tracing/tracing.ts';
import { reasonOf } from '../logs/reason-of.ts';
import type { RowChanges } from './row-changes.ts';
import { createFeeds, type Feeds } from './feeds.ts';
import type { FloorRooms } from './floor-feed.ts';
import { type FollowedCentre, type FollowedFloor, followFloor } from './follow-floor.ts';

/** A floor and the feeds over it; both end together. */
export interface FedFloor {
  readonly followed: FollowedFloor;
  readonly feeds: Feeds;
}

/** Whose feeds are made, and what they need beside the floor. */
interface FedCentre extends Omit<FollowedCentre, 'onRow' | 'onFault'> {
  readonly tracing: Tracing;
  readonly signs: Signs;
  readonly waitingKinds: FloorRooms['waitingKinds'];
  readonly host: FollowedCentre['host'] & EmergencyRooms['host'];
}

export interface KeptFeeds {
  /** The present ones; undefined while they are made. */
  readonly current: () => FedFloor | undefined;
  /** The present ones, or the next. */
  readonly ready: () => Promise<FedFloor>;
  /** Makes them anew, also those that are being made: they rest on something that has changed. */
  readonly renew: (why: string) => void;
  readonly stop: () => void;
}

const RETRY_MS = 1_000;

/**
 * Makes the feeds of a centre, and makes them anew whenever that fails or the floor contradicts the
 * history. `onLost` is told that whoever followed the last ones must begin again.
 */
export function keepFeeds(
  centre: FedCentre,
  { notice, onLost }: { notice: (message: string) => void; onLost: () => void },
): KeptFeeds {
  let isStopped = false;
  let current: FedFloor | undefined;

  const emergencies = (): Promise<EmergenciesState> => standingEmergencies(centre);
  const onFault = (error: unknown): void => notice(`rows are read again: ${reasonOf(error)}`);
  const lose = (error: unknown): void => {
    // One that is still being made is tried again below, after a pause.
    if (current === undefined) return;
    notice(`live updates begin anew: ${reasonOf(error)}`);
    current.followed.stop();
    current = undefined;
    ready = begin();
    onLost();
  };
  /** Tells a row in this very turn, so that rows stay in order. */
  const tell = (changes: RowChanges): void => {
    const { feeds } = current ?? {};
    if (feeds === undefined) return;
    const told = centre.tracing.delivery('live', changes.position, () => {
      feeds.row(changes);
      return Promise.resolve();
    });
    told.catch(lose);
  };
  const make = async (): Promise<FedFloor> => {
    const followed = await followFloor({ ...centre, onRow: tell, onFault: lose });
    if (followed.fault !== undefined) throw followed.fault;
    if (isStopped) followed.stop();
    return (current = {
      followed,
      feeds: createFeeds(followed, { ...centre, emergencies, onFault }),
    });
  };
  // A method call, because the compiler cannot see that `stop` is called meanwhile.
  const isRunning = (): boolean => !isStopped;
  const begin = (): Promise<FedFloor> => {
    const made = insist(make, { isRunning, notice });
    // It fails only when it is no longer wanted; whoever waits for it is told.
    made.catch(() => undefined);
    return made;
  };
  let ready = begin();
  return {
    current: () => current,
    ready: () => ready,
    renew: (why) => void ready.then(() => lose(why)).catch(() => undefined),
    stop: () => {
      isStopped = true;
      current?.followed.stop();
    },
  };
}

/** What `make` makes at last, with a pause after each failure; it fails once it is no longer wanted. */
async function insist<Made>(
  make: () => Promise<Made>,
  { isRunning, notice }: { isRunning: () => boolean; notice: (message: string) => void },
): Promise<Made> {
  for (;;) {
    try {
      return await make();
    } catch (error) {
      if (!isRunning()) throw error;
      notice(`live updates cannot begin yet: ${reasonOf(error)}`);
      await sleep(RETRY_MS);
    }
  }
}
