import type { Channel, Instant, Requirement } from '@rapport/core';
import type { Random } from '@rapport/planning';
import { AGENTS } from '../organisation/agents.ts';
import type { DemoCustomer } from '../organisation/draw-customers.ts';
import { pick, pickWeighted } from '../organisation/pick.ts';
import { type Matter, writeMatter } from '../words/write-matter.ts';

/** A customer who comes with a matter. */
export interface Arrival {
  readonly commandId: string;
  readonly customer: DemoCustomer;
  readonly matter: Matter;
  readonly channel: Channel;
  readonly promiseId: string;
  readonly requirements: readonly Requirement[];
  readonly priority: number;
}

const CHANNELS = [
  ['chat', 34],
  ['phone', 26],
  ['email', 24],
  ['web', 10],
  ['messaging', 6],
] as const satisfies readonly (readonly [Channel, number])[];

const LANGUAGE_SKILLS = { en: undefined, de: 'german', fr: 'french' } as const;
const PRIORITIES = { standard: 0, plus: 0.25, vip: 0.5 } as const;

/** What a customer comes with now, and how. */
export function arrivalOf({
  random,
  customer,
  number,
  seed,
}: {
  readonly random: Random;
  readonly customer: DemoCustomer;
  readonly number: number;
  readonly seed: number;
}): Arrival {
  const channel = customer.preferences.replyChannel ?? pickWeighted(random, CHANNELS);
  const matter = matterOf(random, customer);
  return {
    commandId: `demo:${seed}:${number}`,
    customer,
    matter,
    channel,
    promiseId: promiseOf(channel, matter),
    requirements: requirementsOf(matter),
    priority: PRIORITIES[customer.tier],
  };
}

/** A matter in his language; of a customer whom somebody owns, one that the owner understands. */
function matterOf(random: Random, customer: DemoCustomer): Matter {
  const owner = AGENTS.find(({ agentId }) => agentId === customer.ownerId);
  const known = owner === undefined ? ALL_SKILLS : skillsOf(owner.skills);
  const matter = writeMatter(random, customer.language, known);
  const level = owner?.skills.find(({ skill }) => skill === matter.skill)?.level ?? 5;
  return { ...matter, minLevel: Math.min(matter.minLevel, level) };
}

function promiseOf(channel: Channel, { skill }: Matter): string {
  if (channel === 'phone') return 'calls';
  if (channel !== 'chat') return 'letters';
  return skill === 'repairs' ? 'repairs' : 'chats';
}

function requirementsOf({ skill, minLevel, language }: Matter): readonly Requirement[] {
  const spoken = LANGUAGE_SKILLS[language];
  const topic = { skill, minLevel };
  return spoken === undefined ? [topic] : [topic, { skill: spoken, minLevel: 2 }];
}

/** Whoever comes back soon comes back often: a customer of the last days, else any. */
export function chooseCustomers(
  customers: readonly DemoCustomer[],
  fromAt: Instant,
  untilAt: Instant,
): (random: Random, at: Instant) => DemoCustomer {
  const recent: DemoCustomer[] = [];
  const known = customers.slice(0, 400);
  return (random, at) => {
    // Those who know Ted and some others have been customers for longer.
    const age = (at - fromAt) / (untilAt - fromAt);
    const pool = random() < 0.3 ? known : customers.slice(0, 500 + Math.floor(1_500 * age));
    const again = recent.length > 40 && random() < 0.22;
    const customer = again ? pick(random, recent) : pick(random, pool);
    recent.push(customer);
    if (recent.length > 120) recent.shift();
    return customer;
  };
}

const ALL_SKILLS = skillsOf(AGENTS.flatMap(({ skills }) => skills));

function skillsOf(levels: readonly { readonly skill: string }[]): ReadonlySet<string> {
  return new Set(levels.map(({ skill }) => skill));
}
