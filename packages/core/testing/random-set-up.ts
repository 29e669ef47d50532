import { type Capacity, STANDARD_CAPACITY } from '../agents/capacity.ts';
import type { SkillLevel } from '../agents/skill.ts';
import { asId } from '../id.ts';
import type { AgreementTerm, ServiceFacts } from '../promises/agreement-messages.ts';
import type { Command } from '../messages.ts';
import type { Instant, Interval } from '../time.ts';
import { drawOne, drawOrder, drawSome, drawWhole, type Random } from './seeded-random.ts';

/** Many things happen at whole quarter minutes, so that some happen at once and ages are equal. */
export const GRID_MS = 15_000;

/** The moment from which the drawn centres live. */
export const BEGINS_AT: Instant = 1_750_000_000_000;

export const AGENTS = ['ann', 'ben', 'cleo', 'dan', 'eve', 'fay', 'gus'].map((name) =>
  asId<'agent'>(name),
);
export const CUSTOMERS = ['acme', 'bolt', 'crest', 'dune'].map((name) => asId<'customer'>(name));
export const PROMISES = ['at-once', 'soon', 'today', 'in-hours'].map((name) =>
  asId<'promise'>(name),
);
export const CALENDARS = ['office', 'shop'].map((name) => asId<'calendar'>(name));
export const ACCOUNTS = ['works', 'hall'].map((name) => asId<'account'>(name));
export const TOPICS = ['invoice', 'outage'];
export const SKILLS = ['billing', 'french', 'repair'];
/** Channels for which some agents are assessed, and which skills stand for in some centres. */
export const ASSESSED_CHANNELS = ['phone', 'chat'];

/** Everything that a centre needs before its first item; three in four agents are ready from the start. */
export function drawSetUp(random: Random): readonly Command[] {
  const agents = AGENTS.slice(0, drawWhole(random, 1, AGENTS.length));
  return [
    ...CALENDARS.map((calendarId): Command => drawCalendar(random, calendarId, BEGINS_AT)),
    ...PROMISES.map((promiseId): Command => drawPromise(random, promiseId)),
    ...agents.map((agentId): Command => ({
      type: 'register-agent',
      agentId,
      skills: drawSkills(random),
      capacity: drawCapacity(random),
      ...(random() < 0.75 && { isInterruptible: true }),
    })),
    ...drawSome(random, agents, 0.75).map((agentId): Command => ({
      type: 'set-agent-state',
      agentId,
      state: 'ready',
    })),
    ...drawSome(random, CUSTOMERS).map((customerId): Command =>
      drawBond(random, customerId, agents),
    ),
  ];
}

export function drawCalendar(
  random: Random,
  calendarId: (typeof CALENDARS)[number],
  at: Instant,
): Command {
  return { type: 'define-calendar', calendarId, openIntervals: drawIntervals(random, at) };
}

/** Sorted, some of them touching each other, from before `at` to a while after it. */
export function drawIntervals(random: Random, at: Instant): readonly Interval[] {
  const intervals: Interval[] = [];
  let fromAt = at - (at % GRID_MS) - GRID_MS * drawWhole(random, 0, 8);
  for (let count = drawWhole(random, 0, 4); count > 0; count -= 1) {
    const untilAt = fromAt + GRID_MS * drawWhole(random, 1, 12);
    intervals.push({ fromAt, untilAt });
    fromAt = untilAt + GRID_MS * drawWhole(random, 0, 6);
  }
  return intervals;
}

export function drawPromise(random: Random, promiseId: (typeof PROMISES)[number]): Command {
  const calendarId = drawOne(random, [undefined, undefined, ...CALENDARS]);
  return {
    type: 'define-promise',
    promiseId,
    targetMs: drawOne(random, [20_000, 60_000, 90_000, 3_600_000]),
    shareRatio: 0.8,
    ...(calendarId !== undefined && { calendarId }),
  };
}

const SERVED = [undefined, 'acme-inc', 'bolt-ltd'];
const DIVISIONS = [undefined, 'care', 'sales'];
const TIERS = [undefined, undefined, 'gold'];
const CASE_TYPES = [undefined, undefined, 'outage'];

/** What is said of whom an arriving item is from, and of what it is about. */
export function drawService(random: Random): ServiceFacts {
  return {
    ...given('accountId', drawOne(random, SERVED)),
    ...given('divisionId', drawOne(random, DIVISIONS)),
    ...given('tier', drawOne(random, TIERS)),
    ...given('caseType', drawOne(random, CASE_TYPES)),
  };
}

/** The next version of one of a few agreements, at once or from a little later on; some make no sense. */
export function drawAgreement(random: Random, at: Instant): Command {
  const [id, serves] = drawOne(random, [
    ['acme', { accountId: 'acme-inc' }],
    ['care', { divisionId: 'care' }],
    ['everybody', {}],
    ['rival', { accountId: 'acme-inc' }],
  ] as const);
  return {
    type: 'define-agreement',
    agreementId: asId<'agreement'>(id),
    serves,
    agreedBy: 'planner',
    ...(random() < 0.5 && { holdsFromAt: at + drawWhole(random, 0, 60_000) }),
    terms: Array.from({ length: drawWhole(random, 1, 4) }, () => drawTerm(random)),
  };
}

function drawTerm(random: Random): AgreementTerm {
  const channel = drawOne(random, [undefined, 'phone', 'synchronous', 'asynchronous'] as const);
  return {
    ...given('channel', channel),
    ...given('tier', drawOne(random, TIERS)),
    ...given('caseType', drawOne(random, CASE_TYPES)),
    ...given('minPriority', drawOne(random, [undefined, undefined, 0.5, -10])),
    targetMs: drawOne(random, [20_000, 60_000]),
    shareRatio: 0.8,
    ...given('calendarId', drawOne(random, [undefined, ...CALENDARS])),
  };
}

function given<Name extends string, Value>(
  name: Name,
  value: Value,
): Partial<Record<Name, Exclude<Value, undefined>>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, Exclude<Value, undefined>>);
}

export function drawBond(
  random: Random,
  customerId: (typeof CUSTOMERS)[number],
  agents: readonly (typeof AGENTS)[number][],
): Command {
  const [first, ...others] = drawOrder(random, agents);
  const isOwned = first !== undefined && random() < 0.7;
  return {
    type: 'change-bond',
    customerId,
    ...(isOwned && { ownerId: first }),
    deputyIds: drawSome(random, others, 0.3).slice(0, 4),
    ...(random() < 0.1 && { origin: 'customer-asked' as const }),
  };
}

export function drawSkills(random: Random): readonly SkillLevel[] {
  return [...drawSome(random, SKILLS, 0.6), ...drawSome(random, ASSESSED_CHANNELS, 0.6)].map(
    (skill) => ({ skill, level: drawWhole(random, 1, 5) }),
  );
}

const ONE_AT_A_TIME: Capacity = { units: 1, weights: { phone: 1, chat: 1, email: 1, web: 1 } };
const ODD: Capacity = { units: 7, weights: { phone: 5, chat: 3, sms: 2, email: 2, fax: 8 } };

export function drawCapacity(random: Random): Capacity {
  return drawOne(random, [STANDARD_CAPACITY, STANDARD_CAPACITY, ONE_AT_A_TIME, ODD]);
}
