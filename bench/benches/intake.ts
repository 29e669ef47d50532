import type { Bench, Figure } from '../bench.ts';
import { besideFloor } from '../beside-floor.ts';
import { closedLoop, type ClosedLoopResult } from '../closed-loop.ts';
import { cpuSeconds } from '../cpu-seconds.ts';
import { interactionBody, workBody } from '../intake-bodies.ts';
import { median } from '../median.ts';
import { startLiveFloor } from '../start-live-floor.ts';
import { type RunningCentre, startRapport } from '../start-rapport.ts';

const CONNECTIONS = 64;
const SECONDS = 4;
const ROUNDS = 5;
const AIM = { atLeast: 0.5 };
const TEXT = 'x'.repeat(220);

type Path = '/api/v1/work' | '/api/v1/interactions';

/** One loop against one server. */
interface Measured extends ClosedLoopResult {
  readonly serverCpuMicros: number;
  readonly databaseCpuMicros: number;
}

/** What comes in over HTTP, until it is durable, beside a server that writes a line to a file. */
export const intakeBench: Bench = {
  name: 'intake',
  summary: `what is taken in over HTTP by ${CONNECTIONS} connections, beside a minimal server`,
  async run(say) {
    await using centre = await startRapport();
    await centre.call('PUT', '/api/v1/promises/promise_1', { targetMs: 20_000, shareRatio: 0.8 });
    await using floor = await startLiveFloor(centre.scratch.dataFolder);
    const ofFloor: Measured[] = [];
    const ofWork: Measured[] = [];
    const ofInteractions: Measured[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      ofFloor.push(
        await measured({ server: () => cpuSeconds(floor.pid), database: () => 0 }, () =>
          closedLoop({
            url: floor.address,
            headers: {},
            bodyOf: (number) => JSON.stringify({ customer: `c${number % 500}`, text: TEXT }),
            connections: CONNECTIONS,
            seconds: SECONDS,
          }),
        ),
      );
      ofWork.push(await takeIn(centre, '/api/v1/work', workBody));
      ofInteractions.push(await takeIn(centre, '/api/v1/interactions', interactionBody));
      say(`round ${round} of ${ROUNDS}`);
    }
    return [
      ...figuresOf('interactions with 220 characters', ofInteractions, ofFloor),
      ...figuresOf('work, without words', ofWork, ofFloor),
    ];
  },
};

function takeIn(
  centre: RunningCentre,
  path: Path,
  bodyOf: (number: number) => string,
): Promise<Measured> {
  const { address, headers, serverCpuSeconds, databaseCpuSeconds } = centre;
  const url = `${address}${path}`;
  return measured({ server: serverCpuSeconds, database: databaseCpuSeconds }, () =>
    closedLoop({ url, headers, bodyOf, connections: CONNECTIONS, seconds: SECONDS }),
  );
}

async function measured(
  cpu: { readonly server: () => number; readonly database: () => number },
  run: () => Promise<ClosedLoopResult>,
): Promise<Measured> {
  const before = { server: cpu.server(), database: cpu.database() };
  const result = await run();
  const microsEach = (seconds: number): number => (seconds * 1e6) / result.requestCount;
  return {
    ...result,
    serverCpuMicros: microsEach(cpu.server() - before.server),
    databaseCpuMicros: microsEach(cpu.database() - before.database),
  };
}

function figuresOf(
  name: string,
  ours: readonly Measured[],
  floor: readonly Measured[],
): readonly Figure[] {
  const rounds = (pick: (each: Measured) => number) =>
    ours.map((each, index) => ({ ours: pick(each), floor: pick(floor[index] ?? each) }));
  return [
    besideFloor(
      { name, unit: '/s' },
      rounds((each) => each.perSecond),
      AIM,
    ),
    besideFloor(
      { name: `${name}: p50`, unit: 'ms' },
      rounds((each) => each.p50Ms),
    ),
    besideFloor(
      { name: `${name}: p99`, unit: 'ms' },
      rounds((each) => each.p99Ms),
    ),
    besideFloor(
      { name: `${name}: processor time of the server`, unit: 'µs' },
      rounds((each) => each.serverCpuMicros),
    ),
    {
      name: `${name}: processor time of the database`,
      unit: 'µs',
      value: median(ours.map((each) => each.databaseCpuMicros)),
    },
  ];
}
