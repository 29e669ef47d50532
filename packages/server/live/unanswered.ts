import type { Channel, Instant } from '@rapport/core';
import type { WallboardState } from '@rapport/protocol';

/** An item that nobody has answered since it came in, or since it was transferred. */
export interface UnansweredItem {
  readonly channel: Channel;
  readonly status: string;
  readonly waitingSince: Instant;
}

interface Line {
  offeredCount: number;
  /** In the order of `waitingSince`: time never runs backwards, so that newcomers stand last. */
  readonly items: Set<UnansweredItem>;
}

/** Who waits for an answer, by channel; every step costs the same however many wait. */
export class Unanswered {
  readonly #lines = new Map<Channel, Line>();

  /** The item waits from now on. */
  add(item: UnansweredItem): void {
    this.#lineOf(item).items.add(item);
  }

  /** It is being offered, or no longer. */
  offered(item: UnansweredItem, isOffered: boolean): void {
    this.#lineOf(item).offeredCount += isOffered ? 1 : -1;
  }

  /** It waits no more. The caller has said that it is offered no longer. */
  remove(item: UnansweredItem): void {
    this.#lineOf(item).items.delete(item);
  }

  state(): WallboardState['waiting'] {
    const byChannel = [...this.#lines]
      .filter(([, { items }]) => items.size > 0)
      .map(([channel, line]) => ({ channel, ...countsOf(line) }))
      .sort((a, b) => (a.channel < b.channel ? -1 : 1));
    const waitingSince = Math.min(...byChannel.map((line) => line.waitingSince ?? Infinity));
    return {
      waitingCount: sum(byChannel.map((line) => line.waitingCount)),
      offeredCount: sum(byChannel.map((line) => line.offeredCount)),
      ...(waitingSince < Infinity && { waitingSince }),
      byChannel,
    };
  }

  #lineOf({ channel }: UnansweredItem): Line {
    let line = this.#lines.get(channel);
    if (line === undefined)
      this.#lines.set(channel, (line = { offeredCount: 0, items: new Set() }));
    return line;
  }
}

function countsOf({ items, offeredCount }: Line): {
  waitingCount: number;
  offeredCount: number;
  waitingSince?: Instant;
} {
  const [longest] = items;
  const since = longest === undefined ? {} : { waitingSince: longest.waitingSince };
  return { waitingCount: items.size - offeredCount, offeredCount, ...since };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
