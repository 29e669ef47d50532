import type { FloorState } from '@rapport/protocol';
import type { ChannelName } from '../design/ChannelGlyph.tsx';
import { toneOf } from '../design/time-left.ts';

export type FloorItem = FloorState['items'][number];
export type Presence = FloorState['agents'][number];

/** What is written down of an agent beside what he is doing. */
export interface Profile {
  readonly agentId: string;
  readonly name: string;
  readonly teamId: string | undefined;
  readonly capacity: {
    readonly units: number;
    readonly weights: Readonly<Partial<Record<ChannelName, number>>>;
  };
}

/** An agent with all that he has. */
export interface Person {
  readonly presence: Presence;
  readonly profile: Profile | undefined;
  readonly name: string;
  readonly items: readonly FloorItem[];
  /** Units taken by what he carries; what he is offered takes none yet. */
  readonly usedUnits: number;
  readonly units: number;
  readonly isOffered: boolean;
}

/** Why an item stands among those at risk. */
export type Why = 'late' | 'nobody' | 'soon' | 'named-away' | 'longest';

export interface Risk {
  readonly item: FloorItem;
  readonly why: Why;
  /** Whether anybody could take it now. */
  readonly isSomebodyFree: boolean;
}

/** Until an agent's profile is here: as everybody is made. */
const UNITS = 12;

/** Everybody, the most loaded first; the signed-out at the end, by name. */
export function peopleOf(
  { agents, items }: Pick<FloorState, 'agents' | 'items'>,
  profiles: ReadonlyMap<string, Profile>,
): readonly Person[] {
  const held = Map.groupBy(items, ({ agentId }) => agentId ?? '');
  const people = agents.map((presence) => {
    const profile = profiles.get(presence.agentId);
    const his = held.get(presence.agentId) ?? [];
    const carried = his.filter(({ status }) => status !== 'offered');
    const weights = profile?.capacity.weights ?? {};
    return {
      presence,
      profile,
      name: profile?.name ?? presence.agentId,
      items: his,
      usedUnits: carried.reduce((sum, { channel }) => sum + (weights[channel] ?? 0), 0),
      units: profile?.capacity.units ?? UNITS,
      isOffered: carried.length < his.length,
    };
  });
  return people.sort(
    (a, b) =>
      Number(isOff(a)) - Number(isOff(b)) ||
      b.usedUnits / b.units - a.usedUnits / a.units ||
      a.name.localeCompare(b.name) ||
      (a.presence.agentId < b.presence.agentId ? -1 : 1),
  );
}

/** Whether somebody could be offered an item of this channel now; what it asks for is not looked at. */
export function isFree(person: Person, channel: ChannelName): boolean {
  const { presence, profile, usedUnits, units, isOffered } = person;
  const weight = profile?.capacity.weights[channel];
  return (
    presence.state === 'ready' &&
    !presence.isBusy &&
    !isOffered &&
    weight !== undefined &&
    usedUnits + weight <= units
  );
}

/**
 * What is late or will be: unanswered items beyond their promise or with less than a fifth of it left, and
 * those kept for somebody who is not available, the earliest promise first; then the one that waits longest.
 */
export function risksOf(
  items: readonly FloorItem[],
  people: readonly Person[],
  now: number,
): readonly Risk[] {
  const byId = new Map(people.map((person) => [person.presence.agentId, person]));
  const free = new Map<ChannelName, boolean>();
  const isSomebodyFree = (channel: ChannelName): boolean => {
    let known = free.get(channel);
    if (known === undefined)
      free.set(channel, (known = people.some((person) => isFree(person, channel))));
    return known;
  };
  const risks: Risk[] = [];
  let longest: FloorItem | undefined;
  for (const item of items) {
    if (!isUnanswered(item)) continue;
    if (longest === undefined || item.waitingSince < longest.waitingSince) longest = item;
    const isFreeForIt = isSomebodyFree(item.channel);
    const named = item.preferredId === undefined ? undefined : byId.get(item.preferredId);
    const why = whyOf(item, { now, isSomebodyFree: isFreeForIt, named });
    if (why !== undefined) risks.push({ item, why, isSomebodyFree: isFreeForIt });
  }
  risks.sort((a, b) => dueOf(a.item) - dueOf(b.item) || (a.item.workId < b.item.workId ? -1 : 1));
  if (longest === undefined || risks.some(({ item }) => item === longest)) return risks;
  const isSomebody = isSomebodyFree(longest.channel);
  return [...risks, { item: longest, why: 'longest', isSomebodyFree: isSomebody }];
}

export function isUnanswered({ status }: FloorItem): boolean {
  return status === 'waiting' || status === 'offered';
}

export function isLate(item: FloorItem, now: number): boolean {
  return isUnanswered(item) && item.dueAt !== undefined && item.dueAt < now;
}

/** The first promise that ends, of what nobody has answered. */
export function nextDueAt(items: readonly FloorItem[]): number | undefined {
  const first = Math.min(...items.filter(isUnanswered).map(dueOf));
  return first < Infinity ? first : undefined;
}

function whyOf(
  item: FloorItem,
  {
    now,
    isSomebodyFree,
    named,
  }: {
    readonly now: number;
    readonly isSomebodyFree: boolean;
    readonly named: Person | undefined;
  },
): Why | undefined {
  const tone = item.dueAt === undefined ? 'on-track' : toneOf(item.dueAt - now, item.targetMs);
  if (tone === 'late') return 'late';
  const isWaiting = item.status === 'waiting';
  if (isWaiting && named !== undefined && named.presence.state !== 'ready') return 'named-away';
  if (tone === 'on-track') return undefined;
  return isWaiting && !isSomebodyFree ? 'nobody' : 'soon';
}

function dueOf({ dueAt }: FloorItem): number {
  return dueAt ?? Infinity;
}

function isOff({ presence, items }: Person): boolean {
  return presence.state === 'signed-out' && items.length === 0;
}
