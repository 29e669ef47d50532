/** The company of the demo: Halden & Birk, who make, sell and look after heating for homes and firms. */
export const COMPANY = 'Halden & Birk';

export const DIVISIONS = [
  { id: 'homes', name: 'Private homes' },
  { id: 'business', name: 'Companies' },
  { id: 'repairs', name: 'Repairs' },
] as const;

export const SITES = [
  { id: 'freiburg', name: 'Freiburg', time_zone: 'Europe/Berlin', region: 'DE' },
  { id: 'basel', name: 'Basel', time_zone: 'Europe/Zurich', region: 'CH' },
  { id: 'cork', name: 'Cork', time_zone: 'Europe/Dublin', region: 'IE' },
] as const;

export const TEAMS = [
  { id: 'homes-care', name: 'Home care', division_id: 'homes', site_id: 'freiburg' },
  { id: 'homes-contracts', name: 'Contracts', division_id: 'homes', site_id: 'cork' },
  { id: 'business-care', name: 'Company care', division_id: 'business', site_id: 'basel' },
  { id: 'business-projects', name: 'Projects', division_id: 'business', site_id: 'freiburg' },
  { id: 'repairs-hotline', name: 'Repair line', division_id: 'repairs', site_id: 'freiburg' },
  { id: 'repairs-visits', name: 'Visits', division_id: 'repairs', site_id: 'cork' },
] as const;

export type TeamId = (typeof TEAMS)[number]['id'];

/** The calendar of the offices. */
export const OFFICE = 'office';

/** What is promised, by what comes in: heating fails at any hour, letters are answered by day. */
export const PROMISES = [
  { promiseId: 'calls', targetMs: 20_000, shareRatio: 0.8 },
  { promiseId: 'chats', targetMs: 90_000, shareRatio: 0.8 },
  { promiseId: 'letters', targetMs: 4 * 3_600_000, shareRatio: 0.9, calendarId: OFFICE },
  { promiseId: 'repairs', targetMs: 45_000, shareRatio: 0.9 },
] as const;

const BY_DAY = [{ from: '07:00', until: '19:00' }];

/** The hours of the offices. */
export const OFFICE_DAYS = [
  ...[BY_DAY, BY_DAY, BY_DAY, BY_DAY, BY_DAY],
  [{ from: '09:00', until: '15:00' }],
  [],
];
