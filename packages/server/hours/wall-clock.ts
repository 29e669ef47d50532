import type { Instant } from '@rapport/core';

const DAY_MS = 86_400_000;

type OffsetMsAt = (at: Instant) => number;

/** The moment at which clocks show what they would in UTC at `wallMs`. */
export function instantOf(wallMs: number, offsetMsAt: OffsetMsAt): Instant {
  const [before, after] = [-DAY_MS, DAY_MS].map((awayMs) => offsetMsAt(wallMs + awayMs)) as [
    number,
    number,
  ];
  // Of a time that comes twice, the first; of one that never comes, as long after the gap.
  const isAfter = offsetMsAt(wallMs - before) !== before && offsetMsAt(wallMs - after) === after;
  return wallMs - (isAfter ? after : before);
}

/** How far the clocks of a time zone are ahead of UTC, by the moment. */
export function offsetsOf(timeZone: string): OffsetMsAt {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (at) => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(at)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    const wall = Date.UTC(year, month - 1, day, hour, minute, second);
    return wall - Math.floor(at / 1_000) * 1_000;
  };
}
