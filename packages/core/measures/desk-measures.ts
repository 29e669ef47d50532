import type { Channel } from '../channel.ts';
import type { DeskEvent } from '../messages.ts';
import type { Instant } from '../time.ts';
import type { WorkReceived } from '../work/work-messages.ts';
import { AgentTime, type AgentTimeFigures } from './agent-time.ts';
import { chanceOf, type DimensionChance } from './chance.ts';
import { type FirstWait, FirstWaits } from './first-waits.ts';
import { ratio } from './ratio.ts';
import type { SiloMs, Ties } from './silo-reasons.ts';
import { SiloTime } from './silo-time.ts';
import { type WaitFigures, WaitSums } from './wait-sums.ts';
import { WaitTally, type Yardstick } from './wait-tally.ts';

/** What measures are taken with. */
export interface MeasureOptions extends Yardstick {
  /** What lies before only tells how things stood then; what came in before is not measured. The beginning when left out. */
  readonly fromAt?: Instant;
  /** Whether a wait ended in time; by the threshold where it is left out. */
  readonly isInTime?: (wait: FirstWait) => boolean;
  /** In which group a wait is measured by itself, beside all of them; in none where it is left out. */
  readonly groupOf?: (wait: FirstWait) => string;
  /** Further groups of the same-chance report by dimension, such as division, site or tier. */
  readonly groupsOf?: (received: WorkReceived, at: Instant) => Readonly<Record<string, string>>;
  /** The hour of the day at which an item came in, `00` to `23`; that of UTC where it is left out. */
  readonly hourOf?: (at: Instant) => string;
  /** See `SiloTime`. */
  readonly ties?: Ties;
}

/** What a history shows of how well its centre did. */
export interface DeskFigures {
  readonly total: WaitFigures;
  /** By name. */
  readonly groups: readonly (WaitFigures & { readonly group: string })[];
  readonly agents: AgentTimeFigures;
  readonly siloMs: SiloMs;
  /** The same-chance report. */
  readonly chances: readonly DimensionChance[];
}

/**
 * All measures of a centre as one fold over its history, whether it is given at once or event by event:
 * the same events give the same figures. An event costs what `SiloTime` says.
 */
export class DeskMeasures {
  readonly #options: MeasureOptions;
  readonly #waits = new FirstWaits();
  readonly #total: WaitSums;
  readonly #groups = new Map<string, WaitSums>();
  readonly #agents = new AgentTime();
  readonly #silo: SiloTime;
  readonly #chances = new Map<string, Map<string, WaitTally>>();
  /** What agents and silos had come to when measuring began. */
  #before: Pick<DeskFigures, 'agents' | 'siloMs'> | undefined;

  constructor(options: MeasureOptions) {
    this.#options = options;
    this.#total = new WaitSums(options.shortAbandonMs);
    this.#silo = new SiloTime(options.ties);
  }

  take(event: DeskEvent, at: Instant): void {
    const { fromAt = -Infinity } = this.#options;
    if (at >= fromAt) this.#begin(fromAt);
    const wait = this.#waits.take(event, at);
    if (wait !== undefined && wait.receivedAt >= fromAt) this.#add(wait);
    this.#agents.take(event, at);
    this.#silo.take(event, at);
  }

  /** The figures until `at`, which is not before the last event. */
  figures(at: Instant): DeskFigures {
    const before = this.#begin(this.#options.fromAt ?? -Infinity);
    const { busyMs: busyNowMs, readyMs: readyNowMs } = this.#agents.figures(at);
    const busyMs = busyNowMs - before.agents.busyMs;
    const readyMs = readyNowMs - before.agents.readyMs;
    const siloNowMs = this.#silo.figures(at);
    return {
      total: this.#total.figures(),
      groups: [...this.#groups]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([group, sums]) => ({ group, ...sums.figures() })),
      agents: { busyMs, readyMs, occupancyRatio: ratio(busyMs, busyMs + readyMs) },
      siloMs: differenceOf(siloNowMs, before.siloMs),
      chances: [...this.#chances].map(([dimension, tallies]) => {
        const counted = [...tallies].map(([group, tally]) => [group, tally.counts] as const);
        return chanceOf(dimension, new Map(counted));
      }),
    };
  }

  #begin(fromAt: Instant): Pick<DeskFigures, 'agents' | 'siloMs'> {
    const at = Math.max(0, fromAt);
    this.#before ??= { agents: this.#agents.figures(at), siloMs: this.#silo.figures(at) };
    return this.#before;
  }

  #add(wait: FirstWait): void {
    const { thresholdMs, shortAbandonMs, isInTime: judge, groupOf } = this.#options;
    const isInTime = judge === undefined ? wait.waitMs <= thresholdMs : judge(wait);
    this.#total.add(wait, isInTime);
    if (groupOf !== undefined) {
      const group = groupOf(wait);
      const sums = this.#groups.get(group) ?? new WaitSums(shortAbandonMs);
      this.#groups.set(group, sums);
      sums.add(wait, isInTime);
    }
    for (const [dimension, group] of Object.entries(this.#dimensionsOf(wait))) {
      this.#chance(dimension, group).add({ ...wait, isInTime });
    }
  }

  #dimensionsOf({ received, receivedAt, isBonded }: FirstWait): Readonly<Record<string, string>> {
    const { hourOf = hourOfUtc, groupsOf } = this.#options;
    const channel: Channel = received.channel;
    return {
      bond: isBonded ? 'bonded' : 'unbonded',
      channel,
      hour: hourOf(receivedAt),
      ...groupsOf?.(received, receivedAt),
    };
  }

  #chance(dimension: string, group: string): WaitTally {
    let tallies = this.#chances.get(dimension);
    if (tallies === undefined)
      this.#chances.set(dimension, (tallies = new Map<string, WaitTally>()));
    let tally = tallies.get(group);
    if (tally === undefined) {
      tallies.set(group, (tally = new WaitTally(this.#options.shortAbandonMs)));
    }
    return tally;
  }
}

/** `later` less `earlier`, by reason. */
function differenceOf(later: SiloMs, earlier: SiloMs): SiloMs {
  const reasons = Object.keys(later) as (keyof SiloMs)[];
  const passed = reasons.map((reason) => [reason, later[reason] - earlier[reason]]);
  return Object.fromEntries(passed) as Record<keyof SiloMs, number>;
}

const HOUR_MS = 3_600_000;

function hourOfUtc(at: Instant): string {
  return String(Math.floor(at / HOUR_MS) % 24).padStart(2, '0');
}
