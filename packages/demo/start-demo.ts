import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Centre,
  createLogger,
  openCentre,
  openDatabase,
  serveHttp,
  type Settings,
  takeServerLock,
  type Tables,
} from '@rapport/server';
import { runCrowd } from './run-crowd.ts';
import { demoSettings, type DemoRequest } from './demo-settings.ts';
import { demoWeb } from './demo-web.ts';
import { makeAccounts } from './make-accounts.ts';
import { READY_ACCOUNTS } from './organisation/accounts.ts';
import { CUSTOMER_COUNT } from './organisation/draw-customers.ts';
import { SEED } from './organisation/seed.ts';
import { writeCentre } from './past/write-centre.ts';

export interface DemoOptions extends DemoRequest {
  /** Throws away what the demo kept and begins anew. */
  readonly isFresh: boolean;
  /** By how much customers and colleagues are quicker. */
  readonly speed: number;
  /** So long is the past; 110 when left out. */
  readonly days?: number;
  /** Builds the screens while the past is made; returns where they lie. */
  readonly prepareScreens: () => Promise<string>;
  readonly say: (text: string) => void;
  readonly stop: AbortSignal;
}

/** Which past the demo has; another number makes every demo begin anew. */
const PAST = 1;
const DAYS = 110;

/** Serves the demo until it is told to stop; makes it first where there is none that is whole. */
export async function startDemo(options: DemoOptions): Promise<void> {
  const { say, stop, isFresh, speed, days = DAYS } = options;
  const settings = demoSettings(options);
  const logger = createLogger(settings);
  const notice = (message: string): void => logger.warn(message);
  const made = join(settings.dataFolder, `made-${PAST}`);
  if (isFresh) rmSync(made, { force: true });
  const isNew = !existsSync(made);
  const [builtFolder] = await Promise.all([
    options.prepareScreens(),
    isNew ? makePast(settings, days, say) : undefined,
  ]);
  await using centre = await openCentre(settings, { notice });
  const webFolder = demoWeb(builtFolder, settings.dataFolder);
  await using server = await serveHttp(centre, { ...settings, webFolder }, logger);
  if (isNew) {
    await makeAccounts(centre, server.address);
    writeFileSync(made, '');
  }
  const address = server.address.replace('127.0.0.1', 'localhost');
  say(welcome(address, webFolder !== undefined));
  await using crowd = await runCrowd({ centre, address: server.address, speed, say });
  await Promise.race([ended(stop), lost(centre), crowd.ended]);
}

async function makePast(
  settings: Settings,
  days: number,
  say: (text: string) => void,
): Promise<void> {
  const beganAt = performance.now();
  say(`Making the demo centre: ${CUSTOMER_COUNT} customers and ${days} days of their past.\n`);
  const options = { applicationName: 'rapport demo' };
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await openDatabase<Tables>(settings, options));
  // Nobody else makes or serves it meanwhile.
  stack.use(await takeServerLock(database, settings.centre));
  const untilAt = Date.now();
  const offsetMs = -new Date(untilAt).getTimezoneOffset() * 60_000;
  const past = { centre: settings.centre, seed: SEED, untilAt, days, offsetMs };
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
    `somebody comes who knows you.\nCtrl-C closes it.\n`
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
