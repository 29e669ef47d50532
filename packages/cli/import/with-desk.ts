import {
  type Database,
  findServerLockHolder,
  openCentre,
  openCentreSettings,
  openDatabase,
  readSettings,
  requireCentre,
  requireMigrated,
  type Tables,
} from '@rapport/server';
import type { CliWorld } from '../cli-command.ts';

/** An open centre as imports from the command line see it. */
export interface ImportRooms {
  readonly database: Database<Tables>;
  readonly centre: string;
  /** The country of telephone numbers that lack theirs, where the call names none. */
  readonly region: string | undefined;
  /** By whose clocks times are read, where the call names none. */
  readonly timeZone: string;
  /**
   * Makes sure that somebody gives the desk what it is owed: the server that runs, or this process
   * until it ends.
   */
  readonly serveDesk: () => Promise<void>;
}

/** Opens the database of a centre that is there for `work`, and closes it. */
export async function withDesk<Value>(
  world: CliWorld,
  work: (rooms: ImportRooms) => Promise<Value>,
): Promise<Value> {
  const settings = readSettings(world.environment);
  const { centre } = settings;
  await using stack = new AsyncDisposableStack();
  const database = stack.use(
    await openDatabase<Tables>(settings, {
      applicationName: 'rapport import',
      // A mistyped folder must not end in a new, empty database.
      mayCreate: false,
    }),
  );
  await requireMigrated(database.kysely);
  await requireCentre(database.kysely, centre);
  const kept = await openCentreSettings(database.kysely, centre, settings);
  const { region, timeZone } = kept.current();
  const serveDesk = async (): Promise<void> => {
    const holder = await findServerLockHolder(database.pool, centre);
    if (holder !== undefined) {
      world.err(`The desk is served by ${holder}, and takes what it is owed within a second.\n`);
      return;
    }
    world.err('No server runs: the desk is opened here until this is done.\n');
    const notice = (message: string): void => world.err(`${message}\n`);
    stack.use(await openCentre(settings, { notice, isBrief: true }));
  };
  return await work({ database, centre, region, timeZone, serveDesk });
}
