import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { DatabaseSource } from './database.ts';
import { DatabaseUnavailable } from './database-faults.ts';
import { openSession } from './session.ts';

const GIVE_UP_MS = 30_000;
const RETRY_MS = 250;

/** A PostgreSQL that somebody else runs: nothing to start, keep alive or stop. */
export function openExternal(databaseUrl: string): DatabaseSource {
  const connection: pg.ClientConfig = {
    connectionString: databaseUrl,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  };
  return {
    kind: 'external',
    connection,
    ready: () => untilAnswers(connection),
    close: () => Promise.resolve(),
  };
}

async function untilAnswers(connection: pg.ClientConfig): Promise<void> {
  const giveUpAt = Date.now() + GIVE_UP_MS;
  for (;;) {
    try {
      const session = await openSession(connection);
      await session.close();
      return;
    } catch (cause) {
      if (Date.now() > giveUpAt) {
        throw new DatabaseUnavailable(`the database has been away for ${GIVE_UP_MS / 1000} s`, {
          cause,
        });
      }
    }
    await sleep(RETRY_MS);
  }
}
