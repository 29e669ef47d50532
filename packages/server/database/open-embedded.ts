import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { DatabaseSource } from './database.ts';
import { readClusterIdentity } from './cluster-identity.ts';
import { DatabaseMissing, DatabaseUnavailable } from './database-faults.ts';
import { type EmbeddedHome, hasEmbeddedDatabase, prepareEmbeddedHome } from './embedded-home.ts';
import { attachEmbedded, embeddedConnection, leaveEmbedded } from './embedded-server.ts';
import { refuseNonFolder } from './make-folder.ts';
import type { Session } from './session.ts';

export interface EmbeddedOptions {
  readonly embeddedName?: string;
  readonly mayCreate?: boolean;
  readonly notice?: (message: string) => void;
}

const DATABASE_NAME = 'rapport';
const NEXT_ROUND_MS = 5_000;

/**
 * Opens the embedded server of a data folder and watches over it:
 *
 *   present --session lost--> lost --attached again--> present
 *   lost --30 s without success, or its data are gone--> lost, and whoever waits is told;
 *     next round after 5 s
 *   any --close--> closed
 *
 * Whether the server died, was stopped or only threw us out makes no difference: attaching again
 * starts it when it does not run. Only opening creates a cluster: one that vanishes meanwhile, as
 * when its disk is unmounted, is waited for, and no other one is taken in its place.
 */
export async function openEmbedded(
  dataFolder: string,
  options: EmbeddedOptions = {},
): Promise<DatabaseSource> {
  if (options.mayCreate === false && !hasEmbeddedDatabase(dataFolder)) {
    refuseNonFolder(dataFolder);
    throw new DatabaseMissing(dataFolder);
  }
  const home = await prepareEmbeddedHome(dataFolder);
  const name = options.embeddedName ?? DATABASE_NAME;
  const first = await attachEmbedded(home);
  let identity: string;
  try {
    identity = readClusterIdentity(home);
    await createDatabase(first.client, name);
  } catch (error) {
    await leaveEmbedded(home, first);
    throw error;
  }
  const attachAgain = (signal: AbortSignal) => attachEmbedded(home, { identity, signal });
  const watch = watchOver(home, first, { attachAgain, notice: options.notice });
  return {
    kind: 'embedded',
    connection: embeddedConnection(home, name),
    ready: watch.ready,
    close: watch.close,
  };
}

interface Watching {
  readonly attachAgain: (signal: AbortSignal) => Promise<Session>;
  readonly notice: EmbeddedOptions['notice'];
}

function watchOver(
  home: EmbeddedHome,
  first: Session,
  { attachAgain, notice }: Watching,
): Pick<DatabaseSource, 'ready' | 'close'> {
  const closing = new AbortController();
  const { signal } = closing;
  let presence = first;
  let regained: Promise<Session> = Promise.resolve(first);

  // The pause is part of the round, so that whoever asks meanwhile waits for the round's end.
  const regainLater = async (): Promise<Session> => {
    await sleep(NEXT_ROUND_MS, undefined, { signal });
    return await attachAgain(signal);
  };
  // A call, because the compiler takes a property that it has seen false for false ever after.
  const isClosing = (): boolean => signal.aborted;
  const watch = async (): Promise<void> => {
    for (;;) {
      await presence.ended;
      if (isClosing()) return;
      notice?.('the embedded database was lost; restarting it');
      regained = attachAgain(signal);
      let told: string | undefined;
      for (;;) {
        const fault = await faultOf(regained);
        if (fault === undefined || isClosing()) break;
        regained = regainLater();
        // Once for each reason, not every 5 s.
        if (fault !== told) notice?.(`the embedded database is still away: ${fault}`);
        told = fault;
      }
      if (isClosing()) return;
      presence = await regained;
      notice?.('the embedded database is back');
    }
  };
  const watching = watch();

  const untilPresent = async (): Promise<void> => {
    if (await answers(presence)) return;
    // The session's end sets `regained` before it comes to us, because the watch waited first.
    await presence.ended;
    await regained;
  };
  // Shared by all who ask meanwhile: a session takes one query at a time.
  let waiting: Promise<void> | undefined;

  return {
    ready: () => (waiting ??= untilPresent().finally(() => (waiting = undefined))),
    close: async () => {
      closing.abort(new DatabaseUnavailable('the database is being closed'));
      await waiting?.catch(() => undefined);
      const last = await regained.catch(() => presence);
      await leaveEmbedded(home, last);
      await watching;
    },
  };
}

async function createDatabase(client: pg.Client, name: string): Promise<void> {
  const found = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (found.rowCount !== 0) return;
  try {
    await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } catch (error) {
    // Another process created it at the same time: 42P04 when it was there, 23505 when it raced us.
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== '42P04' && code !== '23505') throw error;
  }
}

async function answers(presence: Session): Promise<boolean> {
  return (await faultOf(presence.client.query('select 1'))) === undefined;
}

/** Why a promise was rejected; undefined when it was not. */
async function faultOf(promise: Promise<unknown>): Promise<string | undefined> {
  return await promise.then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}
