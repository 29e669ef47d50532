import { type Static, Type } from 'typebox';
import { At, Text } from '../http/schemas.ts';

const strict = { additionalProperties: false } as const;

/** What somebody who watches over the floor tells an agent; it stands on his desk until he has read it. */
const Notice = Type.Object(
  {
    noticeId: Text,
    piiFromName: Type.String(),
    piiText: Type.String(),
    at: At,
  },
  strict,
);

/** What the agent has not read yet, the oldest first. */
export const NoticesState = Type.Object({ notices: Type.Array(Notice) }, strict);

export type NoticesState = Static<typeof NoticesState>;
