import type { AskedCallback, CallbackChoice } from '@rapport/protocol';

/** A call that could be promised: by whom, and when. */
export type Call = Pick<AskedCallback, 'agentId' | 'dueAt'>;

interface CallsIn {
  /** As they are shown, with who calls. */
  readonly calls: readonly (Call & { readonly piiName: string })[];
  /** What was chosen, where it may still be had. */
  readonly kept: Call | undefined;
}

/**
 * The calls of a list, and with them the one that was chosen from a list before it. As time goes on the moments
 * of a list move on with it, and leave out others that are as free: before somebody's first moment he is not free,
 * after it he may be.
 */
export function callsIn(callbacks: readonly CallbackChoice[], chosen: Call | undefined): CallsIn {
  const theirs = callbacks.find(({ agentId }) => agentId === chosen?.agentId);
  const first = theirs?.moments[0];
  const kept = chosen && first !== undefined && chosen.dueAt >= first ? chosen : undefined;
  const calls = callbacks.flatMap(({ agentId, piiName, moments }) => {
    const isLeftOut = kept?.agentId === agentId && !moments.includes(kept.dueAt);
    const all = isLeftOut ? [...moments, kept.dueAt].sort((a, b) => a - b) : moments;
    return all.map((dueAt) => ({ agentId, dueAt, piiName }));
  });
  return { calls, kept };
}

export function keyOf({ agentId, dueAt }: Call): string {
  return `${agentId} ${dueAt}`;
}
