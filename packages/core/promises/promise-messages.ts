import type { AgreementId, CalendarId, PromiseId } from '../id.ts';
import type { Interval } from '../time.ts';
import type {
  AgreementDefined,
  AgreementOverlaps,
  DefineAgreement,
  PromiseAgreed,
  PromiseMissing,
} from './agreement-messages.ts';

/** Defines, or replaces, the hours in which promises that name this calendar count. */
export interface DefineCalendar {
  readonly type: 'define-calendar';
  readonly calendarId: CalendarId;
  /** Sorted, not overlapping. Outside them no service time passes. */
  readonly openIntervals: readonly Interval[];
}

/** Defines, or replaces, a promise: service within `targetMs` of service hours for a share of items. */
export interface DefinePromise {
  readonly type: 'define-promise';
  readonly promiseId: PromiseId;
  readonly targetMs: number;
  /** Above 0, at most 1. */
  readonly shareRatio: number;
  /** Without one, every hour counts. */
  readonly calendarId?: CalendarId;
}

export type PromiseCommand = DefineCalendar | DefinePromise | DefineAgreement;

/** A calendar's open intervals are now these. */
export interface CalendarDefined {
  readonly type: 'calendar-defined';
  readonly v: 1;
  readonly calendarId: CalendarId;
  readonly openIntervals: readonly Interval[];
}

/** A promise's terms are now these; items already waiting under it follow. */
export interface PromiseDefined {
  readonly type: 'promise-defined';
  readonly v: 1;
  readonly promiseId: PromiseId;
  readonly targetMs: number;
  readonly shareRatio: number;
  readonly calendarId?: CalendarId;
  /** Of whose version it is a part. */
  readonly agreementId?: AgreementId;
}

export type PromiseEvent = CalendarDefined | PromiseDefined | AgreementDefined;

/** No promise with this id is defined. */
export interface PromiseUnknown {
  readonly code: 'promise-unknown';
  readonly promiseId: PromiseId;
}

/** No calendar with this id is defined. */
export interface CalendarUnknown {
  readonly code: 'calendar-unknown';
  readonly calendarId: CalendarId;
}

export type PromiseRefusal =
  PromiseUnknown | CalendarUnknown | AgreementOverlaps | PromiseAgreed | PromiseMissing;
