import type { Card, QueueItem } from '@rapport/protocol';
import type { Deadline } from '../design/Deadline.tsx';

export type Group = 'now' | 'due' | 'theirs' | 'help';

/** The order of the groups, from what presses most. */
export const GROUPS: readonly Group[] = ['now', 'due', 'theirs', 'help'];

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
}

/** Channels on which somebody waits at this moment, once he is served. */
const LIVE: ReadonlySet<string> = new Set(['phone', 'video', 'chat', 'walk-up']);

/**
 * The rows of a desk in their order: late ones and those who are served live, then by until when, then
 * those whose turn it is, then what others ask for.
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

function rowOf(item: QueueItem, card: Card | undefined, now: number): DeskRow {
  const { workId, channel, status, receivedAt } = item;
  const deadline = deadlineOf(item, card);
  return {
    workId,
    channel,
    status,
    group: groupOf(item, card, { deadline, now }),
    card,
    customerId: item.customerId ?? card?.customerId,
    interactionId: card?.interactionId,
    deadline,
    receivedAt,
  };
}

function helpOf(card: Card): DeskRow {
  const { workId, channel, customerId, interactionId, lastAt = 0 } = card;
  const row = { workId, channel, card, customerId, interactionId, receivedAt: lastAt };
  return { ...row, status: 'helping', group: 'help', deadline: undefined };
}

function deadlineOf(item: QueueItem, card: Card | undefined): Deadline | undefined {
  const { expiresAt, statusSince, status } = item;
  if (expiresAt !== undefined) return { dueAt: expiresAt, wholeMs: expiresAt - statusSince };
  // Nobody waits for what is written down afterwards.
  if (status === 'wrap-up' || card?.dueAt === undefined) return undefined;
  return { dueAt: card.dueAt, wholeMs: card.wholeMs };
}

function groupOf(
  { status, channel }: QueueItem,
  card: Card | undefined,
  { deadline, now }: { readonly deadline: Deadline | undefined; readonly now: number },
): Group {
  if (status === 'offered' || status === 'wrap-up') return 'now';
  if (deadline !== undefined && deadline.dueAt <= now) return 'now';
  if (card?.laterAt !== undefined) return 'due';
  if (LIVE.has(channel)) return 'now';
  return card !== undefined && deadline === undefined ? 'theirs' : 'due';
}

function compare(a: DeskRow, b: DeskRow): number {
  return (
    GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) ||
    Number(b.status === 'offered') - Number(a.status === 'offered') ||
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
  inGroup.splice(Math.min(at, inGroup.length), 0, { ...chosen, group });
  return GROUPS.flatMap((each) =>
    each === group ? inGroup : others.filter((row) => row.group === each),
  );
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
