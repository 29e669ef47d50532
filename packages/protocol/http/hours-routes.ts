import { Type } from 'typebox';
import { DESK_ROLES } from './access.ts';
import type { Route } from './route.ts';
import { At, Remark, Text, TimeZone, Written } from './schemas.ts';

const strict = { additionalProperties: false } as const;
const params = Type.Object({ calendarId: Text }, strict);

const clockTime = (pattern: string, description: string) => Type.String({ pattern, description });

/** On a day: from one wall clock time until another. */
const OpenHours = Type.Object(
  {
    from: clockTime('^([01][0-9]|2[0-3]):[0-5][0-9]$', 'A time on the clock, such as 09:00.'),
    until: clockTime(
      '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$',
      'A time on the clock, such as 17:00; 24:00 is the end of the day.',
    ),
  },
  strict,
);

const Hours = Type.Array(OpenHours, { maxItems: 12 });

const WeekTerms = {
  timeZone: TimeZone,
  days: Type.Array(Hours, { minItems: 7, maxItems: 7, description: 'Monday first.' }),
  specialDays: Type.Array(
    Type.Object(
      {
        date: Type.String({
          pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
          description: 'A date, such as 2026-12-25.',
        }),
        name: Remark,
        hours: Hours,
      },
      strict,
    ),
    { maxItems: 400, description: 'Dates with hours of their own; a holiday has none.' },
  ),
};

export const HOURS_ROUTES = {
  defineWeek: {
    method: 'PUT',
    path: '/api/v1/calendars/:calendarId/week',
    summary: 'Makes a calendar from the hours of a week, and keeps it going from then on.',
    access: { roles: ['planner', 'administrator'], scope: 'promises:write', reach: 'centre' },
    params,
    body: Type.Object(WeekTerms, strict),
    answer: Written,
  },
  getWeek: {
    method: 'GET',
    path: '/api/v1/calendars/:calendarId/week',
    summary: 'The week that a calendar is made from.',
    access: { roles: DESK_ROLES, scope: 'promises:read', reach: 'centre' },
    params,
    answer: Type.Object(
      {
        calendarId: Text,
        ...WeekTerms,
        /** So far the desk knows its hours; it is told more long before. */
        untilAt: At,
      },
      strict,
    ),
  },
} as const satisfies Readonly<Record<string, Route>>;
