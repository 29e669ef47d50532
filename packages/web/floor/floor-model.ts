import { type FloorState, kindOf, type WaitingKind } from '@rapport/protocol';
import type { ChannelName } from '../design/ChannelGlyph.tsx';
import { toneOf } from '../design/time-left.ts';

export type FloorItem = FloorState['items'][number];
export type Presence = FloorState['agents'][number];

/** What is written down of an agent beside what he is doing. */
export interface Profile {
  readonly agentId: string;
  readonly name: string;
  readonly teamId: string | undefined;
  readonly skills: readonly { readonly skill: string; readonly level: number }[];
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
  /** Units taken by what he carries; what he is offered, has put off, or has from silent customers takes none. */
  readonly usedUnits: number;
  readonly units: number;
  readonly isOffered: boolean;
}

/** Why an item stands among those at risk. */
export type Why = 'late' | 'soon' | 'predicted' | 'handed-on' | 'named-away' | 'longest';

export interface Risk {
  readonly item: FloorItem;
  readonly why: Why;
  /** Whether nobody waits longer. */
  readonly isLongest: boolean;
  /** Who in the centre could take it, while it waits. */
  readonly kind: WaitingKind | undefined;
}

/** Until an agent's profile is here: as everybody is made. */
const UNITS = 12;

/** The people of a floor that changes, in an order that one can look at. */
export interface People {
  readonly all: readonly Person[];
  readonly byId: ReadonlyMap<string, Person>;
}

/** For so long everybody keeps his place, so that who is looked for is where he was. */
const PLACE_KEPT_MS = 10_000;

/**
 * Returns what makes people of a floor: the most loaded first, the signed-out at the end, by name. Places
 * are given anew every ten seconds, and when somebody comes or goes; who has not changed is the same
 * object as the time before, and so is the whole where nobody has.
 */
export function createPeople(): (
  floor: Pick<FloorState, 'agents' | 'items'>,
  profiles: ReadonlyMap<string, Profile>,
  now: number,
) => People {
  let people: People = { all: [], byId: new Map() };
  let placedAt = -Infinity;
  return ({ agents, items }, profiles, now) => {
    const held = Map.groupBy(items, ({ agentId }) => agentId ?? '');
    const { byId: before } = people;
    const byId = new Map<string, Person>();
    for (const presence of agents) {
      const { agentId } = presence;
      const person = personOf(presence, profiles.get(agentId), held.get(agentId) ?? NOTHING);
      const earlier = before.get(agentId);
      byId.set(agentId, earlier !== undefined && isSame(earlier, person) ? earlier : person);
    }
    const isSameCrew = before.size === byId.size && [...byId.keys()].every((id) => before.has(id));
    if (isSameCrew && now - placedAt < PLACE_KEPT_MS) {
      const isUnchanged = people.all.every((each) => byId.get(each.presence.agentId) === each);
      if (isUnchanged) return people;
      people = {
        byId,
        all: people.all.flatMap(({ presence }) => byId.get(presence.agentId) ?? []),
      };
      return people;
    }
    placedAt = now;
    people = { byId, all: [...byId.values()].sort(comparePeople) };
    return people;
  };
}

const NOTHING: readonly FloorItem[] = [];

function personOf(
  presence: Presence,
  profile: Profile | undefined,
  items: readonly FloorItem[],
): Person {
  const weighing = items.filter(isWeighing);
  const weights = profile?.capacity.weights ?? {};
  return {
    presence,
    profile,
    name: profile?.name ?? presence.agentId,
    items,
    usedUnits: weighing.reduce((sum, { channel }) => sum + (weights[channel] ?? 0), 0),
    units: profile?.capacity.units ?? UNITS,
    isOffered: items.some(({ status }) => status === 'offered'),
  };
}

/** As the desk counts it. */
function isWeighing({ status, silentSince }: FloorItem): boolean {
  return status !== 'offered' && status !== 'deferred' && silentSince === undefined;
}

function isSame(a: Person, b: Person): boolean {
  return (
    a.presence === b.presence &&
    a.profile === b.profile &&
    a.items.length === b.items.length &&
    a.items.every((item, index) => item === b.items[index])
  );
}

