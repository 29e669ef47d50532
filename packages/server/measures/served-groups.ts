import type { FirstWait } from '@rapport/core';

/** Where the item says nothing. In brackets, because a division or a tier may itself be called `none`. */
const NO_GROUP = '(none)';

/**
 * For which division and which tier an item came in, as its event says; each item is in one group of either,
 * so that the groups of a dimension add up to all. Not by site: an item belongs to none, only teams do.
 */
export function servedGroups({ service }: FirstWait['received']): {
  readonly division: string;
  readonly tier: string;
} {
  return { division: service?.divisionId ?? NO_GROUP, tier: service?.tier ?? NO_GROUP };
}
