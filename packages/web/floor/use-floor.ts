import type { WallboardState } from '@rapport/protocol';
import { useMemo } from 'react';
import { useNow } from '../design/clock.ts';
import { useTopic } from '../live/live.ts';
import { type Directory, useDirectory } from './directory.ts';
import { type FloorItem, peopleOf, type Person, type Risk, risksOf } from './floor-model.ts';

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
}

const NOBODY: readonly Person[] = [];

/** Follows the floor, and makes of it who does what and what is at risk. */
export function useFloor(): FloorView {
  const floor = useTopic('floor', {});
  const wallboard = useTopic('wallboard', {});
  const directory = useDirectory();
  const now = useNow();
  const state = floor.kind === 'known' ? floor.state : undefined;
  const { profiles } = directory;
  const people = useMemo(() => state && peopleOf(state, profiles), [state, profiles]);
  const byId = useMemo(
    () => new Map((people ?? NOBODY).map((person) => [person.presence.agentId, person])),
    [people],
  );
  return {
    declined: floor.kind === 'declined' ? floor.title : undefined,
    wallboard: wallboard.kind === 'known' ? wallboard.state : undefined,
    directory,
    items: state?.items,
    openCount: state?.openCount ?? 0,
    people,
    byId,
    risks: state && people && risksOf(state.items, people, now),
  };
}
