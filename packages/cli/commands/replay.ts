import { basename } from 'node:path';
import type { Yardstick } from '@rapport/core';
import {
  CALL_LOG,
  type CallLogFormat,
  type DeskPort,
  type PolicyName,
  POLICY_NAMES,
  type ReplayOutcome,
  replayReport,
  type Scenario,
  scenarioOf,
} from '@rapport/planning';
import {
  type CliCall,
  type CliCommand,
  type CliOption,
  type CliWorld,
  UsageError,
} from '../cli-command.ts';
import { grouped } from '../replay/figure-text.ts';
import { type Listener, playInMemory, playThrough } from '../replay/play-scenario.ts';
import { progressLine } from '../replay/progress-line.ts';
import { readCallLogFile } from '../replay/read-call-log-file.ts';
import { type DayRequest, replayDay } from '../replay/replay-day.ts';
import { reportText } from '../replay/report-text.ts';

/** A desk whose history is stored, for as long as a replay needs it. */
export interface DurableDesk extends AsyncDisposable {
  readonly port: DeskPort;
}

/** What the command takes from elsewhere. */
export interface ReplayDependencies {
  readonly openDurableDesk: (world: CliWorld) => Promise<DurableDesk>;
}

/** By the name that `--format` takes. */
const FORMATS: Readonly<Record<string, CallLogFormat>> = { 'call-log': CALL_LOG };

/** The options of `rapport replay`. */
const REPLAY_OPTIONS = {
  format: {
    kind: 'text',
    summary: 'How the log is written.',
    valueName: 'FORMAT',
    choices: Object.keys(FORMATS),
  },
  day: {
    kind: 'text',
    summary:
      'Instead of a log plays this day of the centre again, such as 2026-03-02, under the policy that holds.',
    valueName: 'DAY',
  },
  seed: {
    kind: 'text',
    summary: 'Draws what the log does not show from these random numbers; 1 when left out.',
    valueName: 'N',
  },
  threshold: {
    kind: 'text',
    summary: 'The T of the service level; 20 when left out.',
    valueName: 'SECONDS',
  },
  'short-abandon': {
    kind: 'text',
    summary: 'Abandonment leaves out who gave up sooner than this; 5 when left out.',
    valueName: 'SECONDS',
  },
  policy: {
    kind: 'text',
    summary: `The policies to compare, separated by commas, of ${POLICY_NAMES.join(', ')}; all when left out. With --day a JSON file of the numbers that are tried beside those that hold.`,
    valueName: 'POLICIES',
  },
  durable: {
    kind: 'flag',
    summary:
      'Stores every decision of the policy ours in the database, as a centre in service does.',
  },
} as const satisfies Readonly<Record<string, CliOption>>;

const SEED_MAX = 2 ** 32 - 1;
const DAY_SECONDS = 86_400;
/** Text shows the first few and counts the rest; a million bad rows must not fill the memory. */
const DIRTY_ROWS_KEPT_MAX = 100;

/** `rapport replay`: plays a log to the desk and sets both centres' figures side by side. */
export function createReplayCommand(dependencies: ReplayDependencies): CliCommand {
  return {
    name: 'replay',
    summary:
      "Plays a call log, or a day of the centre's own, to Rapport's desk and compares its figures with what was recorded.",
    arguments: [{ name: 'FILE', summary: 'The call log; none with --day.', isRequired: false }],
    options: REPLAY_OPTIONS,
    run: async (call, world) =>
      call.options['day'] === undefined
        ? await replay(requestOf(call), world, dependencies)
        : await replayDay(dayRequestOf(call), world),
  };
}

interface ReplayRequest {
  readonly path: string;
  readonly formatName: string;
  readonly format: CallLogFormat;
  readonly seed: number;
  readonly yardstick: Yardstick;
  readonly policies: readonly PolicyName[];
  readonly isDurable: boolean;
  readonly isJson: boolean;
}

/** Everything but these is about logs. */
const OF_A_DAY: ReadonlySet<string> = new Set(['day', 'policy']);

function dayRequestOf({ arguments: given, options, isJson }: CliCall): DayRequest {
  const other = Object.keys(options).find((name) => !OF_A_DAY.has(name));
  if (given['FILE'] !== undefined || other !== undefined) {
    throw new UsageError(`--day does not go with ${other === undefined ? 'FILE' : `--${other}`}.`);
  }
  const policyPath = options['policy'] === undefined ? undefined : String(options['policy']);
  return { day: String(options['day']), policyPath, isJson };
}

