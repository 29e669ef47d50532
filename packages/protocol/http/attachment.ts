import { Type } from 'typebox';
import { Line } from './customer-schemas.ts';
import { Text } from './schemas.ts';

const strict = { additionalProperties: false } as const;

/** A file that came with a message. */
export const Attachment = Type.Object(
  {
    attachmentId: Text,
    piiName: Line,
    contentType: Type.String(),
    sizeBytes: Type.Integer({ minimum: 1 }),
  },
  strict,
);

/** Files that one message brings. */
export const ATTACHMENTS_MAX = 10;

/** A larger file is to be shared otherwise. */
export const ATTACHMENT_BYTES_MAX = 10_000_000;
