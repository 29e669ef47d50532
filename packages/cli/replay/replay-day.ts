import { setImmediate } from 'node:timers/promises';
import {
  openCentreSettings,
  openDatabase,
  pastDay,
  playPreviewDay,
  readPreviewDay,
  readSettings,
  recoverDesk,
  requireCentre,
  requireMigrated,
  sqlJournal,
  type Tables,
} from '@rapport/server';
import { type CliWorld, UsageError } from '../cli-command.ts';
import { type DayReport, dayReportText } from './day-report-text.ts';
import { type ProgressLine, progressLine } from './progress-line.ts';
import { readPolicyFile } from './read-policy-file.ts';

/** Which day of the centre is played, and under which policy beside the one that holds. */
export interface DayRequest {
  readonly day: string;
  readonly policyPath: string | undefined;
  readonly isJson: boolean;
}

/** Plays a day of the centre's own again, from its history, which may be served meanwhile. */
export async function replayDay(request: DayRequest, world: CliWorld): Promise<number> {
  const progress = progressLine(world);
  try {
    const report = await play(request, world, progress);
    progress.clear();
    world.out(request.isJson ? `${JSON.stringify(report, null, 2)}\n` : dayReportText(report));
    return 0;
  } finally {
    progress.clear();
  }
}

async function play(
  { day: asked, policyPath }: DayRequest,
  world: CliWorld,
  progress: ProgressLine,
): Promise<DayReport> {
  const { stop } = world;
  const settings = readSettings(world.environment);
  const { centre } = settings;
  await using database = await openDatabase<Tables>(settings, {
    applicationName: 'rapport replay',
    mayCreate: false,
  });
  const { kysely: db } = database;
  await requireMigrated(db);
  await requireCentre(db, centre);
  const { timeZone } = (await openCentreSettings(db, centre, settings)).current();
  const found = pastDay(asked, { now: Date.now(), timeZone });
  if (found === undefined) {
    throw new UsageError(`--day is a day that is over, such as 2026-03-02, not '${asked}'.`);
  }
  const journal = sqlJournal(database.pool, centre);
  progress.show('Reading the history');
  const { desk } = await recoverDesk({ db, journal, centre }, () => stop.throwIfAborted());
  const holds = desk.policy;
  const tried = policyPath === undefined ? undefined : await readPolicyFile(policyPath, holds);
  const day = await readPreviewDay({ db, journal }, { centre, ...found }, () =>
    stop.throwIfAborted(),
  );
  const under = (policy: typeof holds, which: string) =>
    playPreviewDay(day, policy, async (doneRatio) => {
      progress.show(`Playing ${which}: ${Math.floor(doneRatio * 100)} %`);
      // So long the process is deaf to signals.
      await setImmediate();
      stop.throwIfAborted();
    });
  const today = await under(holds, 'the policy that holds');
  const changed = tried && (await under(tried, 'the policy that is tried'));
  return {
    day: found.day,
    timeZone,
    columns: {
      recorded: day.recorded,
      today: today.figures,
      ...(changed && { changed: changed.figures }),
    },
    unfitCount: Math.max(today.unfitCount, changed?.unfitCount ?? 0),
  };
}
