import { Type } from 'typebox';
import { Attachment } from './attachment.ts';
import { At, Text } from './schemas.ts';

const strict = { additionalProperties: false } as const;

/** What was said, by whom; without words when they were erased. */
export const Message = Type.Object(
  {
    messageId: Text,
    ordinal: Type.Integer({ minimum: 1, description: 'Counts from 1, without gaps.' }),
    from: Type.Enum(['customer', 'agent', 'centre'], {
      description: '`centre`: by itself, in nobody’s name.',
    }),
    authorId: Type.Optional(Text),
    piiText: Type.Optional(Type.String()),
    isNote: Type.Boolean({ description: 'Colleagues see it, the customer does not.' }),
    attachments: Type.Optional(Type.Array(Attachment)),
    at: At,
  },
  strict,
);
