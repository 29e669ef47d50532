import type { Role } from '@rapport/protocol';
import { type Me, useSession } from '../session/session.ts';
import type { SetUpWordsId } from './words/en.ts';

const ALL = ['administrator', 'planner', 'care-owner', 'supervisor'] as const;

/** The rooms of set-up, in the order of its list, and who may look into them. */
export const ROOMS = [
  { room: 'start', roles: ['administrator'] },
  { room: 'organisation', roles: ALL },
  { room: 'people', roles: ['administrator', 'supervisor'] },
  { room: 'skills', roles: ['administrator', 'planner', 'supervisor'] },
  { room: 'skill-names', roles: ['administrator', 'planner', 'supervisor'] },
  { room: 'hours', roles: ALL },
  { room: 'promises', roles: ALL },
  { room: 'agreements', roles: ALL },
  { room: 'credits', roles: ['administrator', 'care-owner', 'supervisor'] },
  { room: 'policy', roles: ['administrator', 'planner'] },
  { room: 'channels', roles: ALL },
  { room: 'outcomes', roles: ALL },
  { room: 'imports', roles: ['administrator'] },
  { room: 'settings', roles: ALL },
  { room: 'history', roles: ['administrator', 'care-owner'] },
] as const satisfies readonly { readonly room: string; readonly roles: readonly Role[] }[];

export type RoomName = (typeof ROOMS)[number]['room'];

/** The name of a room, as it is said. */
export function roomWords(room: RoomName): SetUpWordsId {
  return `room.${room}`;
}

/** Whoever is signed in; the shell draws nothing before somebody is. */
export function useMe(): Me | undefined {
  const session = useSession();
  return session.kind === 'signed-in' ? session.me : undefined;
}

/** Whether whoever is signed in has one of these roles. */
export function useIsOneOf(roles: readonly Role[]): boolean {
  return useMe()?.roles.some((role) => roles.includes(role)) ?? false;
}
