import { type DeskEvent, type Interval, type Standing, statusAfter } from '@rapport/core';
import type { Selectable } from 'kysely';
import type { ViewWorkTable } from '../store/tables.ts';
import { alertAfter, alertOf } from './alert-after.ts';
import { callbackAfter, callbackOf } from './callback-after.ts';
import { type Later, laterAfter } from './later-after.ts';
import { reservationAfter, reservationOf } from './reservation-after.ts';
import { asideAfter } from './aside-after.ts';
import { choiceAfter, choiceOf } from './choice-after.ts';
import { turnAfter, turnOf } from './turn-after.ts';
import { existing, type View } from './view.ts';

type WorkRow = Selectable<ViewWorkTable>;

/** Every item that ever came in, open or closed. */
export const workView: View<'view_work'> = {
  table: 'view_work',
  columns: {
    id: 'text',
    customer_id: 'text',
    channel: 'text',
    promise_id: 'text',
    promised_ms: 'bigint',
    priority: 'double precision',
    status: 'text',
    agent_id: 'text',
    received_at: 'bigint',
    offer_count: 'integer',
    answered_at: 'bigint',
    answered_by: 'text',
    transfer_count: 'integer',
    closed_at: 'bigint',
    disposition: 'text',
    status_since: 'bigint',
    waiting_since: 'bigint',
    offer_expires_at: 'bigint',
    deferred_until: 'bigint',
    preferred_id: 'text',
    offer_standing: 'text',
    answered_standing: 'text',
    requirements: 'text',
    waits: 'text',
    later_at: 'bigint',
    later_set_at: 'bigint',
    alert: 'text',
    reservation: 'text',
    callback: 'text',
    choice: 'text',
    turn: 'text',
    aside_for: 'text',
    matter_id: 'text',
    paused_by: 'text',
    history: 'text',
  },
  madeBy: 'work-received',
  idOf: (event) => ('workId' in event ? event.workId : undefined),
  evolve(row, event, { centre, at, seq }) {
    if (event.type === 'work-received') {
      return {
        centre,
        id: event.workId,
        customer_id: event.customerId ?? null,
        channel: event.channel,
        promise_id: event.promiseId,
        promised_ms: null,
        priority: event.priority ?? 0,
        status: 'waiting',
        agent_id: null,
        received_at: at,
        offer_count: 0,
        answered_at: null,
        answered_by: null,
        transfer_count: 0,
        closed_at: null,
        disposition: null,
        status_since: at,
        waiting_since: at,
        offer_expires_at: null,
        deferred_until: null,
        preferred_id: null,
        offer_standing: null,
        answered_standing: null,
        requirements: JSON.stringify(event.requirements),
        waits: '[]',
        later_at: null,
        later_set_at: null,
        ...NO_NOTES,
        matter_id: event.matterId ?? null,
        paused_by: null,
        history: String(seq),
      };
    }
    const work = existing(row, event);
    const status = statusAfter(event.type) ?? work.status;
    const agentId = IN_NOBODYS_HANDS.has(status) ? null : work.agent_id;
    const moved =
      status === work.status
        ? { status, agent_id: agentId }
        : {
            status,
            agent_id: agentId,
            status_since: at,
            offer_expires_at: null,
            deferred_until: null,
            paused_by: null,
          };
    const later = laterAfter(laterOf(work), event, { status: work.status, at });
    return {
      ...work,
      ...moved,
      ...laterColumns(later),
      ...notes(work, event, at),
      ...changes(work, event, at),
      history: extended(work.history, seq),
    };
  },
};

const NO_NOTES = {
  alert: null,
  reservation: null,
  callback: null,
  choice: null,
  turn: null,
  aside_for: null,
};

/** What is said of it beside where it stands. */
function notes(work: WorkRow, event: DeskEvent, at: number): Pick<WorkRow, keyof typeof NO_NOTES> {
  const alert = alertAfter(alertOf(work), event, at);
  const reservation = reservationAfter(reservationOf(work), event);
  const callback = callbackAfter(callbackOf(work), event);
  return {
    alert: written(alert),
    reservation: written(reservation),
    callback: written(callback),
    choice: written(choiceAfter(choiceOf(work), event, callback)),
    turn: written(turnAfter(turnOf(work), event, at)),
    aside_for: asideAfter(work.aside_for ?? undefined, event) ?? null,
  };
}

function written(note: object | undefined): string | null {
  return note === undefined ? null : JSON.stringify(note);
}

const IN_NOBODYS_HANDS: ReadonlySet<string> = new Set(['waiting', 'abandoned']);

function changes(work: WorkRow, event: DeskEvent, at: number): Partial<WorkRow> {
  switch (event.type) {
    case 'work-offered':
      return {
        agent_id: event.agentId,
        offer_count: work.offer_count + 1,
        offer_expires_at: event.expiresAt,
        offer_standing: standingOf(event),
      };
    case 'offer-accepted':
      return {
        ...(work.answered_at === null && firstAnswer(work, event.agentId, at)),
        waits: JSON.stringify([...waitsOf(work), { fromAt: work.waiting_since, untilAt: at }]),
      };
    case 'work-transferred':
      return handOn(work, event, at);
    case 'work-assigned':
      return { preferred_id: event.toAgentId ?? null };
    case 'work-completed':
      return {
        ...settledWithAnother(work),
        closed_at: at,
        disposition: event.disposition ?? null,
      };
    case 'work-abandoned':
      return { closed_at: at };
    default:
      return terms(work, event, at);
  }
}

