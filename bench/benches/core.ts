import type { Bench, Figure } from '../bench.ts';
import { besideFloor } from '../beside-floor.ts';
import { largeDesk } from '../large-desk.ts';
import { runFloor } from '../run-floor.ts';

type Mode = 'idle' | 'backlog';

const ROUNDS = 3;
const WAITING = 100_000;
const WARM_UP = 50_000;
const OURS_COUNT = 150_000;
/** Enough for a second of each, and no more. */
const FLOOR_COUNTS = { ids: 500_000, idx: 3_000_000 };

/** What one round of ours came to, a second of processor time. */
interface Measured {
  readonly decisions: number;
  readonly commands: number;
}

/** The desk alone, in memory, beside a matcher that does nothing but match. */
export const coreBench: Bench = {
  name: 'core',
  summary: 'what the desk decides in a second of processor time, beside a bare matcher',
  async run(say) {
    const desk = largeDesk();
    say('the desk is set up');
    const measure = (run: (count: number) => void): Measured => {
      const commandsBefore = desk.commandCount();
      const startCpu = process.cpuUsage();
      run(OURS_COUNT);
      const { user, system } = process.cpuUsage(startCpu);
      const seconds = (user + system) / 1e6;
      return {
        decisions: OURS_COUNT / seconds,
        commands: (desk.commandCount() - commandsBefore) / seconds,
      };
    };
    const figures: Figure[] = [];
    // The other way round the backlog would have to be worked off first.
    for (const mode of ['idle', 'backlog'] as const) {
      const run = mode === 'idle' ? desk.runIdle : desk.runBacklog;
      if (mode === 'backlog') desk.pileUp(WAITING);
      run(WARM_UP);
      const rounds: { ours: Measured; ids: number; idx: number }[] = [];
      for (let round = 1; round <= ROUNDS; round++) {
        const ids = await floorOf(mode, 'ids');
        const idx = await floorOf(mode, 'idx');
        rounds.push({ ours: measure(run), ids, idx });
        say(`${mode}, round ${round} of ${ROUNDS}`);
      }
      figures.push(...figuresOf(mode, rounds));
    }
    return figures;
  },
};

async function floorOf(mode: Mode, engine: 'ids' | 'idx'): Promise<number> {
  const result = await runFloor('match.mjs', [mode, engine, FLOOR_COUNTS[engine]]);
  return Number(result['cdps']);
}

function figuresOf(
  mode: Mode,
  rounds: readonly { readonly ours: Measured; readonly ids: number; readonly idx: number }[],
): readonly Figure[] {
  const where =
    mode === 'idle' ? 'half of the agents idle' : `${WAITING.toLocaleString('en')} wait`;
  const unit = '/cpu s';
  const beside = (engine: 'ids' | 'idx') =>
    rounds.map(({ ours, [engine]: floor }) => ({ ours: ours.decisions, floor }));
  const commands = rounds.map(({ ours, ids }) => ({ ours: ours.commands, floor: ids }));
  return [
    besideFloor(
      { name: `${where}: arrivals and releases, floor with text ids`, unit },
      beside('ids'),
    ),
    besideFloor(
      { name: `${where}: arrivals and releases, floor with handles`, unit },
      beside('idx'),
    ),
    besideFloor({ name: `${where}: commands, floor with text ids`, unit }, commands),
  ];
}
