import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createDesk, type Desk } from '../desk.ts';
import { deskFaults } from '../desk-faults.ts';
import { evolve } from '../evolve.ts';
import { nextDueAt } from '../routing/timers.ts';
import type { Instant } from '../time.ts';
import { EVENT_TYPES } from './event-types.ts';
import { restoreDesk } from './restore-desk.ts';
import { SNAPSHOT_FORMAT, type SnapshotRecord, snapshotDesk } from './snapshot.ts';
import { type StoredEvent, upcast } from './upcast.ts';

/**
 * What releases have stored, for ever: these files are never made anew. An event that gets another
 * version gets another file, and the history stays as it was.
 */
const GOLDEN = new URL('../golden/', import.meta.url);

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, GOLDEN), 'utf8'));

const history = read('history.v1.json') as readonly {
  readonly at: Instant;
  readonly events: readonly StoredEvent[];
}[];

const versions = Object.entries(EVENT_TYPES).flatMap(([type, { version }]) =>
  Array.from({ length: version }, (_, index) => ({ type, v: index + 1, version })),
);

function folded(): Desk {
  const desk = createDesk();
  for (const { at, events } of history) {
    for (const event of events) evolve(desk, upcast(event), at);
  }
  return desk;
}

describe('the events that have been stored', () => {
  test.each(versions)('$type, version $v, is kept and read as today’s', ({ type, v, version }) => {
    const stored = read(`${type}.v${v}.json`) as StoredEvent;
    expect(stored).toMatchObject({ type, v });
    const today = upcast(stored);
    expect(today).toMatchObject({ type, v: version });
    if (v === version) expect(today).toEqual(stored);
  });

  test('every file is of a type and version that this release knows', () => {
    const names = versions.map(({ type, v }) => `${type}.v${v}.json`);
    const found = readdirSync(GOLDEN).filter((name) => !name.startsWith('history.'));
    expect(found.sort()).toEqual(names.sort());
  });
});

describe('the history that has been stored', () => {
  test('holds every type of event', () => {
    const types = new Set(history.flatMap(({ events }) => events.map(({ type }) => type)));
    expect([...types].sort()).toEqual(Object.keys(EVENT_TYPES).sort());
  });

  test('folds to the desk that its release had', () => {
    const desk = folded();
    expect([...snapshotDesk(desk)]).toEqual(read(`history.v${SNAPSHOT_FORMAT}.snapshot.json`));
    expect(deskFaults(desk)).toEqual([]);
  });

  test('folds to a desk that its snapshot makes anew', () => {
    const records = read(`history.v${SNAPSHOT_FORMAT}.snapshot.json`) as readonly SnapshotRecord[];
    const desk = restoreDesk(records);
    expect([...snapshotDesk(desk)]).toEqual(records);
    expect(nextDueAt(desk)).toBe(nextDueAt(folded()));
    expect(deskFaults(desk)).toEqual([]);
  });
});
