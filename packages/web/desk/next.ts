import { type DeskRow, isSpoken, LIVE } from './rows.ts';

/** What there is to do about an item. */
export type Doing = 'accept' | 'talk' | 'call' | 'reply' | 'come-back' | 'wrap-up' | 'help';

export interface NextStep {
  readonly row: DeskRow;
  readonly doing: Doing;
  /** By when; absent where nothing is promised. */
  readonly dueAt: number | undefined;
}

/**
 * What presses most of everything on the desk: what is offered, whoever is being spoken with, what is late,
 * who waits live, what is to be wrapped up, who asked for help, and then by until when. Undefined where it is
 * everybody else's turn.
 */
export function nextOf(rows: readonly DeskRow[], now: number): NextStep | undefined {
  let next: NextStep | undefined;
  for (const row of rows) {
    const step = stepOf(row);
    if (step !== undefined && (next === undefined || compare(step, next, now) < 0)) next = step;
  }
  return next;
}

/**
 * Who has waited longest for me, and since when: to be taken, counted as on the floor, or, of those whom I
 * serve, for a reply.
 */
export function longestOf(
  rows: readonly DeskRow[],
): { readonly row: DeskRow; readonly since: number } | undefined {
  let longest: { row: DeskRow; since: number } | undefined;
  for (const row of rows) {
    const since = waitsSince(row);
    if (since !== undefined && since < (longest?.since ?? Infinity)) longest = { row, since };
  }
  return longest;
}

/** Since when somebody waits for me; undefined while nobody does, or until a moment that was agreed. */
function waitsSince(row: DeskRow): number | undefined {
  const { card, status } = row;
  const isMine = status === 'offered' || status === 'active' || status === 'on-hold';
  if (!isMine || isSpoken(row) || card?.dueAt === undefined || card.laterAt !== undefined) {
    return undefined;
  }
  return card.dueAt - card.wholeMs;
}

function stepOf(row: DeskRow): NextStep | undefined {
  const dueAt = row.deadline?.dueAt;
  const doing = doingOf(row);
  return doing === undefined ? undefined : { row, doing, dueAt };
}

function doingOf(row: DeskRow): Doing | undefined {
  const { status, card, deadline } = row;
  if (status === 'offered') return 'accept';
  if (status === 'wrap-up') return 'wrap-up';
  if (status === 'helping') return 'help';
  if (isSpoken(row)) return 'talk';
  if (deadline === undefined) return undefined;
  const isPutOff = status === 'deferred' || card?.laterAt !== undefined;
  return isPutOff ? comingBack(row) : 'reply';
}

function comingBack({ card }: DeskRow): Doing {
  return card?.callback === undefined ? 'come-back' : 'call';
}

function compare(a: NextStep, b: NextStep, now: number): number {
  return (
    rankOf(a, now) - rankOf(b, now) ||
    (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) ||
    a.row.receivedAt - b.row.receivedAt ||
    (a.row.workId < b.row.workId ? -1 : 1)
  );
}

const RANKS: Readonly<Partial<Record<Doing, number>>> = {
  accept: 0,
  talk: 1,
  'wrap-up': 4,
  help: 5,
};

function rankOf({ row, doing, dueAt = Infinity }: NextStep, now: number): number {
  const rank = RANKS[doing];
  if (rank !== undefined) return rank;
  if (dueAt <= now) return 2;
  return LIVE.has(row.channel) && doing === 'reply' ? 3 : 6;
}
