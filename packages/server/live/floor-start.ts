import type { AgentPresence } from '@rapport/protocol';
import type { DayFigures } from './day-figures.ts';
import type { FloorItem } from './floor-item.ts';
import type { PromisedTimes } from './promised-times.ts';

/** Where a floor begins. */
export interface FloorStart {
  readonly position: number;
  /** In the order of `waitingSince`. They become the floor's own. */
  readonly items: readonly FloorItem[];
  readonly agents: readonly AgentPresence[];
  readonly promises: PromisedTimes;
  readonly day: DayFigures;
}
