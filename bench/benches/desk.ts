import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Bench, Figure } from '../bench.ts';
import { besideFloor, type Round } from '../beside-floor.ts';
import { type LargeDesk, largeDesk } from '../large-desk.ts';
import { quantile } from '../quantile.ts';
import { runFloor } from '../run-floor.ts';

type Mode = 'idle' | 'backlog';

const ROUNDS = 3;
/** How many wait while the cost of an event is measured. */
const WAITING = [100, 1_000, 10_000, 100_000];
const WARM_UP = 50_000;
const OURS_COUNT = 150_000;
const TIMED_COUNT = 100_000;
/** Enough for a second of each, and no more. */
const FLOOR_COUNTS = { ids: 500_000, idx: 3_000_000 };
const AIMS = {
  floorRatio: { atLeast: 0.35 },
  p99Us: 15,
  growth: 2,
  itemBytes: 1000,
};

/** What one round of ours came to, a second of processor time. */
interface Measured {
  readonly steps: number;
  readonly commands: number;
}

/** The desk alone, in memory, beside a matcher that does nothing but match. */
export const deskBench: Bench = {
  name: 'desk',
  summary: 'what the desk decides in a second of processor time, beside a bare matcher',
  async run(say) {
    const desk = largeDesk();
    say('the desk is set up');
    desk.runIdle(WARM_UP);
    // The other way round the backlog would have to be worked off first.
    const idle = await besideFloors(desk, 'idle', say);
    const idleP99 = p99Of(desk, desk.runIdle);
    const costs: { readonly waiting: number; readonly usEach: number }[] = [];
    let itemBytes = 0;
    for (const waiting of WAITING) {
      itemBytes = bytesOfEach(desk, () => {
        desk.pileUp(waiting);
      });
      // Less where few wait, because as many releases as arrivals would soon have nobody to serve.
      const stepCount = waiting < 10_000 ? waiting * 5 : OURS_COUNT;
      costs.push({ waiting, usEach: costOf(desk, { waiting, stepCount }) });
      say(`${waiting.toLocaleString('en')} wait`);
    }
    const backlog = await besideFloors(desk, 'backlog', say);
    const backlogP99 = p99Of(desk, desk.runBacklog);
    return [
      ...idle,
      p99Figure('half of the agents idle', idleP99),
      ...backlog,
      p99Figure('100,000 wait', backlogP99),
      ...costFigures(costs),
      {
        name: 'memory of an open item',
        value: Math.round(itemBytes),
        unit: 'bytes',
        aim: `at most ${AIMS.itemBytes}`,
        isMet: itemBytes <= AIMS.itemBytes,
      },
    ];
  },
};

/** Ours and both floors take turns. */
async function besideFloors(
  desk: LargeDesk,
  mode: Mode,
  say: (progress: string) => void,
): Promise<readonly Figure[]> {
  const run = mode === 'idle' ? desk.runIdle : desk.runBacklog;
  const rounds: { ours: Measured; ids: number; idx: number }[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const ids = await floorOf(mode, 'ids');
    const idx = await floorOf(mode, 'idx');
    rounds.push({ ours: measure(desk, run), ids, idx });
    say(`${mode}, round ${round} of ${ROUNDS}`);
  }
  const where = mode === 'idle' ? 'half of the agents idle' : '100,000 wait';
  const unit = '/cpu s';
  const beside = (of: keyof Measured, engine: 'ids' | 'idx'): readonly Round[] =>
    rounds.map(({ ours, [engine]: floor }) => ({ ours: ours[of], floor }));
  return [
    besideFloor(
      { name: `${where}: steps, floor with text ids`, unit },
      beside('steps', 'ids'),
      AIMS.floorRatio,
    ),
    besideFloor({ name: `${where}: steps, floor with handles`, unit }, beside('steps', 'idx')),
    besideFloor(
      { name: `${where}: commands, floor with text ids`, unit },
      beside('commands', 'ids'),
    ),
  ];
}

async function floorOf(mode: Mode, engine: 'ids' | 'idx'): Promise<number> {
  const result = await runFloor('match.mjs', [mode, engine, FLOOR_COUNTS[engine]]);
  return Number(result['cdps']);
}

function measure(desk: LargeDesk, run: (count: number) => void): Measured {
  const commandsBefore = desk.commandCount();
  const seconds = cpuSecondsOf(() => {
    run(OURS_COUNT);
  });
  return {
    steps: OURS_COUNT / seconds,
    commands: (desk.commandCount() - commandsBefore) / seconds,
  };
}

/** Processor time of a command while about so many wait. */
function costOf(
  desk: LargeDesk,
  { waiting, stepCount }: { readonly waiting: number; readonly stepCount: number },
): number {
  let seconds = 0;
  let commands = 0;
  // In pieces, between which the backlog is filled up again: it is to stay what it is said to be.
  for (let done = 0; done < OURS_COUNT; done += stepCount) {
    desk.pileUp(waiting);
    const before = desk.commandCount();
    seconds += cpuSecondsOf(() => {
      desk.runBacklog(stepCount);
    });
    commands += desk.commandCount() - before;
  }
  return (seconds * 1e6) / commands;
}

function cpuSecondsOf(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** By the clock, so that whoever else wants a processor counts. */
function p99Of(desk: LargeDesk, run: (count: number) => void): number {
  desk.keepTimes();
  run(TIMED_COUNT);
  return quantile(desk.keepTimes(), 0.99);
}

function p99Figure(where: string, value: number): Figure {
  return {
    name: `${where}: a command, p99`,
    value,
    unit: 'µs',
    aim: `at most ${AIMS.p99Us} µs`,
    isMet: value <= AIMS.p99Us,
  };
}

function costFigures(
  costs: readonly { readonly waiting: number; readonly usEach: number }[],
): readonly Figure[] {
  const each = costs.map(({ usEach }) => usEach);
  const growth = Math.max(...each) / Math.min(...each);
  return [
    ...costs.map(({ waiting, usEach }) => ({
      name: `${waiting.toLocaleString('en')} wait: processor time of a command`,
      value: usEach,
      unit: 'µs',
    })),
    {
      name: 'the dearest of these to the cheapest',
      value: growth,
      unit: '×',
      aim: `at most ${AIMS.growth} ×`,
      isMet: growth <= AIMS.growth,
    },
  ];
}

/** What each item keeps that has come in by `run`, which closes none. */
function bytesOfEach(desk: LargeDesk, run: () => void): number {
  const bytesBefore = usedBytes();
  const openBefore = desk.openCount();
  run();
  return (usedBytes() - bytesBefore) / (desk.openCount() - openBefore);
}

/** What is in use after everything that nobody holds has gone. */
function usedBytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
