import { type Static, Type } from 'typebox';
import { At, Channel, Text } from '../http/schemas.ts';

const strict = { additionalProperties: false } as const;

/** How late an item is or will be, or that it was handed on too often, as core names it. */
export const RUNGS = ['predicted', 'approaching', 'exceeded', 'handed-on'] as const;

/** That an item which nobody has answered is late, or going to be. */
export const Alert = Type.Object(
  {
    rung: Type.Enum([...RUNGS]),
    advice: Type.Enum(['hurry', 'hand-one-over', 'call-back-later', 'find-somebody']),
    since: At,
    agentId: Type.Optional({ ...Text, description: 'Who was told first.' }),
    isEscalated: Type.Boolean({ description: 'Whether those who watch over it were told.' }),
    isSeen: Type.Boolean({ description: 'Whether somebody has said that he saw it.' }),
  },
  strict,
);

export type Alert = Static<typeof Alert>;

/** What an agent was told and has not seen yet, the most urgent first. */
export const AlertsState = Type.Object(
  {
    alerts: Type.Array(
      Type.Object(
        { workId: Text, channel: Channel, ...Alert.properties, dueAt: Type.Optional(At) },
        strict,
      ),
    ),
  },
  strict,
);

export type AlertsState = Static<typeof AlertsState>;
