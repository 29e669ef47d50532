import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Kysely } from 'kysely';
import type { Registry } from 'prom-client';
import { join } from 'node:path';
import { auditFollower } from './audit/audit-follower.ts';
import type { Database } from './database/database.ts';
import { openDatabase } from './database/open-database.ts';
import { type Clock, systemClock } from './host/clock.ts';
import { catchUp, type Follower } from './host/follower.ts';
import { Host } from './host/host.ts';
import { keepServerLock } from './host/keep-server-lock.ts';
import { RecentRows } from './host/recent-rows.ts';
import { repeat, type Repeating } from './host/repeat.ts';
import { runOutbox } from './host/run-outbox.ts';
import { keepSilo, type KeptSilo, type SiloCentre } from './measures/keep-silo.ts';
import { followCallbacks } from './callbacks/follow-callbacks.ts';
import { type MessageFeed, messageFeed } from './interactions/message-feed.ts';
import { dropUnsaidFiles } from './interactions/drop-unsaid-files.ts';
import { openSigns, type Signs } from './interactions/signs.ts';
import { type Identity, openIdentity } from './identity/open-identity.ts';
import { renewCalendars } from './hours/renew-calendars.ts';
import { reasonOf } from './logs/reason-of.ts';
import { openRegistry } from './metrics/open-registry.ts';
import { watchCommands, watchedJournal, watchHost } from './metrics/watch-host.ts';
import { watchStore } from './metrics/watch-store.ts';
import { ensureAdministrator } from './people/first-administrator.ts';
import { type Imports, openImports } from './imports/open-imports.ts';
import { requireOwnKey } from './secrets/own-key.ts';
import { secretKey } from './secrets/secret-key.ts';
import type { Settings } from './settings.ts';
import { migrate } from './store/migrate.ts';
import { openPreviews, type Previews } from './policy/open-previews.ts';
import { type CentreSettings, openCentreSettings } from './organisation/centre-settings.ts';
import { ensurePartitions, isTimeForPartition } from './store/partitions.ts';
import { recoverDesk } from './store/recover-desk.ts';
import { sqlJournal } from './store/sql-journal.ts';
import { startSnapshots } from './store/start-snapshots.ts';
import type { Tables } from './store/tables.ts';
import { noTracing, type Tracing } from './tracing/tracing.ts';
import { VERSION } from './version.ts';
import { viewFollower } from './views/view-follower.ts';
import { openWebhooks, type WebhookOptions, type Webhooks } from './webhooks/open-webhooks.ts';

/** A centre that is served by this process. */
export interface Centre extends AsyncDisposable {
  readonly name: string;
  readonly host: Host;
  readonly database: Database<Tables>;
  /** Tells of messages as they become durable. */
  readonly messages: MessageFeed;
  readonly signs: Signs;
  /** What holds for it as a whole. */
  readonly settings: CentreSettings;
  readonly identity: Identity;
  /** Where each room registers what it counts and measures. */
  readonly metrics: Registry;
  readonly webhooks: Webhooks;
  /** The time by the clock of the host. */
  readonly now: () => number;
  readonly imports: Imports;
  readonly previews: Previews;
  readonly silo: KeptSilo;
  /** Through which each room shows what it does for a row of the history. */
  readonly tracing: Tracing;
  /** Settles when this process must stop serving, because another one has taken over. */
  readonly lost: Promise<void>;
  /** Takes nothing more in, finishes what was begun, and leaves the database. */
  readonly close: () => Promise<void>;
}

export interface CentreOptions {
  /** Told, in a sentence, of trouble and of what is done about it. */
  readonly notice: (message: string) => void;
  /** This machine's when left out. */
  readonly clock?: Clock;
  /** Rows of history between two snapshots. */
  readonly snapshotEveryRows?: number;
  /** Whether it is open for one task, and leaves snapshots to whoever opens it for longer. */
  readonly isBrief?: boolean;
  readonly webhooks?: Omit<WebhookOptions, 'notice' | 'now' | 'tracing'>;
  /** Commands taken in and not yet answered; the host's own bound when left out. */
  readonly waitingMax?: number;
  /** None when left out. Closed by whoever opened it. */
  readonly tracing?: Tracing;
}

/**
 * Opens a centre: its database, brought up to date, its desk, made from the history, and whatever
 * follows the journal.
 *
 * @throws {ServerLocked} another process serves this centre. @throws {SecretKeyWrong} its secrets were
 * sealed with another key. And what `openDatabase` throws.
 */
