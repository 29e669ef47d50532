import type { Card, QueueItem } from '@rapport/protocol';
import type { Deadline } from '../design/Deadline.tsx';

export type Group = 'now' | 'due' | 'theirs' | 'help' | 'offered';

/** The order of the groups, from what presses most; what is offered stands apart, below them. */
const GROUPS: readonly Group[] = ['now', 'due', 'theirs', 'help', 'offered'];
/** The groups of the list. */
export const LISTED_GROUPS = ['now', 'due', 'theirs', 'help'] as const;

/** An item as the desk shows it. */
export interface DeskRow {
  readonly workId: string;
  readonly channel: QueueItem['channel'];
  /** `helping` where somebody else carries it. */
  readonly status: QueueItem['status'] | 'helping';
  readonly group: Group;
  /** Undefined for a moment, until it has come. */
  readonly card: Card | undefined;
  readonly customerId: string | undefined;
  readonly interactionId: string | undefined;
  /** Absent while it is the customer's turn. */
  readonly deadline: Deadline | undefined;
  readonly receivedAt: number;
  /** While it is put aside: for which other item of its matter. */
  readonly pausedById: string | undefined;
}

/** Channels on which somebody waits at this moment, once he is served. */
export const LIVE: ReadonlySet<string> = new Set(['phone', 'video', 'chat', 'walk-up']);

/** Channels on which who is served is spoken with. */
const SPOKEN: ReadonlySet<string> = new Set(['phone', 'video', 'walk-up']);

/** Whether somebody is being spoken with, or called as he was promised, so that nothing is owed to him in writing. */
export function isSpoken({
  channel,
  status,
  card,
}: Pick<DeskRow, 'channel' | 'status' | 'card'>): boolean {
  const isServed = status === 'active' || status === 'on-hold';
  return isServed && (SPOKEN.has(channel) || card?.callback !== undefined);
}

/** The row last made of an item or a card, so that one that has not changed is not drawn anew. */
const made = new WeakMap<object, DeskRow>();

/**
 * The rows of a desk in their order: late ones and those who are served live, then by until when, then
 * those whose turn it is, then what others ask for, and what is offered. What has not changed is the same
 * row.
 */
export function rowsOf(
  items: readonly QueueItem[],
  cards: readonly Card[],
  now: number,
): readonly DeskRow[] {
  const byId = new Map(cards.map((card) => [card.workId, card]));
  const mine = items.map((item) => rowOf(item, byId.get(item.workId), now));
  const helping = cards.filter(({ askedBy }) => askedBy !== undefined).map(helpOf);
  return [...mine, ...helping].sort(compare);
}

/** For which other item it is put aside: one of its matter, or a call. */
export function asideForOf({ pausedById, card }: DeskRow): string | undefined {
  return pausedById ?? card?.asideForId;
}

function rowOf(item: QueueItem, card: Card | undefined, now: number): DeskRow {
  const { workId, channel, status, receivedAt, pausedById } = item;
  const deadline = deadlineOf(item, card);
  const group = groupOf(item, card, { deadline, now });
  const before = made.get(item);
  if (before?.card === card && before?.group === group) return before;
  const row = {
    workId,
    channel,
    status,
    group,
    card,
    customerId: item.customerId ?? card?.customerId,
    interactionId: card?.interactionId,
    deadline,
    receivedAt,
    pausedById,
  };
  made.set(item, row);
  return row;
}

function helpOf(card: Card): DeskRow {
  const before = made.get(card);
  if (before !== undefined) return before;
  const { workId, channel, customerId, interactionId, lastAt = 0 } = card;
  const from = { workId, channel, card, customerId, interactionId, receivedAt: lastAt };
  const row: DeskRow = { ...from, status: 'helping', group: 'help', ...NOTHING_DUE };
  made.set(card, row);
  return row;
}

const NOTHING_DUE = { deadline: undefined, pausedById: undefined } as const;

function deadlineOf(item: QueueItem, card: Card | undefined): Deadline | undefined {
  const { expiresAt, deferredUntil, statusSince, status, pausedById } = item;
  // What it is put aside for is being answered.
  if (pausedById !== undefined) return undefined;
  if (expiresAt !== undefined) return { dueAt: expiresAt, wholeMs: expiresAt - statusSince };
  if (deferredUntil !== undefined) {
    return { dueAt: deferredUntil, wholeMs: deferredUntil - statusSince };
  }
  // Nobody waits for what is written down afterwards, nor who is being spoken with.
  const isBeingSpoken = isSpoken({ ...item, card });
  if (status === 'wrap-up' || isBeingSpoken || card?.dueAt === undefined) return undefined;
  return { dueAt: card.dueAt, wholeMs: card.wholeMs };
}