/** What was put off comes back for whoever had it first. */
function terms(work: WorkRow, event: DeskEvent, at: number): Partial<WorkRow> {
  switch (event.type) {
    case 'work-relaxed':
      return { requirements: JSON.stringify(event.requirements) };
    case 'work-promised':
      return { promise_id: event.promiseId, promised_ms: null };
    case 'callback-promised':
      return callBack(event);
    case 'work-deferred':
      return { deferred_until: event.untilAt };
    case 'work-wrapped-up':
    case 'wrap-up-extended':
      return { offer_expires_at: event.endsAt ?? null };
    case 'deferral-handed':
      return { agent_id: event.toAgentId, status_since: at };
    case 'deferral-ended':
    case 'work-recalled':
    case 'work-released':
      return { waiting_since: at, preferred_id: work.agent_id };
    default:
      return ofMatter(work, event, at);
  }
}

/** What belongs together, and what is put aside while another item of that is answered. */
function ofMatter(work: WorkRow, event: DeskEvent, at: number): Partial<WorkRow> {
  switch (event.type) {
    case 'work-linked':
      return { matter_id: event.matterId };
    case 'work-unlinked':
      return { matter_id: null };
    case 'work-paused':
      return putAside(work, event, at);
    case 'pause-ended':
      return { waiting_since: at, preferred_id: work.agent_id };
    case 'work-resumed':
      return settledWithAnother(work);
    default:
      return {};
  }
}

/** What it has waited until then stays with it. */
function putAside(
  work: WorkRow,
  { agentId, byWorkId }: Extract<DeskEvent, { type: 'work-paused' }>,
  at: number,
): Partial<WorkRow> {
  const waits = JSON.stringify([...waitsOf(work), { fromAt: work.waiting_since, untilAt: at }]);
  return { agent_id: agentId, paused_by: byWorkId, waits };
}

/** What was put aside before anybody had answered it was answered by whoever answered the other item. */
function settledWithAnother(work: WorkRow): Partial<WorkRow> {
  if (work.paused_by === null || work.answered_at !== null || work.agent_id === null) return {};
  return {
    answered_at: work.status_since,
    answered_by: work.agent_id,
    answered_standing: 'handler',
  };
}

/** It has waited for nothing until then. */
function callBack({
  agentId,
  dueAt,
}: Extract<DeskEvent, { type: 'callback-promised' }>): Partial<WorkRow> {
  return { agent_id: agentId, deferred_until: dueAt, waits: '[]' };
}

/** Where it has a promise of its own from then on, what it has waited is behind it. */
function handOn(
  work: WorkRow,
  event: Extract<DeskEvent, { type: 'work-transferred' }>,
  at: number,
): Partial<WorkRow> {
  const { requirements, promisedMs } = event;
  return {
    transfer_count: work.transfer_count + 1,
    waiting_since: at,
    preferred_id: event.toAgentId ?? null,
    ...(promisedMs !== undefined && { promised_ms: promisedMs, waits: '[]' }),
    ...(requirements !== undefined && { requirements: JSON.stringify(requirements) }),
  };
}

function firstAnswer(work: WorkRow, agentId: string, at: number): Partial<WorkRow> {
  return { answered_at: at, answered_by: agentId, answered_standing: work.offer_standing };
}

function laterColumns(later: Later | undefined): Pick<WorkRow, 'later_at' | 'later_set_at'> {
  return { later_at: later?.untilAt ?? null, later_set_at: later?.setAt ?? null };
}

/** For when it was put off, if that still counts. */
export function laterOf({
  later_at: untilAt,
  later_set_at: setAt,
}: Pick<WorkRow, 'later_at' | 'later_set_at'>): Later | undefined {
  return untilAt === null || setAt === null ? undefined : { untilAt, setAt };
}

/** Of an item that goes to and fro for months, its beginning and what is recent are kept. */
const HISTORY_ROWS_MAX = 400;

function extended(history: string, seq: number): string {
  const positions = history.split(' ');
  if (positions.at(-1) === String(seq)) return history;
  if (positions.length >= HISTORY_ROWS_MAX) positions.splice(1, 1);
  return [...positions, seq].join(' ');
}

/** The positions of the rows of the journal that speak of an item, as the view has them. */
export function historyOf({ history }: Pick<WorkRow, 'history'>): readonly number[] {
  return history.split(' ').map(Number);
}

/** When it waited until somebody accepted it, each time under what is promised for it now. */
export function waitsOf({ waits }: Pick<WorkRow, 'waits'>): readonly Interval[] {
  return JSON.parse(waits) as readonly Interval[];
}

/**
 * How somebody is known to the customer of the item that he is offered; `passed-over` where he is not,
 * while there is somebody with a bond.
 */
export function standingOf({
  reason,
  passedOver = [],
}: Extract<DeskEvent, { type: 'work-offered' }>): Standing | 'passed-over' | null {
  const standing = reason.code === 'best-suited' ? undefined : reason.standing;
  if (standing !== undefined) return standing;
  return passedOver.some(({ standing: other }) => other !== 'preferred' && other !== 'handler')
    ? 'passed-over'
    : null;
}
