import type { Role } from '@rapport/protocol';
import {
  Activity,
  ChartColumn,
  Inbox,
  type LucideIcon,
  MonitorPlay,
  Settings2,
} from 'lucide-react';
import type { Act } from '../keys/key-map.ts';
import type { Me } from '../session/session.ts';
import type { WordsId } from '../words/words.ts';

/** A screen that the rail leads to. */
export interface Place {
  readonly path: '/desk' | '/floor' | '/wallboard' | '/reports' | '/set-up';
  readonly name: WordsId;
  readonly Glyph: LucideIcon;
  readonly act: Act;
  /** Who has it in his rail. */
  readonly roles: readonly Role[];
}

/** In the order of the rail. */
const PLACES: readonly Place[] = [
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
    path: '/reports',
    name: 'place.reports',
    Glyph: ChartColumn,
    act: 'go.reports',
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

/** Where the work of a role begins, the first that somebody has. */
const HOMES: readonly (readonly [Role, Place['path']])[] = [
  ['agent', '/desk'],
  ['attendant', '/desk'],
  ['supervisor', '/floor'],
  ['administrator', '/set-up'],
  ['planner', '/reports'],
  ['care-owner', '/reports'],
];

/** Of whoever is signed in: what his screens follow from. */
type Who = Pick<Me, 'roles' | 'agentId'>;

/** The screens that somebody has in his rail; nobody has a desk who serves as nobody. */
export function placesOf({ roles, agentId }: Who): readonly Place[] {
  return PLACES.filter(
    (place) =>
      roles.some((role) => place.roles.includes(role)) &&
      (place.path !== '/desk' || agentId !== undefined),
  );
}

/** Where somebody begins; undefined where no screen is for him yet. */
export function homeOf(who: Who): Place['path'] | undefined {
  const paths = placesOf(who).map(({ path }) => path);
  return HOMES.find(([role, path]) => who.roles.includes(role) && paths.includes(path))?.[1];
}

/** Whether a path is a screen that somebody does not have. */
export function isForOthers(path: string, who: Who): boolean {
  const isUnder = (place: Place): boolean =>
    path === place.path || path.startsWith(`${place.path}/`);
  return PLACES.some(isUnder) && !placesOf(who).some(isUnder);
}
