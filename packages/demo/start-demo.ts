import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Centre,
  createLogger,
  type Database,
  openCentre,
  openDatabase,
  serveHttp,
  type Settings,
  takeServerLock,
  type Tables,
} from '@rapport/server';
import { runCrowd } from './run-crowd.ts';
import { demoSettings, type DemoRequest } from './demo-settings.ts';
import { COMPANY_PAGE, demoWeb } from './demo-web.ts';
import { makeAccounts, setUpCompany } from './make-accounts.ts';
import { READY_ACCOUNTS } from './organisation/accounts.ts';
import { CUSTOMER_COUNT } from './organisation/draw-customers.ts';
import { SEED } from './organisation/seed.ts';
import { isWhole, markWhole } from './past/whole-mark.ts';
import { writeCentre } from './past/write-centre.ts';

export interface DemoOptions extends DemoRequest {
  /** Throws away what the demo kept and begins anew. */
  readonly isFresh: boolean;
  /** By how much customers and colleagues are quicker. */
  readonly speed: number;
  /** So long is the past; 110 when left out. */
  readonly days?: number;
  /** Builds the screens while the past is made. */
  readonly prepareScreens: () => Promise<Screens>;
  readonly say: (text: string) => void;
  readonly stop: AbortSignal;
}

/** Where the screens lie. */
export interface Screens {
  readonly webFolder: string;
  /** What visitors meet. */
  readonly widgetFolder: string;
}

/** Which past the demo has; another number makes every demo begin anew. */
const PAST = 2;
const DAYS = 110;

/** Serves the demo until it is told to stop; makes it first where there is none that is whole. */
export async function startDemo(options: DemoOptions): Promise<void> {
  const { say, stop, speed } = options;
  const settings = demoSettings(options);
  const logger = createLogger(settings);
  const notice = (message: string): void => logger.warn(message);
  const [screens, { database, isNew }] = await Promise.all([
    options.prepareScreens(),
    openPast(settings, options),
  ]);
  await using centre = await openCentre(settings, { notice });
  // Until here, so that the database need not start twice.
  await database[Symbol.asyncDispose]();
  const webFolder = demoWeb(screens.webFolder, settings.dataFolder);
  const isBuilt = existsSync(join(screens.widgetFolder, 'widget.js'));
  const shown = { webFolder, ...(isBuilt && { widgetFolder: screens.widgetFolder }) };
  const open = { ...settings, ...shown, isLocalAlone: true };
  await using server = await serveHttp(centre, open, logger);
  if (isNew) {
    await makeAccounts(centre, server.address);
    await setUpCompany(centre, server.address);
    await markWhole(centre.database, PAST);
  }
  const address = server.address.replace('127.0.0.1', 'localhost');
  say(welcome(address, webFolder !== undefined));
  await using crowd = await runCrowd({ centre, address: server.address, speed, say });
  await Promise.race([ended(stop), lost(centre), crowd.ended]);
}

/** Opens the database of the demo, and makes its past where there is none that is whole. */
async function openPast(
  settings: Settings,
  { isFresh, days = DAYS, say }: DemoOptions,
): Promise<{ readonly database: Database<Tables>; readonly isNew: boolean }> {
  const options = { applicationName: 'rapport demo' };
  const database = await openDatabase<Tables>(settings, options);
  try {
    const isNew = isFresh || !(await isWhole(database, PAST));
    if (isNew) await makePast(database, { settings, days, say });
    return { database, isNew };
  } catch (error) {
    await database[Symbol.asyncDispose]();
    throw error;
  }
}

async function makePast(
  database: Database<Tables>,
  { settings, days, say }: Pick<DemoOptions, 'say'> & { settings: Settings; days: number },
): Promise<void> {
  const beganAt = performance.now();
  say(`Making the demo centre: ${CUSTOMER_COUNT} customers and ${days} days of their past.\n`);
  const { centre, timeZone } = settings;
  // Nobody else makes or serves it meanwhile.
  await using stack = new AsyncDisposableStack();
  stack.use(await takeServerLock(database, centre));
  const untilAt = Date.now();
  const offsetMs = -new Date(untilAt).getTimezoneOffset() * 60_000;
  const past = { centre, seed: SEED, untilAt, days, offsetMs, timeZone };
  const rowCount = await writeCentre(database, past);
  const seconds = Math.round((performance.now() - beganAt) / 1_000);
  say(`Made in ${seconds} s: ${rowCount} decisions, each with its reason.\n`);
}

function welcome(address: string, hasScreens: boolean): string {
  const ted = READY_ACCOUNTS[0];
  if (!hasScreens) return `The demo centre is open at ${address}, without screens.\n`;
  return (
    `\nThe demo centre is open: ${address}\n` +
    `Choose whom to be on its first page. As ${ted?.name ?? 'an agent'}, go ready, and within a minute ` +
    `somebody comes who knows you.\nWhat customers see: ${address}${COMPANY_PAGE}\nCtrl-C closes it.\n`
  );
}

function ended(stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve();
    stop.addEventListener('abort', () => resolve(), { once: true });
  });
}

async function lost(centre: Centre): Promise<void> {
  await centre.lost;
  throw new Error('another process serves this demo centre now');
}
