import type { ConversationMessage } from '@rapport/protocol';
import type { Selectable } from 'kysely';
import type { MessageTable } from '../store/customer-tables.ts';

/** A message as routes and live updates show it; without words when they were erased. */
export function messageAnswer(row: Selectable<MessageTable>): ConversationMessage {
  return {
    messageId: row.id,
    ordinal: row.ordinal,
    // The table's writers know these two.
    from: row.author_kind as ConversationMessage['from'],
    ...(row.author_id !== null && { authorId: row.author_id }),
    ...(row.pii_text !== null && { piiText: row.pii_text }),
    isNote: row.is_note,
    ...(row.pii_attachments !== '[]' && {
      // The table's writers know what is in it.
      attachments: JSON.parse(row.pii_attachments) as ConversationMessage['attachments'] & object,
    }),
    at: row.at,
  };
}
