import type { BondEvent, DeskEvent } from '@rapport/core';
import type { Selectable } from 'kysely';
import type { ViewBondTable } from '../store/tables.ts';
import type { View } from './view.ts';

type BondRow = Selectable<ViewBondTable>;
type Changed = Extract<BondEvent, { type: 'bond-changed' }>;

/** A bond beside the general one: for a topic, a channel, or a while. */
type Declared = Pick<Changed, 'topic' | 'channel' | 'ownerId' | 'deputyIds' | 'untilAt' | 'origin'>;

/** What is said of a bond beside owner, deputies and who has earned it. */
export interface SaidOfBond {
  /** Of what is declared in general and for good. */
  readonly origin?: NonNullable<Changed['origin']>;
  readonly accountId?: string;
  readonly declarations: readonly Declared[];
  readonly isNewPreferred: boolean;
  readonly refusals: readonly { readonly agentId: string; readonly by: 'customer' | 'agent' }[];
}

/** Strength and moment by agent. */
export type EarnedOfBond = Readonly<
  Record<string, { readonly strength: number; readonly at: number }>
>;

const NOTHING_SAID: SaidOfBond = { declarations: [], isNewPreferred: false, refusals: [] };
/** So many of the last changes of a bond are told. */
const HISTORY_ROWS_MAX = 100;

/** Every customer of whom bonds say anything. */
export const bondView: View<'view_bond'> = {
  table: 'view_bond',
  columns: {
    id: 'text',
    owner_id: 'text',
    deputy_ids: 'text',
    earned: 'text',
    said: 'text',
    merged_into: 'text',
    history: 'text',
  },
  idOf: customerOfEvent,
  evolve(row, event, { centre, at, seq }) {
    const id = customerOfEvent(event) ?? '';
    const bond = row ?? { ...NOBODY, centre, id };
    if (event.type === 'bond-earned') return { ...bond, earned: withEarned(bond, event, at) };
    const history = [...historyOfBond(bond), seq].slice(-HISTORY_ROWS_MAX).join(' ');
    return { ...bond, history, ...changes(bond, event, at) };
  },
};

const NOBODY = {
  owner_id: null,
  deputy_ids: '[]',
  earned: '{}',
  said: JSON.stringify(NOTHING_SAID),
  merged_into: null,
  history: '',
};

/** Whose bond it changes: of two records that are one person, the one that no longer counts. */
function customerOfEvent(event: DeskEvent): string | undefined {
  switch (event.type) {
    case 'bond-changed':
    case 'bond-earned':
    case 'customer-placed':
    case 'bond-wishes-set':
      return event.customerId;
    case 'customers-merged':
    case 'customers-split':
      return event.mergedId;
    default:
      return undefined;
  }
}

/** The positions of the rows of the journal that say what was declared of a bond. */
export function historyOfBond({ history }: Pick<BondRow, 'history'>): readonly number[] {
  return history === '' ? [] : history.split(' ').map(Number);
}

function withEarned(
  { earned }: BondRow,
  { agentId, strength }: Extract<BondEvent, { type: 'bond-earned' }>,
  at: number,
): string {
  const all: EarnedOfBond = {
    ...(JSON.parse(earned) as EarnedOfBond),
    [agentId]: { strength, at },
  };
  return JSON.stringify(
    Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
}

function changes(bond: BondRow, event: DeskEvent, at: number): Partial<BondRow> {
  const said = JSON.parse(bond.said) as SaidOfBond;
  const saying = (more: SaidOfBond): Partial<BondRow> => ({ said: JSON.stringify(more) });
  switch (event.type) {
    case 'bond-changed':
      return declared(said, event, at);
    case 'customer-placed':
      return saying(withValue(said, 'accountId', event.accountId));
    case 'bond-wishes-set':
      return saying({ ...said, isNewPreferred: event.isNewPreferred, refusals: event.refusals });
    case 'customers-merged':
      return { merged_into: event.customerId };
    case 'customers-split':
      return { merged_into: null };
    default:
      return {};
  }
}

/** By the rule of the desk: what is for good ends all of its scope; what is for a while, that for a while. */
function declared(said: SaidOfBond, event: Changed, at: number): Partial<BondRow> {
  const { topic, channel, ownerId, deputyIds, untilAt, origin } = event;
  const rest = said.declarations.filter(
    (each) =>
      (each.untilAt === undefined || each.untilAt > at) &&
      (each.topic !== topic ||
        each.channel !== channel ||
        (each.untilAt === undefined && untilAt !== undefined)),
  );
  const isScoped = topic !== undefined || channel !== undefined;
  if (!isScoped && untilAt === undefined) {
    const next = { ...withValue(said, 'origin', origin), declarations: rest };
    return {
      owner_id: ownerId ?? null,
      deputy_ids: JSON.stringify(deputyIds),
      said: JSON.stringify(next),
    };
  }
  const isNobody = ownerId === undefined && deputyIds.length === 0;
  // What is undefined goes when it is written as JSON.
  const one = { topic, channel, ownerId, deputyIds, untilAt, origin };
  return { said: JSON.stringify({ ...said, declarations: isNobody ? rest : [...rest, one] }) };
}

/** With this value in place of what was there; undefined takes it away. */
function withValue<Name extends 'accountId' | 'origin'>(
  said: SaidOfBond,
  name: Name,
  value: SaidOfBond[Name] | undefined,
): SaidOfBond {
  return { ...said, [name]: value };
}
