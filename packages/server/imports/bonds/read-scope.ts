import { type Channel, CHANNELS } from '@rapport/core';
import { instantOf, offsetsOf } from '../../hours/wall-clock.ts';
import { cellOf, type ImportRow } from '../import-row.ts';
import type { Note } from '../plan-rows.ts';
import { readCode } from '../read-cells.ts';
import type { Bond, BondScope } from './load-bonds.ts';

const DAY_MS = 86_400_000;

/** For what and how long a row declares a bond, and where that comes from. */
export interface Declared extends BondScope {
  readonly untilAt: number | null;
  /** Undefined where the row does not say it. */
  readonly origin: Bond['origin'] | undefined;
}

/** What a row says beside who; what cannot be understood is noted. */
export function readScope(row: ImportRow, note: Note, timeZone: string): Declared {
  const untilAt = readUntil(row, note, timeZone);
  return {
    topic: readCode(row, 'topic', note) ?? null,
    channel: readChannel(row, note),
    isForWhile: untilAt !== null,
    untilAt,
    origin: readOrigin(row, note),
  };
}

function readChannel(row: ImportRow, note: Note): Channel | null {
  const cell = cellOf(row, 'channel');
  if (cell === undefined) return null;
  const channel = CHANNELS.find((each) => each === cell.text.toLowerCase());
  if (channel !== undefined) return channel;
  note(cell, { code: 'channel-invalid', expected: `one of ${CHANNELS.join(', ')}` });
  return null;
}

const ORIGINS: Readonly<Record<string, Bond['origin']>> = {
  declared: 'declared',
  'customer-asked': 'customer-asked',
  'customer asked': 'customer-asked',
  customer: 'customer-asked',
};

function readOrigin(row: ImportRow, note: Note): Bond['origin'] | undefined {
  const cell = cellOf(row, 'origin');
  const origin = cell && ORIGINS[cell.text.toLowerCase()];
  if (cell !== undefined && origin === undefined) {
    note(cell, { code: 'origin-invalid', expected: 'declared or customer-asked' });
  }
  return origin;
}

/** The end of a day, which is still to come. */
function readUntil(row: ImportRow, note: Note, timeZone: string): number | null {
  const cell = cellOf(row, 'until');
  if (cell === undefined) return null;
  const midnightMs = /^\d{4}-\d{2}-\d{2}$/.test(cell.text) ? Date.parse(cell.text) : NaN;
  const isDay =
    !Number.isNaN(midnightMs) && new Date(midnightMs).toISOString().startsWith(cell.text);
  const untilAt = isDay ? instantOf(midnightMs + DAY_MS, offsetsOf(timeZone)) : 0;
  if (untilAt > Date.now()) return untilAt;
  note(cell, { code: 'date-invalid', expected: 'the last day, still to come, as 2026-03-02' });
  return null;
}
