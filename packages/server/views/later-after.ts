import type { DeskEvent, Instant } from '@rapport/core';

/** Until when an item was put off, and when that was said. */
export interface Later {
  readonly untilAt: Instant;
  readonly setAt: Instant;
}

/**
 * The moment for which an item was put off, after an event of its own. It stays when it has come, since
 * somebody was promised it; it ends when the item is taken up before, recalled or handed on.
 */
export function laterAfter(
  before: Later | undefined,
  event: DeskEvent,
  { status, at }: { readonly status: string; readonly at: Instant },
): Later | undefined {
  switch (event.type) {
    case 'work-deferred':
      return { untilAt: event.untilAt, setAt: at };
    case 'callback-promised':
      return { untilAt: event.dueAt, setAt: at };
    case 'work-resumed':
      return status === 'deferred' ? undefined : before;
    case 'work-recalled':
    case 'work-transferred':
      return undefined;
    default:
      return before;
  }
}
