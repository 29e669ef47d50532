import type { Role } from '@rapport/protocol';
import { Inbox, type LucideIcon } from 'lucide-react';
import type { Act } from '../keys/key-map.ts';
import type { WordsId } from '../words/words.ts';

/** A screen that the rail leads to. */
export interface Place {
  readonly path: '/desk';
  readonly name: WordsId;
  readonly Glyph: LucideIcon;
  readonly act: Act;
  /** Who has it in his rail. */
  readonly roles: readonly Role[];
}

/** In the order of the rail. */
export const PLACES: readonly Place[] = [
  {
    path: '/desk',
    name: 'place.desk',
    Glyph: Inbox,
    act: 'go.desk',
    roles: ['agent', 'attendant'],
  },
];