export async function openCentre(settings: Settings, options: CentreOptions): Promise<Centre> {
  await using stack = new AsyncDisposableStack();
  const { notice, tracing = noTracing } = options;
  const { centre } = settings;
  const losing = Promise.withResolvers<undefined>();
  const lose = (): void => losing.resolve(undefined);
  const database = stack.use(
    await openDatabase<Tables>(settings, { applicationName: `rapport ${centre}`, notice }),
  );
  stack.use(await keepServerLock(database, centre, lose));
  const db = database.kysely;
  await migrate(db);
  const { identity, key } = await openEntrance(db, settings, notice);
  const snapshots = snapshotsLater(database, centre, options);
  stack.defer(snapshots.stop);
  const recent = new RecentRows();
  const centreSettings = await openCentreSettings(db, centre, settings);
  const { now } = options.clock ?? systemClock;
  const timeZone = () => centreSettings.current().timeZone;
  const following = { db, centre, recent, messages: messageFeed(), notice, now, timeZone };
  const { poke, silo } = followHistory(stack, following);
  const metrics = openRegistry(VERSION);
  const host = stack.use(await openHost(database, { centre, lose, options, metrics }));
  watchHost(host, metrics);
  watchStore(db, centre, metrics);
  const outbox = stack.use(runOutbox({ db, centre, host, notice }));
  const onOwed = outbox.poke;
  const aside = await openAside(stack, settings, { database, centre, onOwed, notice });
  host.onCommitted((rows) => {
    recent.add(rows);
    poke();
  });
  stack.use(renewCalendars({ db, centre, now, onOwed, notice }));
  stack.use(dropUnsaidFiles({ db, centre, now: Date.now, notice }));
  const outside = { ...options.webhooks, notice, now, tracing };
  const webhooks = stack.use(
    await openWebhooks({ db, centre, host, secretKey: key }, settings, outside),
  );
  snapshots.start();
  // Leaving in reverse: nothing new comes in, the views stop, a last snapshot, then the database. What
  // the views have not taken in yet they take in at the next start.
  const owned = stack.move();
  const close = (): Promise<void> => owned.disposeAsync();
  return {
    name: centre,
    host,
    database,
    messages: following.messages,
    signs: openSigns(),
    settings: centreSettings,
    identity,
    metrics,
    webhooks,
    now: () => (options.clock ?? systemClock).now(),
    ...aside,
    silo,
    tracing,
    lost: losing.promise,
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** What takes its time, beside the desk. */
async function openAside(
  stack: AsyncDisposableStack,
  { dataFolder }: Settings,
  asked: Omit<Parameters<typeof openImports>[0], 'folder'>,
): Promise<Pick<Centre, 'imports' | 'previews'>> {
  const { database, centre, notice } = asked;
  const folder = join(dataFolder, 'imports');
  const imports = stack.use(await openImports({ ...asked, folder }));
  const previews = stack.use(openPreviews({ connection: database.connection, centre, notice }));
  return { imports, previews };
}

/** Lets everything that follows the journal take in the history as it grows. */
function followHistory(
  stack: AsyncDisposableStack,
  following: SiloCentre & { recent: RecentRows; messages: MessageFeed },
): { readonly poke: () => void; readonly silo: KeptSilo } {
  const { centre } = following;
  const views = stack.use(keepUp(viewFollower(centre), following));
  stack.use(keepUp(auditFollower(centre), following));
  const callbacks = stack.use(followCallbacks(following));
  const silo = stack.use(keepSilo(following));
  const poke = (): void => {
    views.poke();
    callbacks.poke();
    silo.poke();
  };
  return { poke, silo };
}

/** Lets a follower take in the history as it grows. */
function keepUp(
  follower: Follower,
  {
    db,
    centre,
    recent,
    notice,
  }: Pick<CentreOptions, 'notice'> & { db: Kysely<Tables>; centre: string; recent: RecentRows },
): Repeating {
  return repeat(follower.name, notice, async () => {
    await catchUp(db, centre, follower, { recent });
  });
}

/** Who everybody is, and the key that it rests upon; with the administrator whom the settings name. */
async function openEntrance(
  db: Kysely<Tables>,
  settings: Settings,
  notice: CentreOptions['notice'],
): Promise<{ readonly identity: Identity; readonly key: Buffer }> {
  const { centre, adminEmail: email, adminPassword: password } = settings;
  const key = secretKey(settings);
  await requireOwnKey({ db, centre, key });
  const identity = await openIdentity(db, { ...settings, secretKey: key, notice });
  if (email !== undefined && password !== undefined) {
    await ensureAdministrator({ db, centre, identity }, { email, password });
  }
  return { identity, key };
}

interface HostRooms {
  readonly centre: string;
  readonly lose: () => void;
  readonly options: CentreOptions;
  readonly metrics: Registry;
}

async function openHost(
  database: Database<Tables>,
  { centre, lose, options, metrics }: HostRooms,
): Promise<Host> {
  const { notice, clock = systemClock, waitingMax, tracing = noTracing } = options;
  const db = database.kysely;
  const journal = watchedJournal(sqlJournal(database.pool, centre), metrics, tracing);
  const counted = watchCommands(metrics);
  const host = await Host.open({
    journal,
    clock,
    holder: `process ${process.pid} on ${hostname()}, ${randomUUID()}`,
    recover: async () => {
      const recovered = await recoverDesk({ db, journal, centre });
      await ensurePartitions(db, recovered.seq);
      return recovered;
    },
    onLeaseLost: lose,
    notice,
    observe: (command, envelope, carryOut) =>
      counted(command, envelope, () => tracing.command(command, envelope, carryOut)),
    ...(waitingMax !== undefined && { limits: { waitingMax } }),
  });
  host.onCommitted((rows) => {
    const due = rows.find(({ seq }) => isTimeForPartition(seq));
    if (due === undefined) return;
    ensurePartitions(db, due.seq).catch((error: unknown) => {
      const reason = reasonOf(error);
      notice(`the journal's next partition could not be made, the next start will: ${reason}`);
    });
  });
  return host;
}

/** Snapshots begin once the desk is there, so that the start does not share its processor. */
function snapshotsLater(
  database: Database<Tables>,
  centre: string,
  { notice, snapshotEveryRows, isBrief = false }: CentreOptions,
): { readonly start: () => void; readonly stop: () => Promise<void> } {
  let stop: (() => Promise<void>) | undefined;
  const every = snapshotEveryRows === undefined ? {} : { everyRows: snapshotEveryRows };
  return {
    start: () => {
      stop = startSnapshots({ connection: database.connection, centre, notice, isBrief, ...every });
    },
    stop: async () => {
      await stop?.();
    },
  };
}
