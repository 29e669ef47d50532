/** How busy each hour of a day is, from midnight on; 1 is the busiest. */
const HOURS = [
  0.12, 0.1, 0.08, 0.08, 0.1, 0.18, 0.34, 0.58, 0.86, 1, 1, 0.94, 0.8, 0.78, 0.88, 0.92, 0.9, 0.84,
  0.7, 0.56, 0.44, 0.34, 0.24, 0.16,
] as const;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Hours since midnight where the clocks are `offsetMs` before UTC, with fractions. */
function hourOfDay(at: number, offsetMs: number): number {
  return ((((at + offsetMs) % DAY_MS) + DAY_MS) % DAY_MS) / HOUR_MS;
}

/** How busy that moment is: above 0, at most 1. At weekends less. */
export function busyness(at: number, offsetMs: number): number {
  const weekday = new Date(at + offsetMs).getUTCDay();
  const isWeekend = weekday === 0 || weekday === 6;
  return (HOURS[Math.floor(hourOfDay(at, offsetMs))] ?? 0) * (isWeekend ? 0.4 : 1);
}

/** The hours between which an agent works, by his place in the list: early, by day, late, by night. */
export function shiftOf(index: number): { readonly from: number; readonly hours: number } {
  const shifts = [
    { from: 8, hours: 9 },
    { from: 6, hours: 8 },
    { from: 9, hours: 9 },
    { from: 13, hours: 8 },
    { from: 8, hours: 9 },
    { from: 21, hours: 9 },
  ];
  return shifts[index % shifts.length] ?? { from: 8, hours: 9 };
}
