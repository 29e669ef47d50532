import { type Static, Type } from 'typebox';
import { At, Text } from '../http/schemas.ts';
import { Absence, WindDown } from '../http/agent-days.ts';

const strict = { additionalProperties: false } as const;
const State = Type.Enum(['signed-out', 'ready', 'not-ready']);

/** Whether an agent takes part, and since when. */
export const AgentPresence = Type.Object(
  {
    agentId: Text,
    state: State,
    reason: Type.Optional(Text),
    returnAt: Type.Optional(At),
    stateSince: At,
    isBusy: Type.Boolean({ description: 'He takes no new work although he is on duty.' }),
    isUnreachable: Type.Optional(
      Type.Literal(true, { description: 'His desk has lost its line; he is offered nothing.' }),
    ),
    windDown: Type.Optional(WindDown),
    absence: Type.Optional(Absence),
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
  Type.Object(
    { type: Type.Literal('wind-down'), agentId: Text, windDown: Type.Optional(WindDown) },
    strict,
  ),
  Type.Object(
    { type: Type.Literal('absence'), agentId: Text, absence: Type.Optional(Absence) },
    strict,
  ),
  Type.Object(
    { type: Type.Literal('reachability'), agentId: Text, isReachable: Type.Boolean() },
    strict,
  ),
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
  if (change.type === 'reachability') {
    return withReach(before ?? unknown(agentId), change.isReachable);
  }
  if (change.type === 'wind-down' || change.type === 'absence') {
    return withDay(before ?? unknown(agentId), change);
  }
  switch (change.type) {
    case 'registered':
      return { agentId, state: 'signed-out', stateSince: change.stateSince, isBusy: false };
    case 'state':
      return withState(before, change);
    case 'busy': {
      return { ...(before ?? unknown(agentId)), isBusy: change.isBusy };
    }
    case 'retired':
      return undefined;
  }
}

function withState(
  before: AgentPresence | undefined,
  change: Extract<PresenceChange, { type: 'state' }>,
): AgentPresence {
  const { agentId, state, reason, returnAt, stateSince } = change;
  return {
    agentId,
    state,
    ...(reason !== undefined && { reason }),
    ...(returnAt !== undefined && { returnAt }),
    stateSince,
    isBusy: before?.isBusy ?? false,
    ...(before?.isUnreachable && { isUnreachable: true }),
    ...daysOf(before ?? {}),
  };
}

function withReach(before: AgentPresence, isReachable: boolean): AgentPresence {
  const after = { ...before };
  if (isReachable) delete after.isUnreachable;
  else after.isUnreachable = true;
  return after;
}

/** An agent whose day is otherwise now. */
function withDay(
  { windDown, absence, ...rest }: AgentPresence,
  change: Extract<PresenceChange, { type: 'wind-down' | 'absence' }>,
): AgentPresence {
  return change.type === 'wind-down'
    ? { ...rest, ...daysOf({ windDown: change.windDown, absence }) }
    : { ...rest, ...daysOf({ windDown, absence: change.absence }) };
}

function unknown(agentId: string): AgentPresence {
  return { agentId, state: 'signed-out', stateSince: 0, isBusy: false };
}

/** What of somebody's day there is. */
function daysOf({
  windDown,
  absence,
}: {
  readonly windDown?: AgentPresence['windDown'] | undefined;
  readonly absence?: AgentPresence['absence'] | undefined;
}): Pick<AgentPresence, 'windDown' | 'absence'> {
  return { ...(windDown && { windDown }), ...(absence && { absence }) };
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
