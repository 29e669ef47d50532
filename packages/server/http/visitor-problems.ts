import type { Problem } from '@rapport/protocol';

export const ENTRY_CLOSED: Problem = {
  type: 'entry-closed',
  title: 'Nobody can begin here at present.',
  status: 409,
};
