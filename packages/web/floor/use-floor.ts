import type { WaitingKind, WallboardState } from '@rapport/protocol';
import { useState } from 'react';
import { useNow } from '../design/clock.ts';
import { useTopic } from '../live/live.ts';
import { type Directory, useDirectory } from './directory.ts';
import {
  createPeople,
  type FloorItem,
  kindsOf,
  type Person,
  type Risk,
  risksOf,
} from './floor-model.ts';

/** The floor as it is drawn. */
export interface FloorView {
  /** Why it may not be followed. */
  readonly declined: string | undefined;
  readonly wallboard: WallboardState | undefined;
  readonly directory: Directory;
  readonly items: readonly FloorItem[] | undefined;
  readonly openCount: number;
  readonly people: readonly Person[] | undefined;
  readonly byId: ReadonlyMap<string, Person>;
  readonly risks: readonly Risk[] | undefined;
  /** Who could take an item, while it waits. */
  readonly kindFor: (item: FloorItem) => WaitingKind | undefined;
}

const UNKNOWN = {
  items: undefined,
  openCount: 0,
  people: undefined,
  byId: new Map<string, Person>(),
  risks: undefined,
  kindFor: () => undefined,
} as const;

/** Follows the floor, and makes of it who does what and what is at risk. */
export function useFloor(): FloorView {
  const floor = useTopic('floor', {});
  const wallboard = useTopic('wallboard', {});
  const directory = useDirectory();
  const now = useNow();
  const [peopleOf] = useState(createPeople);
  const around = {
    declined: floor.kind === 'declined' ? floor.title : undefined,
    wallboard: wallboard.kind === 'known' ? wallboard.state : undefined,
    directory,
  };
  if (floor.kind !== 'known') return { ...around, ...UNKNOWN };
  const { items, openCount } = floor.state;
  const { all, byId } = peopleOf(floor.state, directory.profiles, now);
  const kindFor = kindsOf(floor.state);
  const risks = risksOf({ items, kindFor }, byId, now);
  return { ...around, items, openCount, people: all, byId, risks, kindFor };
}
