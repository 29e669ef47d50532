import type { View } from './view.ts';

/** Every promise in its present terms. */
export const promiseView: View<'view_promise'> = {
  table: 'view_promise',
  columns: {
    id: 'text',
    target_ms: 'bigint',
    share_ratio: 'double precision',
    calendar_id: 'text',
    agreement_id: 'text',
  },
  idOf: (event) => (event.type === 'promise-defined' ? event.promiseId : undefined),
  evolve(row, event, { centre }) {
    if (event.type !== 'promise-defined') throw new Error(`${event.type} defines no promise`);
    return {
      ...row,
      centre,
      id: event.promiseId,
      target_ms: event.targetMs,
      share_ratio: event.shareRatio,
      calendar_id: event.calendarId ?? null,
      agreement_id: event.agreementId ?? null,
    };
  },
};

/** Every calendar in its present hours. */
export const calendarView: View<'view_calendar'> = {
  table: 'view_calendar',
  columns: { id: 'text', open_intervals: 'text' },
  idOf: (event) => (event.type === 'calendar-defined' ? event.calendarId : undefined),
  evolve(row, event, { centre }) {
    if (event.type !== 'calendar-defined') throw new Error(`${event.type} defines no calendar`);
    return {
      ...row,
      centre,
      id: event.calendarId,
      open_intervals: JSON.stringify(event.openIntervals),
    };
  },
};
