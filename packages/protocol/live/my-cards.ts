import { type Static, Type } from 'typebox';
import { At, Channel, Text } from '../http/schemas.ts';
import { Callback } from './callback.ts';
import { CustomersChoice } from './floor.ts';

const strict = { additionalProperties: false } as const;

/** What a row of a queue shows of an item, beside how it stands at the desk. */
const Card = Type.Object(
  {
    workId: Text,
    channel: Channel,
    interactionId: Type.Optional(Text),
    customerId: Type.Optional(Text),
    piiName: Type.Optional(Type.String()),
    tier: Type.Optional(Text),
    language: Type.Optional(Type.String()),
    piiSubject: Type.Optional(Type.String()),
    piiLastText: Type.Optional(Type.String({ description: 'How the last message begins.' })),
    lastFrom: Type.Optional(Type.Enum(['customer', 'agent', 'centre'])),
    lastAt: Type.Optional(At),
    unreadCount: Type.Integer({ minimum: 0 }),
    dueAt: Type.Optional({
      ...At,
      description: 'By when somebody is to be answered; absent while it is his turn.',
    }),
    wholeMs: Type.Integer({
      minimum: 0,
      description: 'How long was promised, from then to `dueAt`.',
    }),
    laterAt: Type.Optional({ ...At, description: 'Until when it was put off.' }),
    choice: Type.Optional(CustomersChoice),
    silentSince: Type.Optional({
      ...At,
      description: 'In a chat: since when its customer is silent, so that it weighs nothing.',
    }),
    asideForId: Type.Optional({
      ...Text,
      description: 'For which live item whoever carries it has put it aside.',
    }),
    standing: Type.Optional(
      Type.Enum(['owner', 'deputy', 'earned'], { description: 'How the caller knows him.' }),
    ),
    callback: Type.Optional(Callback),
    piiPhone: Type.Optional({
      ...Text,
      description: 'Where he is to be called, with its country.',
    }),
    askedBy: Type.Optional({ ...Text, description: 'The agent who asks the caller for help.' }),
  },
  strict,
);

/** Cards of what the caller carries, is offered, or was asked to help with. */
export const CardsState = Type.Object({ cards: Type.Array(Card) }, strict);

/** A card that is new or otherwise, whole, or one that is no longer the caller’s. */
export const CardChange = Type.Union([
  Type.Object({ type: Type.Literal('put'), card: Card }, strict),
  Type.Object({ type: Type.Literal('gone'), workId: Text }, strict),
]);

export type Card = Static<typeof Card>;
export type CardsState = Static<typeof CardsState>;
export type CardChange = Static<typeof CardChange>;

/** The cards after these changes; what has not changed is the same object. */
export function applyToCards(state: CardsState, changes: readonly CardChange[]): CardsState {
  const cards = new Map(state.cards.map((card) => [card.workId, card]));
  for (const change of changes) {
    if (change.type === 'put') cards.set(change.card.workId, change.card);
    else cards.delete(change.workId);
  }
  return { cards: [...cards.values()] };
}
