import { type Static, type TSchema, Type } from 'typebox';
import type { Access } from '../http/access.ts';
import { Text } from '../http/schemas.ts';
import { AlertsState } from './alert.ts';
import { EmergenciesState } from './emergencies.ts';
import { applyToFloor, FloorChange, FloorState } from './floor.ts';
import { NoticesState } from './notices.ts';
import { applyToConversation, ConversationChange, ConversationState } from './conversation.ts';
import { applyToQueue, QueueChange, QueueState } from './my-queue.ts';
import { WaitingState } from './my-waiting.ts';
import { applyToCards, CardChange, CardsState } from './my-cards.ts';
import { applyToPresence, PresenceChange, PresenceState } from './presence.ts';
import { SignsState } from './signs.ts';
import { applyToWallboard, WallboardChange, WallboardState } from './wallboard.ts';

/** What can be followed live, as server, clients, documentation and tests know it. */
export interface Topic {
  /** One sentence. */
  readonly summary: string;
  readonly access: Access;
  readonly params: TSchema;
  readonly state: TSchema;
  readonly changes: TSchema;
}

const strict = { additionalProperties: false } as const;
const none = Type.Object({}, strict);
const everybody = [
  'attendant',
  'agent',
  'staff',
  'supervisor',
  'planner',
  'care-owner',
  'administrator',
] as const;

/** Every topic, by name. */
export const TOPICS = {
  'my-queue': {
    summary: 'What the caller has in his hands as an agent: offered, active, on hold, in wrap-up.',
    access: { roles: ['agent', 'attendant'], scope: 'work:read', reach: 'self' },
    params: none,
    state: QueueState,
    changes: Type.Array(QueueChange),
  },
  'my-cards': {
    summary:
      'What the rows of the caller’s queue show: who it is, what was said last, until when. Whoever ' +
      'comes back gets a snapshot.',
    access: { roles: ['agent', 'attendant'], scope: 'work:read', reach: 'self' },
    params: none,
    state: CardsState,
    changes: Type.Array(CardChange),
  },
  signs: {
    summary:
      'Who has a conversation open, who is writing, what the customer has read. Always sent whole, ' +
      'as a snapshot. Whoever follows it as an agent counts as looking at it.',
    access: {
      roles: ['attendant', 'agent', 'supervisor', 'care-owner', 'administrator'],
      scope: 'interactions:read',
      reach: 'conversation',
    },
    params: Type.Object({ interactionId: Text }, strict),
    state: SignsState,
    changes: SignsState,
  },
  presence: {
    summary: 'The state of every agent.',
    access: { roles: everybody, scope: 'agents:read', reach: 'centre' },
    params: none,
    state: PresenceState,
    changes: Type.Array(PresenceChange),
  },
  people: {
    summary: 'The states of the agents on a screen.',
    access: { roles: everybody, scope: 'agents:read', reach: 'centre' },
    params: Type.Object(
      { agentIds: Type.Array(Text, { maxItems: 200, uniqueItems: true }) },
      strict,
    ),
    state: PresenceState,
    changes: Type.Array(PresenceChange),
  },
  wallboard: {
    summary: "The centre's figures, at most four times a second.",
    access: {
      roles: ['attendant', 'agent', 'supervisor', 'planner', 'care-owner', 'administrator'],
      scope: 'floor:read',
      reach: 'centre',
    },
    params: none,
    state: WallboardState,
    changes: WallboardChange,
  },
  floor: {
    summary:
      'Open items and who is there for them, at most four times a second. A supervisor sees what waits, and the agents of the teams that he leads with what they have; administrators and keys see all.',
    access: { roles: ['supervisor', 'administrator'], scope: 'floor:read', reach: 'centre' },
    params: none,
    state: FloorState,
    changes: FloorChange,
  },
  'my-notices': {
    summary: 'What supervisors tell the caller as an agent, until he has read it.',
    access: { roles: ['agent', 'attendant'], scope: 'work:read', reach: 'self' },
    params: none,
    state: NoticesState,
    changes: NoticesState,
  },
  'my-alerts': {
    summary:
      'What the caller was told, as an agent, of items that are late or going to be, and has not seen. ' +
      'Always sent whole, as a snapshot, at most four times a second.',
    access: { roles: ['agent', 'attendant'], scope: 'work:read', reach: 'self' },
    params: none,
    state: AlertsState,
    changes: AlertsState,
  },
  'my-waiting': {
    summary:
      'Who waits for the caller as an agent, because he chose to, because the desk keeps it for him, or because ' +
      'somebody named it. Always sent whole, as a snapshot, at most four times a second.',
    access: { roles: ['agent', 'attendant'], scope: 'work:read', reach: 'self' },
    params: none,
    state: WaitingState,
    changes: WaitingState,
  },
  emergencies: {
    summary:
      'When everybody is needed at once, so that nobody is kept for anybody; and whether an outage is suspected, ' +
      'because many missed live offers at once. Always sent whole, as a snapshot, at most once a second.',
    access: { roles: everybody, scope: 'floor:read', reach: 'centre' },
    params: none,
    state: EmergenciesState,
    changes: EmergenciesState,
  },
  conversation: {
    summary: 'What is said in an interaction. Its positions are the ordinals of its messages.',
    access: {
      roles: ['attendant', 'agent', 'supervisor', 'care-owner', 'administrator'],
      scope: 'interactions:read',
      reach: 'conversation',
    },
    params: Type.Object({ interactionId: Text }, strict),
    state: ConversationState,
    changes: Type.Array(ConversationChange),
  },
} as const satisfies Readonly<Record<string, Topic>>;

export type TopicName = keyof typeof TOPICS;
export type TopicParams<Name extends TopicName> = Static<(typeof TOPICS)[Name]['params']>;
export type TopicState<Name extends TopicName> = Static<(typeof TOPICS)[Name]['state']>;
export type TopicChanges<Name extends TopicName> = Static<(typeof TOPICS)[Name]['changes']>;

/** What makes a state of what came before and a delta's changes; the same for server and clients. */
export const FOLDS: {
  readonly [Name in TopicName]: (
    state: TopicState<Name>,
    changes: TopicChanges<Name>,
  ) => TopicState<Name>;
} = {
  'my-queue': applyToQueue,
  'my-cards': applyToCards,
  signs: (_, signs) => signs,
  presence: applyToPresence,
  people: applyToPresence,
  wallboard: applyToWallboard,
  floor: applyToFloor,
  'my-notices': (_state, notices) => notices,
  emergencies: (_state, emergencies) => emergencies,
  'my-alerts': (_state, alerts) => alerts,
  'my-waiting': (_state, waiting) => waiting,
  conversation: applyToConversation,
};