function requestOf({ arguments: given, options, isJson }: CliCall): ReplayRequest {
  const path = given['FILE'] ?? '';
  if (path === '') throw new UsageError('rapport replay needs FILE, or --day.');
  if (options['format'] === undefined) {
    throw new UsageError(`rapport replay needs --format ${Object.keys(FORMATS).join(' or ')}.`);
  }
  const formatName = String(options['format'] ?? '');
  const format = Object.hasOwn(FORMATS, formatName) ? FORMATS[formatName] : undefined;
  if (format === undefined) {
    const names = Object.keys(FORMATS).join(', ');
    throw new UsageError(`There is no format '${formatName}'; there is: ${names}.`);
  }
  const seed = wholeNumber(options, 'seed', { usual: 1, min: 0, max: SEED_MAX });
  const thresholdSeconds = wholeNumber(options, 'threshold', {
    usual: 20,
    min: 1,
    max: DAY_SECONDS,
  });
  const shortSeconds = wholeNumber(options, 'short-abandon', {
    usual: 5,
    min: 0,
    max: DAY_SECONDS,
  });
  const yardstick = { thresholdMs: thresholdSeconds * 1_000, shortAbandonMs: shortSeconds * 1_000 };
  const isDurable = options['durable'] === true;
  const policies = policiesOf(options['policy']);
  if (isDurable && !policies.includes('ours')) {
    throw new UsageError('--durable stores the policy ours, which --policy leaves out.');
  }
  return { path, formatName, format, seed, yardstick, policies, isDurable, isJson };
}

/** In the order of `POLICY_NAMES`, whatever the order in which they were given. */
function policiesOf(text: CliCall['options'][string] | undefined): readonly PolicyName[] {
  if (typeof text !== 'string') return POLICY_NAMES;
  const given = text.split(',').map((name) => name.trim());
  const names: readonly string[] = POLICY_NAMES;
  const unknown = given.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new UsageError(`There is no policy '${unknown}'; there are: ${names.join(', ')}.`);
  }
  return POLICY_NAMES.filter((name) => given.includes(name));
}

interface Limits {
  readonly usual: number;
  readonly min: number;
  readonly max: number;
}

function wholeNumber(
  options: CliCall['options'],
  name: 'seed' | 'threshold' | 'short-abandon',
  { usual, min, max }: Limits,
): number {
  const text = options[name];
  if (text === undefined) return usual;
  const value = typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : NaN;
  if (value >= min && value <= max) return value;
  throw new UsageError(`--${name} is a whole number from ${min} to ${max}, not '${text}'.`);
}

async function replay(
  request: ReplayRequest,
  world: CliWorld,
  { openDurableDesk }: ReplayDependencies,
): Promise<number> {
  const { path, format, seed, yardstick } = request;
  const dirtyRowsKeptMax = request.isJson ? Infinity : DIRTY_ROWS_KEPT_MAX;
  const { stop } = world;
  const progress = progressLine(world);
  try {
    const onProgress = (ratio: number) => progress.show(`Reading ${Math.floor(ratio * 100)} %`);
    const log = await readCallLogFile({ path, format, dirtyRowsKeptMax, stop, onProgress });
    const scenario = scenarioOf(log, seed);
    const listen = (to: string): Listener => {
      const total = grouped(log.calls.length);
      const say = (count: number) => `Playing to ${to}: ${grouped(count)} of ${total} calls`;
      return { stop, onProgress: (overCount) => progress.show(say(overCount)) };
    };
    const replays: ReplayOutcome[] = [];
    for (const policy of request.policies) {
      replays.push(
        policy === 'ours' && request.isDurable
          ? await playDurably(scenario, await openDurableDesk(world), listen('the stored desk'))
          : await playInMemory({ scenario, policy }, listen(`the desk, policy ${policy}`)),
      );
    }
    progress.clear();

    const results = { seed, log, scenario, replays };
    const report = replayReport(results, yardstick);
    world.out(
      request.isJson
        ? `${JSON.stringify({ format: request.formatName, ...report }, null, 2)}\n`
        : reportText(report, basename(path)),
    );
    return 0;
  } finally {
    progress.clear();
  }
}

async function playDurably(
  scenario: Scenario,
  durableDesk: DurableDesk,
  listener: Listener,
): Promise<ReplayOutcome> {
  await using desk = durableDesk;
  return await playThrough(desk.port, scenario, listener);
}
