import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../database/database.ts';
import { ServerLocked } from '../database/database-faults.ts';
import { type ServerLock, takeServerLock } from '../database/server-lock.ts';

const RETRY_MS = 250;

/**
 * Takes the lock of a centre and takes it again whenever its session broke, as when the database was
 * restarted. `lose` is called when another process was quicker.
 *
 * @throws {ServerLocked} another process serves this centre.
 */
export async function keepServerLock(
  database: Pick<Database, 'connection' | 'ready'>,
  centre: string,
  lose: () => void,
): Promise<AsyncDisposable> {
  let lock = await takeServerLock(database, centre);
  let isReleased = false;
  const isKept = (): boolean => !isReleased;

  const watch = async (): Promise<void> => {
    for (;;) {
      await lock.lost;
      if (!isKept()) return;
      const retaken = await retake(database, centre, isKept);
      if (!isKept()) await retaken?.release();
      if (retaken === undefined) {
        if (isKept()) lose();
        return;
      }
      lock = retaken;
    }
  };

  void watch();
  return {
    async [Symbol.asyncDispose]() {
      isReleased = true;
      await lock.release();
    },
  };
}

/** Tries until it has the lock; undefined when somebody else has it, or nobody wants it any more. */
async function retake(
  database: Pick<Database, 'connection' | 'ready'>,
  centre: string,
  isWanted: () => boolean,
): Promise<ServerLock | undefined> {
  while (isWanted()) {
    try {
      await database.ready();
      return await takeServerLock(database, centre);
    } catch (error) {
      if (error instanceof ServerLocked) return undefined;
      await sleep(RETRY_MS);
    }
  }
  return undefined;
}
