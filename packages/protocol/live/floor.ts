import { type Static, Type } from 'typebox';
import { At, Channel, Requirement, Text } from '../http/schemas.ts';
import { Alert } from './alert.ts';
import { Callback } from './callback.ts';
import { AgentPresence } from './presence.ts';

const strict = { additionalProperties: false } as const;
const Count = Type.Integer({ minimum: 0 });

/** That an item is kept for some who know its customer, although somebody else could take it. */
const Reservation = Type.Object(
  {
    agentIds: Type.Array(Text),
    untilAt: At,
    isChosen: Type.Optional(
      Type.Literal(true, {
        description:
          'For this one alone: its customer chose to wait for him, as `choice` says; without that, because he promised to call and that is due.',
      }),
    ),
  },
  strict,
);

/** For whom a customer chose to wait, of those who know him, or that he wants whoever is free first. */
export const CustomersChoice = Type.Object(
  {
    agentId: Type.Optional({ ...Text, description: 'Absent where it is whoever is free first.' }),
  },
  strict,
);

/** An open item as whoever watches over the floor sees it. */
const FloorItem = Type.Object(
  {
    workId: Text,
    customerId: Type.Optional(Text),
    channel: Channel,
    promiseId: Text,
    priority: Type.Number(),
    requirements: Type.Array(Requirement, {
      description: 'What whoever takes it must be able to do.',
    }),
    receivedAt: At,
    status: Type.Enum(['waiting', 'offered', 'active', 'on-hold', 'deferred', 'wrap-up']),
    statusSince: At,
    agentId: Type.Optional({ ...Text, description: 'Who is offered it, or carries it.' }),
    expiresAt: Type.Optional({
      ...At,
      description: 'When the offer ends, or when the wrap-up completes by itself.',
    }),
    preferredId: Type.Optional({
      ...Text,
      description: 'For whom somebody named it, when assigning or transferring it.',
    }),
    reservation: Type.Optional(Reservation),
    callback: Type.Optional(Callback),
    choice: Type.Optional(CustomersChoice),
    silentSince: Type.Optional({
      ...At,
      description: 'In a chat: since when its customer is silent, so that it weighs nothing.',
    }),
    asideForId: Type.Optional({
      ...Text,
      description: 'For which live item whoever carries it has put it aside.',
    }),
    waitingSince: {
      ...At,
      description: 'When its present or last wait began: its receipt, else its last transfer.',
    },
    dueAt: Type.Optional({
      ...At,
      description:
        'By when it is to be answered, as routing counts: the target in service time, without the time in which somebody served it. Absent where the service hours end before.',
    }),
    targetMs: { ...Count, description: 'The promised time, in service time.' },
    alert: Type.Optional(Alert),
  },
  strict,
);

/** What waiting items ask for, and how many in the centre could take it. */
const WaitingKind = Type.Object(
  {
    channel: Channel,
    requirements: Type.Array(Requirement),
    ableCount: { ...Count, description: 'Agents who have what it asks for, on duty or not.' },
    readyCount: { ...Count, description: 'Of these, those who are ready.' },
    freeCount: {
      ...Count,
      description:
        'Of these, those with room who are offered nothing. While something of the kind waits, they have declined or missed it.',
    },
    backAt: Type.Optional({
      ...At,
      description: 'When the first of those who are able and not ready means to be back.',
    }),
  },
  strict,
);

/** Open items and the people who are there for them, as far as the caller watches over them. */
export const FloorState = Type.Object(
  {
    openCount: {
      ...Count,
      description:
        'All open items that the caller sees; the list has at most the 2,000 oldest of these.',
    },
    items: Type.Array(FloorItem),
    agents: Type.Array(AgentPresence),
    kinds: Type.Array(WaitingKind, {
      description: 'What of which something waits, looked at once a second.',
    }),
  },
  strict,
);

/** What is new or otherwise, whole, and what is gone. */
export const FloorChange = Type.Object(
  {
    openCount: Type.Optional(Count),
    items: Type.Optional(Type.Array(FloorItem)),
    goneWorkIds: Type.Optional(Type.Array(Text)),
    agents: Type.Optional(Type.Array(AgentPresence)),
    goneAgentIds: Type.Optional(Type.Array(Text)),
    kinds: Type.Optional(Type.Array(WaitingKind)),
  },
  strict,
);

export type CustomersChoice = Static<typeof CustomersChoice>;
export type Reservation = Static<typeof Reservation>;
export type WaitingKind = Static<typeof WaitingKind>;
export type FloorItem = Static<typeof FloorItem>;
export type FloorState = Static<typeof FloorState>;
export type FloorChange = Static<typeof FloorChange>;

/** The floor after a change. */
export function applyToFloor(state: FloorState, change: FloorChange): FloorState {
  return {
    openCount: change.openCount ?? state.openCount,
    items: merged(state.items, change.items, change.goneWorkIds, ({ workId }) => workId),
    agents: merged(state.agents, change.agents, change.goneAgentIds, ({ agentId }) => agentId),
    kinds: change.kinds ?? state.kinds,
  };
}

/** The same text for what asks for the same, in whatever order. */
export function kindOf({
  channel,
  requirements,
}: Pick<WaitingKind, 'channel' | 'requirements'>): string {
  const skills = requirements.map(({ skill, minLevel }) => JSON.stringify([skill, minLevel]));
  return `${channel}${skills.sort().join('')}`;
}

/** The same list where nothing of it changed. */
function merged<Entry>(
  before: Entry[],
  renewed: readonly Entry[] = [],
  gone: readonly string[] = [],
  idOf: (entry: Entry) => string,
): Entry[] {
  if (renewed.length === 0 && gone.length === 0) return before;
  const byId = new Map(before.map((entry) => [idOf(entry), entry]));
  for (const id of gone) byId.delete(id);
  for (const entry of renewed) byId.set(idOf(entry), entry);
  return [...byId.values()];
}
