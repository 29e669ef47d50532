import type { Role } from '@rapport/protocol';
import { Activity, Inbox, type LucideIcon, MonitorPlay, Settings2 } from 'lucide-react';
import type { Act } from '../keys/key-map.ts';
import type { WordsId } from '../words/words.ts';

/** A screen that the rail leads to. */
export interface Place {
  readonly path: '/desk' | '/floor' | '/wallboard' | '/set-up';
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
  {
    path: '/floor',
    name: 'place.floor',
    Glyph: Activity,
    act: 'go.floor',
    roles: ['supervisor', 'administrator'],
  },
  {
    path: '/wallboard',
    name: 'place.wallboard',
    Glyph: MonitorPlay,
    act: 'go.wallboard',
    roles: ['supervisor', 'planner', 'care-owner', 'administrator'],
  },
  {
    path: '/set-up',
    name: 'place.set-up',
    Glyph: Settings2,
    act: 'go.set-up',
    roles: ['administrator', 'planner', 'care-owner', 'supervisor'],
  },
];
