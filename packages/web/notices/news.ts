/** An item as far as it may call for attention. */
export interface Seen {
  readonly workId: string;
  readonly name: string;
  readonly isOffered: boolean;
  readonly unreadCount: number;
  /** Until when the offer stands. */
  readonly expiresAt: number | undefined;
}

export interface News {
  readonly kind: 'offer' | 'message';
  readonly item: Seen;
}

/**
 * What is new since before: items that were not offered yet, and messages that were not there. Of what
 * is there when the page opens, offers alone are news.
 */
export function newsOf(
  before: readonly Seen[] | undefined,
  after: readonly Seen[],
): readonly News[] {
  const known = new Map(before?.map((item) => [item.workId, item]));
  return after.flatMap((item): News | [] => {
    const earlier = known.get(item.workId);
    if (item.isOffered) return earlier?.isOffered === true ? [] : { kind: 'offer', item };
    if (before === undefined) return [];
    return item.unreadCount > (earlier?.unreadCount ?? 0) ? { kind: 'message', item } : [];
  });
}
