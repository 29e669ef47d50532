import type { Desk } from '../desk.ts';
import {
  type AccountRecord,
  type AgentRecord,
  type CustomerRecord,
  type Declaration,
  type Known,
  KNOWN_MAX,
  type WorkRecord,
} from '../desk-records.ts';
import { dayOf } from '../time.ts';
import type { Standing } from '../work/reasons.ts';
import { DEPUTY_STRENGTH, OWNER_STRENGTH, withoutRoom } from './bond-of.ts';
import { groupOf } from './customers.ts';
import {
  addKnown,
  copyKnown,
  isForgotten,
  KNOWN_WIDTH,
  knownAt,
  listKnown,
  placeOf,
  standingAt,
  strengthAt,
} from './known.ts';

/** A bond with the account counts for its people, but is not one with the person himself. Source: ADR 19. */
const ACCOUNT_OWNER_STRENGTH = 0.7;
const ACCOUNT_DEPUTY_STRENGTH = 0.5;

/** Whether his bond alone says who knows a customer. */
export function isPlain({ terms, account }: CustomerRecord): boolean {
  return terms === undefined && account === undefined;
}

/** Whether this person wants somebody new. */
export function hasNewPreferred(customer: CustomerRecord): boolean {
  if (customer.terms === undefined) return false;
  return groupOf(customer).some(({ terms }) => terms?.isNewPreferred === true);
}

/** A team as it grows: nobody who is retired, nobody twice, nobody beyond `KNOWN_MAX`. */
interface Growing {
  readonly desk: Desk;
  readonly known: number[];
}

/** Who knows a customer by all that is said of him, in the order of `knownAgents`, on the day of this item. */
export function careTeam(desk: Desk, customer: CustomerRecord, work: WorkRecord): Known {
  const growing: Growing = { desk, known: [] };
  const group = groupOf(customer);
  const own = group.flatMap(({ terms }) => terms?.declarations ?? []).filter(appliesTo(work));
  for (const declaration of inOrder(own.filter((each) => breadth(each) > 0))) {
    addDeclared(growing, declaration, ['topic-owner', 'topic-deputy']);
  }
  let isOwned = false;
  for (const declaration of group.flatMap((each) => generalOf(desk, each, work))) {
    addDeclared(growing, declaration, [isOwned ? 'deputy' : 'owner', 'deputy']);
    isOwned ||= declaration.owner !== undefined && !declaration.owner.isRetired;
  }
  addEarned(growing, group, work);
  const declarations = (accountOfGroup(group)?.declarations ?? []).filter(appliesTo(work));
  for (const declaration of inOrder(declarations)) {
    addDeclared(growing, declaration, ['account-owner', 'account-deputy']);
  }
  return withoutRoom(growing.known);
}

function appliesTo({ topic, class: { need }, receivedAt }: WorkRecord) {
  return (declaration: Declaration): boolean =>
    (declaration.topic ?? topic) === topic &&
    (declaration.channel ?? need.channel) === need.channel &&
    (declaration.untilAt === undefined || receivedAt < declaration.untilAt);
}

/**
 * Topic and channel before the topic alone, that before the channel alone, and everything in general last;
 * of the same scope what holds for a while first.
 */
function inOrder(declarations: readonly Declaration[]): readonly Declaration[] {
  const passing = ({ untilAt }: Declaration): number => (untilAt === undefined ? 0 : 1);
  return declarations.toSorted((a, b) => breadth(b) - breadth(a) || passing(b) - passing(a));
}

function breadth({ topic, channel }: Declaration): number {
  return (topic === undefined ? 0 : 2) + (channel === undefined ? 0 : 1);
}

/** What is declared of a customer in general: for ever, or until a moment that is still to come. */
function generalOf(
  desk: Desk,
  { bond = [], terms }: CustomerRecord,
  work: WorkRecord,
): readonly Declaration[] {
  const all = listKnown(desk, bond);
  const owner = all.find(({ standing }) => standing === 'owner')?.agent;
  const deputies = all.filter(({ standing }) => standing === 'deputy').map(({ agent }) => agent);
  const passing = (terms?.declarations ?? []).filter((each) => breadth(each) === 0);
  const lasting = { owner, deputies, topic: undefined, channel: undefined, untilAt: undefined };
  return [...passing.filter(appliesTo(work)), lasting];
}

function accountOfGroup(group: readonly CustomerRecord[]): AccountRecord | undefined {
  return group.find(({ account }) => account !== undefined)?.account;
}

function addDeclared(
  { desk, known }: Growing,
  { owner, deputies }: Declaration,
  [ownerStanding, deputyStanding]: readonly [Standing, Standing],
): void {
  const isOfAccount = deputyStanding === 'account-deputy';
  const asOwner = isOfAccount ? ACCOUNT_OWNER_STRENGTH : OWNER_STRENGTH;
  const asDeputy = isOfAccount ? ACCOUNT_DEPUTY_STRENGTH : DEPUTY_STRENGTH;
  const strengthOf = (standing: Standing): number =>
    standing === deputyStanding ? asDeputy : asOwner;
  const named: (readonly [AgentRecord, Standing])[] = [
    ...(owner === undefined ? [] : [[owner, ownerStanding] as const]),
    ...deputies.map((agent) => [agent, deputyStanding] as const),
  ];
  for (const [agent, standing] of named) {
    if (!hasRoomFor({ desk, known }, agent)) continue;
    addKnown(known, { agent, standing, strength: strengthOf(standing) });
  }
}

/** Of several records of one person, whoever is strongest on the day comes first. */
function addEarned(growing: Growing, group: readonly CustomerRecord[], work: WorkRecord): void {
  const { desk, known } = growing;
  const day = dayOf(work.receivedAt);
  const places = group.flatMap(({ bond = [] }) => {
    const earned: { readonly bond: Known; readonly place: number; readonly strength: number }[] =
      [];
    for (let place = 0; place < bond.length; place += KNOWN_WIDTH) {
      if (standingAt(bond, place) !== 'earned' || isForgotten(desk, bond, place, day)) continue;
      earned.push({ bond, place, strength: strengthAt(desk, bond, place, work.receivedAt) });
    }
    return earned;
  });
  // Of one record they are in their order already, and stay in it.
  if (group.length > 1) places.sort((a, b) => b.strength - a.strength);
  for (const { bond, place } of places) {
    if (hasRoomFor(growing, knownAt(desk, bond, place))) copyKnown(known, bond, place);
  }
}

function hasRoomFor({ known }: Growing, agent: AgentRecord): boolean {
  if (known.length === KNOWN_MAX * KNOWN_WIDTH) return false;
  return !agent.isRetired && placeOf(known, agent) === -1;
}