function groupOf(
  item: QueueItem,
  card: Card | undefined,
  { deadline, now }: { readonly deadline: Deadline | undefined; readonly now: number },
): Group {
  const { status, channel } = item;
  if (status === 'offered') return 'offered';
  const isLate = deadline !== undefined && deadline.dueAt <= now;
  if (isLate || status === 'wrap-up' || isSpoken({ ...item, card })) return 'now';
  if (isPutOff(item, card)) return 'due';
  if (LIVE.has(channel) && !isSilent(card)) return 'now';
  return card !== undefined && deadline === undefined ? 'theirs' : 'due';
}

/** Whether it was agreed for a moment, also once that has come. */
function isPutOff({ status }: QueueItem, card: Card | undefined): boolean {
  return status === 'deferred' || card?.laterAt !== undefined;
}

/** Whether the customer of a chat has not written for so long that nobody waits for him at the moment. */
function isSilent(card: Card | undefined): boolean {
  return card?.silentSince !== undefined;
}

function compare(a: DeskRow, b: DeskRow): number {
  return (
    GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) ||
    (a.deadline?.dueAt ?? Infinity) - (b.deadline?.dueAt ?? Infinity) ||
    a.receivedAt - b.receivedAt ||
    (a.workId < b.workId ? -1 : 1)
  );
}

/**
 * The rows, with the one that somebody is in kept in the group and at the place where it was, so that
 * it does not move under his hands.
 */
export function keepPlace(
  rows: readonly DeskRow[],
  before: readonly DeskRow[],
  chosenId: string | undefined,
): readonly DeskRow[] {
  const chosen = rows.find(({ workId }) => workId === chosenId);
  const earlier = before.find(({ workId }) => workId === chosenId);
  if (chosen === undefined || earlier === undefined) return rows;
  if (chosen.status !== earlier.status) return rows;
  const { group } = earlier;
  const at = before.filter((row) => row.group === group).indexOf(earlier);
  const others = rows.filter((row) => row !== chosen);
  const inGroup = others.filter((row) => row.group === group);
  inGroup.splice(Math.min(at, inGroup.length), 0, inGroupOf(chosen, group));
  return GROUPS.flatMap((each) =>
    each === group ? inGroup : others.filter((row) => row.group === each),
  );
}

/** Rows that stay where they are while somebody points at them or is among them, and what that keeps back. */
export interface HeldRows {
  readonly rows: readonly DeskRow[];
  /** Rows that are not shown yet. */
  readonly newCount: number;
  /** Rows that press more by now than the group says in which they stand. */
  readonly soonerCount: number;
}

/**
 * The rows in the places that they had before, without those that are gone. What is new is kept back, but
 * for what is offered, which stands apart, and what somebody has just chosen.
 */
export function holdRows(
  rows: readonly DeskRow[],
  before: readonly DeskRow[],
  chosenId: string | undefined,
): HeldRows {
  const byId = new Map(rows.map((row) => [row.workId, row]));
  const held: DeskRow[] = [];
  let soonerCount = 0;
  for (const { workId, group } of before) {
    const row = byId.get(workId);
    // What was offered and is now in hand comes in where it belongs.
    if (row === undefined || (group === 'offered') !== (row.group === 'offered')) continue;
    byId.delete(workId);
    if (GROUPS.indexOf(row.group) < GROUPS.indexOf(group)) soonerCount += 1;
    held.push(inGroupOf(row, group));
  }
  let newCount = 0;
  for (const row of byId.values()) {
    const isShown = row.group === 'offered' || row.workId === chosenId;
    if (!isShown) newCount += 1;
    else held.splice(placeOf(held, row), 0, row);
  }
  return { rows: held, newCount, soonerCount };
}

function placeOf(rows: readonly DeskRow[], row: DeskRow): number {
  const at = rows.findIndex((each) => GROUPS.indexOf(each.group) > GROUPS.indexOf(row.group));
  return at < 0 ? rows.length : at;
}

function inGroupOf(row: DeskRow, group: Group): DeskRow {
  return row.group === group ? row : { ...row, group };
}

/** How many are late, and how many will be within five minutes. */
export function pressing(
  rows: readonly DeskRow[],
  now: number,
): { readonly lateCount: number; readonly soonCount: number } {
  let lateCount = 0;
  let soonCount = 0;
  for (const { deadline, status } of rows) {
    if (deadline === undefined || status === 'offered') continue;
    if (deadline.dueAt <= now) lateCount += 1;
    else if (deadline.dueAt <= now + 5 * 60_000) soonCount += 1;
  }
  return { lateCount, soonCount };
}
