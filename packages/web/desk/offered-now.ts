import type { CallbackChoice } from '@rapport/protocol';

/**
 * Who calls and at which moments, of those who could by now. What was chosen stays among them while it may be had:
 * before somebody's first moment he is not free, after it he may be. Nothing else is chosen in its place.
 */
export function offeredNow(
  callers: readonly CallbackChoice[],
  { agentId, at }: { readonly agentId: string; readonly at: number | undefined },
) {
  const caller = callers.find((each) => each.agentId === agentId) ?? callers[0];
  const { moments = [] } = caller ?? {};
  const first = moments[0] ?? Infinity;
  const isKept = caller?.agentId === agentId && at !== undefined && at >= first;
  if (!isKept) return { caller, moments, kept: undefined };
  if (moments.includes(at)) return { caller, moments, kept: at };
  return { caller, moments: [...moments, at].sort((a, b) => a - b), kept: at };
}
