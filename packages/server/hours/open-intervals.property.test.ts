import { createDesk, type Desk, evolve, asId, atServiceMs, serviceMsAt } from '@rapport/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openIntervals } from './open-intervals.ts';
import type { OpenHours, Week } from './week.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;

/** Where the clocks change in 2026, and nearly the days on which they do; some never change. */
const PLACES = [
  ['Europe/Zurich', '2026-03-28'],
  ['Europe/Zurich', '2026-10-24'],
  ['America/New_York', '2026-03-07'],
  ['America/New_York', '2026-10-31'],
  ['America/St_Johns', '2026-03-07'],
  ['America/St_Johns', '2026-10-31'],
  ['Australia/Sydney', '2026-04-04'],
  ['Australia/Sydney', '2026-10-03'],
  ['Australia/Lord_Howe', '2026-04-04'],
  ['Australia/Lord_Howe', '2026-10-03'],
  ['Pacific/Chatham', '2026-04-04'],
  ['Pacific/Chatham', '2026-09-26'],
  ['America/Santiago', '2026-04-04'],
  ['America/Santiago', '2026-09-05'],
  ['Asia/Kolkata', '2026-03-28'],
  ['Asia/Kathmandu', '2026-10-24'],
] as const;

const DAYS = 3;

/** None to three spans of a day, in quarters of an hour, some of them touching. */
const hours = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 0, maxLength: 6 })
  .map((quarters): readonly OpenHours[] => {
    const sorted = quarters.toSorted((a, b) => a - b);
    const spans: OpenHours[] = [];
    for (let index = 0; index + 1 < sorted.length; index += 2) {
      spans.push({ from: clock(sorted[index] ?? 0), until: clock(sorted[index + 1] ?? 0) });
    }
    return spans;
  });

const drawn = fc.record({
  place: fc.constantFrom(...PLACES),
  days: fc.array(hours, { minLength: 7, maxLength: 7 }),
  /** Which of the days has hours of its own, and which. */
  special: fc.option(fc.record({ day: fc.nat(DAYS - 1), hours }), { nil: undefined }),
});

function clock(quarters: number): string {
  const [hour, minute] = [Math.floor(quarters / 4), (quarters % 4) * 15];
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

describe('the hours of a week', () => {
  test('are those that somebody finds who looks at the clock on the wall minute by minute', () => {
    fc.assert(
      fc.property(drawn, ({ place: [timeZone, date], days, special }) => {
        const { week, scene } = sceneOf({ timeZone, date, days, special });
        const told = openIntervals(week, { fromAt: scene.noonAt, dayCount: DAYS });
        const minutes = new Set(
          told.flatMap(({ fromAt, untilAt }) =>
            Array.from(
              { length: (untilAt - fromAt) / MINUTE_MS },
              (_, index) => fromAt + index * MINUTE_MS,
            ),
          ),
        );
        expect(minutes).toEqual(openMinutes(week, scene));
      }),
      { numRuns: 60 },
    );
  });

  test('let service time pass, and promises fall due, as counting open minutes says', () => {
    fc.assert(
      fc.property(
        drawn,
        fc.nat(DAYS * DAY_MINUTES),
        fc.integer({ min: 1, max: 900 }),
        ({ place: [timeZone, date], days, special }, begin, targetMinutes) => {
          const { week, scene } = sceneOf({ timeZone, date, days, special });
          const told = openIntervals(week, { fromAt: scene.noonAt, dayCount: DAYS });
          const open = openMinutes(week, scene);
          const fromAt = (scene.minutes[0]?.at ?? 0) + begin * MINUTE_MS;
          const service = hoursOf(told);
          const arrivalMs = serviceMsAt(service, fromAt);
          let passed = 0;
          let dueAt: number | undefined;
          for (let at = fromAt; at < scene.endAt; at += MINUTE_MS) {
            expect(serviceMsAt(service, at) - arrivalMs).toBe(passed * MINUTE_MS);
            if (open.has(at)) passed += 1;
            if (passed === targetMinutes) dueAt ??= at + MINUTE_MS;
          }
          expect(atServiceMs(service, arrivalMs + targetMinutes * MINUTE_MS)).toBe(dueAt);
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** As the desk keeps them. */
function hoursOf(told: ReturnType<typeof openIntervals>) {
  const desk: Desk = createDesk();
  const calendarId = asId<'calendar'>('office');
  evolve(desk, { type: 'calendar-defined', v: 1, calendarId, openIntervals: told }, 1);
  return desk.calendars.get(calendarId);
}

interface Scene {
  readonly noonAt: number;
  readonly endAt: number;
  readonly dates: readonly string[];
  /** Each minute from well before the first day until well after the last, and what the clock shows. */
  readonly minutes: readonly { readonly at: number; readonly wall: string }[];
}

const scenes = new Map<string, Scene>();

function sceneOf({
  timeZone,
  date,
  days,
  special,
}: {
  readonly timeZone: string;
  readonly date: string;
  readonly days: Week['days'];
  readonly special: { readonly day: number; readonly hours: readonly OpenHours[] } | undefined;
}): { readonly week: Week; readonly scene: Scene } {
  const scene = scenes.get(`${timeZone} ${date}`) ?? look(timeZone, date);
  scenes.set(`${timeZone} ${date}`, scene);
  const specialDays =
    special === undefined
      ? []
      : [{ date: scene.dates[special.day] ?? '', name: 'a day of its own', hours: special.hours }];
  return { week: { timeZone, days, specialDays }, scene };
}

function look(timeZone: string, date: string): Scene {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const dates = Array.from({ length: DAYS }, (_, day) =>
    new Date(midnight + day * DAY_MINUTES * MINUTE_MS).toISOString().slice(0, 10),
  );
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const minutes = Array.from({ length: (DAYS + 3) * DAY_MINUTES }, (_, index) => {
    const at = midnight + (index - DAY_MINUTES) * MINUTE_MS;
    return { at, wall: format.format(at) };
  });
  const noonAt = minutes.find(({ wall }) => wall === `${date} 12:00`)?.at ?? 0;
  return { noonAt, endAt: minutes.at(-1)?.at ?? 0, dates, minutes };
}

function openMinutes({ days, specialDays }: Week, scene: Scene): ReadonlySet<number> {
  const open = new Set<number>();
  for (const date of scene.dates) {
    const special = specialDays.find((each) => each.date === date);
    const weekday = (new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7;
    for (const { from, until } of special?.hours ?? days[weekday] ?? []) {
      const [fromAt, untilAt] = [momentOf(scene, date, from), momentOf(scene, date, until)];
      for (let at = fromAt; at < untilAt; at += MINUTE_MS) open.add(at);
    }
  }
  return open;
}

/** The first minute at which the clock shows it; where it never does, as long after the jump as it would have been. */
function momentOf({ minutes }: Scene, date: string, time: string): number {
  const wanted = time === '24:00' ? `${nextDate(date)} 00:00` : `${date} ${time}`;
  const shown = minutes.find(({ wall }) => wall === wanted);
  if (shown !== undefined) return shown.at;
  const after = minutes.findIndex(({ wall }) => wall > wanted);
  const before = minutes[after - 1] ?? { at: 0, wall: '' };
  const apart =
    Date.parse(`${wanted.replace(' ', 'T')}Z`) - Date.parse(`${before.wall.replace(' ', 'T')}Z`);
  return before.at + apart;
}

function nextDate(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MINUTES * MINUTE_MS)
    .toISOString()
    .slice(0, 10);
}
