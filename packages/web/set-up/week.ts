import { answered, api } from '../session/api.ts';

export interface OpenHours {
  readonly from: string;
  readonly until: string;
}

export interface SpecialDay {
  readonly date: string;
  readonly name: string;
  readonly hours: readonly OpenHours[];
}

export interface Week {
  readonly timeZone: string;
  readonly days: readonly (readonly OpenHours[])[];
  readonly specialDays: readonly SpecialDay[];
}

const OFFICE: readonly OpenHours[] = [{ from: '09:00', until: '17:00' }];

/** The week that a new calendar begins with. */
export const OFFICE_WEEK: Week = {
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  days: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []],
  specialDays: [],
};

/** A Monday, by which days are named. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** What a day of the week is called, Monday being 0. */
export function dayName(day: number, language: string): string {
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return format.format(MONDAY + day * DAY_MS);
}

/** The week of a calendar; undefined where its hours are given in another way. */
export async function readWeek(calendarId: string): Promise<Week | undefined> {
  const params = { path: { calendarId } };
  const { data, error } = await api.GET('/api/v1/calendars/{calendarId}/week', { params });
  if (error !== undefined) return undefined;
  const { timeZone, days, specialDays } = data;
  return { timeZone, days, specialDays };
}

export interface OpenInterval {
  readonly fromAt: number;
  readonly untilAt: number;
}

/** What the desk knows of a calendar, in the seven days that begin at `nowMs`. */
export async function readNextDays(
  calendarId: string,
  { nowMs, after }: { readonly nowMs: number; readonly after?: number | undefined },
): Promise<readonly OpenInterval[]> {
  const query = after === undefined ? {} : { after };
  const params = { path: { calendarId }, query };
  const calendar = await answered(api.GET('/api/v1/calendars/{calendarId}', { params }));
  return calendar.openIntervals.filter(
    ({ fromAt, untilAt }) => untilAt > nowMs && fromAt < nowMs + 7 * DAY_MS,
  );
}