function comparePeople(a: Person, b: Person): number {
  return (
    Number(isOff(a)) - Number(isOff(b)) ||
    b.usedUnits / b.units - a.usedUnits / a.units ||
    a.name.localeCompare(b.name) ||
    (a.presence.agentId < b.presence.agentId ? -1 : 1)
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

/** Who in the centre could take an item; undefined unless it waits. */
export function kindsOf({
  kinds,
}: Pick<FloorState, 'kinds'>): (item: FloorItem) => WaitingKind | undefined {
  const byKind = new Map(kinds.map((kind) => [kindOf(kind), kind]));
  return (item) => (item.status === 'waiting' ? byKind.get(kindOf(item)) : undefined);
}

/**
 * What is late or will be: unanswered items beyond their promise or with less than a fifth of it left, those
 * of which the desk foresees it, and those kept for somebody who is not available, the earliest promise first; then the one that waits longest.
 */
export function risksOf(
  {
    items,
    kindFor,
  }: { readonly items: readonly FloorItem[]; readonly kindFor: ReturnType<typeof kindsOf> },
  byId: ReadonlyMap<string, Person>,
  now: number,
): readonly Risk[] {
  const risks: Omit<Risk, 'isLongest'>[] = [];
  let longest: FloorItem | undefined;
  for (const item of items) {
    if (!isUnanswered(item)) continue;
    if (longest === undefined || item.waitingSince < longest.waitingSince) longest = item;
    const why = whyOf(item, byId.get(item.preferredId ?? ''), now);
    if (why !== undefined) risks.push({ item, why, kind: kindFor(item) });
  }
  risks.sort((a, b) => dueOf(a.item) - dueOf(b.item) || (a.item.workId < b.item.workId ? -1 : 1));
  if (longest !== undefined && !risks.some(({ item }) => item === longest)) {
    risks.push({ item: longest, why: 'longest', kind: kindFor(longest) });
  }
  return risks.map((risk) => ({ ...risk, isLongest: risk.item === longest }));
}

/** What somebody lacks of what an item asks for. */
export function lacks(
  { profile }: Person,
  { requirements }: Pick<FloorItem, 'requirements'>,
): readonly string[] {
  if (profile === undefined) return [];
  const levels = new Map(profile.skills.map(({ skill, level }) => [skill, level]));
  return requirements.flatMap(({ skill, minLevel }) =>
    (levels.get(skill) ?? 0) < minLevel ? skill : [],
  );
}

export function isUnanswered({ status }: FloorItem): boolean {
  return status === 'waiting' || status === 'offered';
}

/** Whether it is meant for somebody, by hand or by the rule. */
export function isKept({ preferredId, reservation }: FloorItem): boolean {
  return preferredId !== undefined || reservation !== undefined;
}

/** Of what nobody has, how many items are kept for somebody who knows their customer. */
export function reservedCountOf(items: readonly FloorItem[]): number {
  return items.filter(({ reservation }) => reservation !== undefined).length;
}

export function isLate(item: FloorItem, now: number): boolean {
  return isUnanswered(item) && item.dueAt !== undefined && item.dueAt < now;
}

/** The first promise that ends, of what nobody has answered. */
export function nextDueAt(items: readonly FloorItem[]): number | undefined {
  const first = Math.min(...items.filter(isUnanswered).map(dueOf));
  return first < Infinity ? first : undefined;
}

function whyOf(item: FloorItem, named: Person | undefined, now: number): Why | undefined {
  const tone = item.dueAt === undefined ? 'on-track' : toneOf(item.dueAt - now, item.targetMs);
  if (tone === 'late') return 'late';
  const isNamedAway = named !== undefined && named.presence.state !== 'ready';
  if (item.status === 'waiting' && isNamedAway) return 'named-away';
  if (tone !== 'on-track') return 'soon';
  const rung = item.alert?.rung;
  return rung === 'predicted' || rung === 'handed-on' ? rung : undefined;
}

function dueOf({ dueAt }: FloorItem): number {
  return dueAt ?? Infinity;
}

function isOff({ presence, items }: Person): boolean {
  return presence.state === 'signed-out' && items.length === 0;
}
