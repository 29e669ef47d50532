import type { View } from './view.ts';

/** Every customer whom somebody knows. */
export const bondView: View<'view_bond'> = {
  table: 'view_bond',
  idOf: (event) =>
    event.type === 'bond-changed' || event.type === 'bond-earned' ? event.customerId : undefined,
  evolve(row, event, { centre }) {
    const bond = row ?? { centre, id: '', owner_id: null, deputy_ids: '[]', earned: '{}' };
    if (event.type === 'bond-changed') {
      const deputyIds = JSON.stringify(event.deputyIds);
      return {
        ...bond,
        id: event.customerId,
        owner_id: event.ownerId ?? null,
        deputy_ids: deputyIds,
      };
    }
    if (event.type !== 'bond-earned') return bond;
    const earned = JSON.parse(bond.earned) as Record<string, number>;
    const entries = Object.entries({ ...earned, [event.agentId]: event.strength });
    const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return { ...bond, id: event.customerId, earned: JSON.stringify(Object.fromEntries(sorted)) };
  },
};

/** Every promise in its present terms. */
export const promiseView: View<'view_promise'> = {
  table: 'view_promise',
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
    };
  },
};

/** Every calendar in its present hours. */
export const calendarView: View<'view_calendar'> = {
  table: 'view_calendar',
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
