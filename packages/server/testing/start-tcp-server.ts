import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { prepareEmbeddedHome } from '../database/embedded-home.ts';
import {
  EMBEDDED_USER,
  ensureCluster,
  lastLogLines,
  startPostmaster,
  stopPostmaster,
} from '../database/postmaster.ts';

const GIVE_UP_MS = 30_000;
const RETRY_MS = 50;

/** A PostgreSQL like the embedded one that listens on a port of this machine. */
export interface TcpServer extends AsyncDisposable {
  /** A superuser's way in. */
  readonly urlOf: (database: string) => string;
}

/**
 * Starts the embedded PostgreSQL, with the product's settings, on a port instead of a private socket:
 * for programs that can only be measured on one. Anybody on this machine gets in, so keep it short.
 */
export async function startTcpServer(dataFolder: string, port: number): Promise<TcpServer> {
  const home = await prepareEmbeddedHome(dataFolder);
  await ensureCluster(home);
  const urlOf = (database: string): string =>
    `postgresql://${EMBEDDED_USER}@127.0.0.1:${port}/${database}`;
  const settings = { listen_addresses: '127.0.0.1', port: String(port) };
  const launch = startPostmaster(home, settings);
  const giveUpAt = Date.now() + GIVE_UP_MS;
  while (!(await answers(urlOf('postgres')))) {
    if (launch.hasEnded || Date.now() > giveUpAt) {
      await stopPostmaster(home);
      throw new Error(`no PostgreSQL came up on port ${port}: ${lastLogLines(home)}`);
    }
    await sleep(RETRY_MS);
  }
  return { urlOf, [Symbol.asyncDispose]: () => stopPostmaster(home) };
}

async function answers(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    // Not yet; whoever asks gives up in the end, with the end of the server's log.
    return false;
  } finally {
    await client.end();
  }
}
