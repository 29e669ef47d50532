import { type AgentId, asId, type CustomerId } from '@rapport/core';
import { type Random, randomOf } from '@rapport/planning';
import { createdId } from '@rapport/server';
import type { Topic } from '../words/topic.ts';
import { AGENTS, folded } from './agents.ts';
import { FIRM_NAMES, NAMES, PHONE_RANGES } from './names.ts';
import { pick, pickWeighted } from './pick.ts';

export interface DemoAccount {
  readonly id: string;
  readonly name: string;
  readonly tier: string;
}

/** A customer of the demo with whoever knows him. */
export interface DemoCustomer {
  readonly customerId: CustomerId;
  readonly name: string;
  readonly language: Topic['language'];
  readonly tier: 'standard' | 'plus' | 'vip';
  readonly accountId: string | undefined;
  readonly email: string;
  readonly phone: string;
  readonly needs: readonly { readonly kind: string; readonly piiText: string }[];
  readonly preferences: Preferences;
  readonly ownerId: AgentId | undefined;
  readonly deputyIds: readonly AgentId[];
}

interface Preferences {
  readonly replyChannel?: 'email' | 'chat' | 'phone';
  readonly contactHours?: { readonly from: string; readonly until: string };
}

export const CUSTOMER_COUNT = 2_000;
const ACCOUNT_COUNT = 90;
const TED_CUSTOMERS = 80;

const NEEDS = [
  { kind: 'hearing', piiText: 'Hard of hearing: write, do not call' },
  { kind: 'sight', piiText: 'Reads with a magnifier: large print on paper' },
  { kind: 'family', piiText: 'New baby: knock, do not ring the bell' },
  { kind: 'mobility', piiText: 'Uses a wheelchair: the display must hang at 110 cm' },
  { kind: 'mobility', piiText: 'Left-handed: service side on the left, please' },
  { kind: 'schedule', piiText: 'Works nights: no visits before noon' },
  { kind: 'health', piiText: 'Asthma: dust cover when drilling' },
  { kind: 'home', piiText: 'Dog in the yard: call from the gate' },
  { kind: 'home', piiText: 'Listed building: nothing visible on the street side' },
  { kind: 'language', piiText: 'Prefers simple words and short sentences' },
] as const;

/** The firms of the demo: the same for the same seed. */
export function drawAccounts(seed: number): readonly DemoAccount[] {
  return Array.from({ length: ACCOUNT_COUNT }, (_, index) => {
    const { first, last } = FIRM_NAMES;
    const name = `${first[index % first.length] ?? ''} ${last[Math.floor(index / first.length)] ?? ''}`;
    const random = randomOf(seed, `account ${index}`);
    const tier = pickWeighted(random, [
      ['standard', 6],
      ['plus', 3],
      ['vip', 1],
    ]);
    return { id: createdId('account', `demo ${seed} ${index}`), name, tier };
  });
}

/** The customers of the demo: the same for the same seed, the first ones Ted's. */
export function drawCustomers(seed: number): readonly DemoCustomer[] {
  const accounts = drawAccounts(seed);
  const addresses = new Set<string>();
  return Array.from({ length: CUSTOMER_COUNT }, (_, index) => {
    const random = randomOf(seed, `customer ${index}`);
    const language = pickWeighted(random, [
      ['en', 80],
      ['de', 13],
      ['fr', 7],
    ]);
    const name = `${pick(random, NAMES[language].first)} ${pick(random, NAMES[language].last)}`;
    const account = random() < 0.18 ? pick(random, accounts) : undefined;
    return {
      customerId: asId<'customer'>(createdId('customer', `demo ${seed} ${index}`)),
      name,
      // Ted speaks no French.
      language: index < TED_CUSTOMERS && language === 'fr' ? 'en' : language,
      tier: pickWeighted(random, [
        ['standard', 78],
        ['plus', 16],
        ['vip', 6],
      ]),
      accountId: account?.id,
      email: freeAddress(addresses, name, account?.name),
      phone: phoneOf(index),
      needs: random() < 0.3 ? [pick(random, NEEDS)] : [],
      preferences: preferencesOf(random),
      ...bondOf(random, index),
    };
  });
}

/** An address that nobody has yet, in a domain that does not exist. */
function freeAddress(taken: Set<string>, name: string, firm: string | undefined): string {
  const local = folded(name).replaceAll(' ', '.');
  const domain = firm === undefined ? 'mail' : folded(firm).replaceAll(' ', '-');
  for (let number = 1; ; number++) {
    const address = `${local}${number === 1 ? '' : number}@${domain}.example`;
    if (taken.has(address)) continue;
    taken.add(address);
    return address;
  }
}

function phoneOf(index: number): string {
  const range = PHONE_RANGES[index % PHONE_RANGES.length] ?? '';
  return `${range}${String(Math.floor(index / PHONE_RANGES.length)).padStart(3, '0')}`;
}

function preferencesOf(random: Random): Preferences {
  const chance = random();
  if (chance < 0.12) return { replyChannel: pick(random, ['email', 'chat', 'phone']) };
  if (chance < 0.22) return { contactHours: { from: '17:00', until: '20:00' } };
  return {};
}

/** Two of three customers are somebody's; some have deputies. */
function bondOf(random: Random, index: number): Pick<DemoCustomer, 'ownerId' | 'deputyIds'> {
  const others = AGENTS.slice(1);
  const owner = index < TED_CUSTOMERS ? AGENTS[0] : pick(random, others);
  const deputies = others.filter((agent) => agent !== owner && agent.teamId === owner?.teamId);
  if (index >= TED_CUSTOMERS && random() < 0.33) return { ownerId: undefined, deputyIds: [] };
  const deputyIds = random() < 0.6 ? [pick(random, deputies).agentId] : [];
  return { ownerId: owner?.agentId, deputyIds };
}
