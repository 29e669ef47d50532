import { type Static, Type } from 'typebox';
import { At, Text } from '../http/schemas.ts';

const strict = { additionalProperties: false } as const;
const State = Type.Enum(['signed-out', 'ready', 'not-ready']);

/** Whether an agent takes part, and since when. */
const AgentPresence = Type.Object(
  {
    agentId: Text,
    state: State,
    reason: Type.Optional(Text),
    returnAt: Type.Optional(At),
    stateSince: At,
    isBusy: Type.Boolean({ description: 'He takes no new work although he is on duty.' }),
  },
  strict,
);

/** Agents by their ids, least first. */
export const PresenceState = Type.Object({ agents: Type.Array(AgentPresence) }, strict);

/** What became of an agent. */
export const PresenceChange = Type.Union([
  Type.Object({ type: Type.Literal('registered'), agentId: Text, stateSince: At }, strict),
  Type.Object(
    {
      type: Type.Literal('state'),
      agentId: Text,
      state: State,
      reason: Type.Optional(Text),
      returnAt: Type.Optional(At),
      stateSince: At,
    },
    strict,
  ),
  Type.Object({ type: Type.Literal('busy'), agentId: Text, isBusy: Type.Boolean() }, strict),
  Type.Object({ type: Type.Literal('retired'), agentId: Text }, strict),
]);

export type AgentPresence = Static<typeof AgentPresence>;
export type PresenceState = Static<typeof PresenceState>;
export type PresenceChange = Static<typeof PresenceChange>;

/** Agents after these changes. */
export function applyToPresence(
  { agents }: PresenceState,
  changes: readonly PresenceChange[],
): PresenceState {
  const after = [...agents];
  for (const change of changes) {
    const place = placeOf(after, change.agentId);
    const before = after[place];
    const isKnown = before?.agentId === change.agentId;
    const now = presenceAfter(isKnown ? before : undefined, change);
    after.splice(place, isKnown ? 1 : 0, ...(now === undefined ? [] : [now]));
  }
  return { agents: after };
}

/** One agent after a change; undefined when he is none any more. */
export function presenceAfter(
  before: AgentPresence | undefined,
  change: PresenceChange,
): AgentPresence | undefined {
  const { agentId } = change;
  switch (change.type) {
    case 'registered':
      return { agentId, state: 'signed-out', stateSince: change.stateSince, isBusy: false };
    case 'state': {
      const { state, reason, returnAt, stateSince } = change;
      return {
        agentId,
        state,
        ...(reason !== undefined && { reason }),
        ...(returnAt !== undefined && { returnAt }),
        stateSince,
        isBusy: before?.isBusy ?? false,
      };
    }
    case 'busy': {
      const unknown = { agentId, state: 'signed-out', stateSince: 0 } as const;
      return { ...(before ?? unknown), isBusy: change.isBusy };
    }
    case 'retired':
      return undefined;
  }
}

/** Where this agent stands, or would stand. */
function placeOf(agents: readonly AgentPresence[], agentId: string): number {
  let low = 0;
  let high = agents.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((agents[middle]?.agentId ?? '') < agentId) low = middle + 1;
    else high = middle;
  }
  return low;
}
