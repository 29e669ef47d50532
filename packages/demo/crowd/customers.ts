import { seededRandom } from '@rapport/planning';
import { isSynchronous } from '@rapport/core';
import { AGENTS } from '../organisation/agents.ts';
import { busyness } from '../organisation/day-curve.ts';
import type { DemoCustomer } from '../organisation/draw-customers.ts';
import { pick } from '../organisation/pick.ts';
import { type Arrival, arrivalOf } from '../past/arrivals.ts';
import { firstWords } from '../words/letters.ts';
import { entranceOf } from '../organisation/entrances.ts';
import { followConversation, countOf } from './conversation.ts';
import type { Matter } from '../words/write-matter.ts';
import type { Matters } from './matters.ts';
import { type Pace, typingSeconds } from './pace.ts';
import { openVisit } from './visit.ts';
import { given, type Wire } from './wire.ts';

export interface Town {
  readonly wire: Wire;
  /** Such as `http://127.0.0.1:7300`. */
  readonly address: string;
  readonly pace: Pace;
  readonly customers: readonly DemoCustomer[];
  /** Where customers leave what they come with, for the colleagues who will answer it. */
  readonly matters: Matters;
  /** Whether Ted is there and has room for somebody. */
  readonly isTedFree: () => boolean;
}

/** At the busiest hour of a working day, and in the middle of the night. */
const PAUSE_SECONDS_MIN = 6;
const PAUSE_SECONDS_MAX = 11;
const TED_PAUSE_SECONDS = 25;
const CONVERSATIONS_MAX = 40;
const PATIENCE_SECONDS = 150;
const HEARING_SECONDS = 240;

/** Lets customers come and go for as long as the process lives. */
export async function openTown(town: Town): Promise<never> {
  const { pace, customers } = town;
  const underway = new Set<string>();
  const recent: DemoCustomer[] = [];
  const choose = (): DemoCustomer => {
    const again = recent.length > 20 && Math.random() < 0.15;
    return again ? pick(Math.random, recent) : pick(Math.random, customers);
  };
  void callTed(town, underway);
  for (;;) {
    const offsetMs = -new Date().getTimezoneOffset() * 60_000;
    const busy = busyness(Date.now(), offsetMs);
    await pace.seconds(PAUSE_SECONDS_MAX - (PAUSE_SECONDS_MAX - PAUSE_SECONDS_MIN) * busy);
    const customer = choose();
    if (underway.has(customer.customerId)) continue;
    recent.push(customer);
    if (recent.length > 60) recent.shift();
    begin(town, underway, customer);
  }
}

/** Whenever Ted has room, somebody comes soon who knows him. */
async function callTed(town: Town, underway: Set<string>): Promise<never> {
  const ted = AGENTS[0]?.agentId;
  const his = town.customers.filter(
    ({ ownerId, language }) => ownerId === ted && language === 'en',
  );
  for (;;) {
    // His time is the visitor's, which is not sped up.
    await town.pace.seconds(TED_PAUSE_SECONDS * town.pace.speed);
    const customer = pick(Math.random, his);
    if (town.isTedFree() && !underway.has(customer.customerId)) {
      begin(town, underway, customer, 'chat');
    }
  }
}

function begin(
  town: Town,
  underway: Set<string>,
  customer: DemoCustomer,
  channel?: Arrival['channel'],
): void {
  underway.add(customer.customerId);
  come(town, customer, { channel, isQuiet: underway.size > CONVERSATIONS_MAX })
    .catch(() => undefined)
    .finally(() => underway.delete(customer.customerId));
}

let number = 0;

/** One customer comes with one matter, and stays until it is settled or his patience ends. */
async function come(
  town: Town,
  customer: DemoCustomer,
  {
    channel,
    isQuiet,
  }: { readonly channel: Arrival['channel'] | undefined; readonly isQuiet: boolean },
): Promise<void> {
  const { wire, pace, matters } = town;
  const random = seededRandom(Date.now() + ++number);
  const drawn = arrivalOf({ random, customer, number, seed: 0 });
  const arrival =
    channel === undefined
      ? { ...drawn, channel: isQuiet && drawn.channel === 'chat' ? 'phone' : drawn.channel }
      : { ...drawn, channel, promiseId: 'chats' };
  matters.leave(customer.customerId, arrival.matter);
  if (arrival.channel === 'chat' || arrival.channel === 'web') {
    await visit(town, arrival, arrival.channel);
    return;
  }
  const isTalk = isSynchronous(arrival.channel) || arrival.channel === 'messaging';
  const body = {
    channel: arrival.channel,
    customerId: customer.customerId,
    requirements: [...arrival.requirements],
    promiseId: arrival.promiseId,
    priority: arrival.priority,
    piiSubject: arrival.matter.subject,
    ...(arrival.channel !== 'phone' && {
      piiText: firstWords(arrival.matter, isTalk, customer.name),
    }),
  };
  const received = await given(wire.api.POST('/api/v1/interactions', { body }));
  if (received === undefined) return;
  const { workId, interactionId } = received;
  if (arrival.channel === 'phone') await ring(wire, pace, { workId, interactionId });
  else if (isTalk) await chat({ wire, pace }, interactionId, arrival.matter);
}

/** One customer comes by an entrance: he writes, waits, answers and goes, or loses patience. */
async function visit(
  { address, pace }: Town,
  { customer, matter }: Arrival,
  channel: 'chat' | 'web',
): Promise<void> {
  const { customerId, name, email } = customer;
  const entryId = entranceOf(channel, matter);
  const here = openVisit({ centre: address, entryId, customerId });
  const isTaken = await here.say({
    piiText: firstWords(matter, channel === 'chat', name),
    ...{ piiSubject: matter.subject, piiName: name, piiEmail: email },
  });
  if (!isTaken || channel === 'web') return;
  let patienceSeconds = PATIENCE_SECONDS;
  for (const [index, piiText] of [matter.detail, matter.thanks].entries()) {
    const withinMs = (patienceSeconds * 1_000) / Math.min(pace.speed, 4);
    if (!(await here.isAnswered(index + 1, withinMs))) {
      await here.end();
      return;
    }
    await pace.whileTyping(piiText, here.typing);
    await here.say({ piiText });
    patienceSeconds = HEARING_SECONDS;
  }
}

/** Whoever calls hangs up when nobody answers. */
async function ring(
  { api }: Wire,
  pace: Pace,
  { workId, interactionId }: { readonly workId: string; readonly interactionId: string },
): Promise<void> {
  await pace.seconds(PATIENCE_SECONDS);
  const params = { path: { workId } };
  const item = await given(api.GET('/api/v1/work/{workId}', { params }));
  if (item?.status !== 'waiting' && item?.status !== 'offered') return;
  await api.POST('/api/v1/interactions/{interactionId}/end', {
    params: { path: { interactionId } },
  });
}

/** Waits for an answer, tells more, thanks; leaves where nobody answers in time. */
async function chat(
  { wire, pace }: Pick<Town, 'wire' | 'pace'>,
  interactionId: string,
  { detail, thanks }: Matter,
): Promise<void> {
  const conversation = followConversation(wire, interactionId);
  const params = { path: { interactionId } };
  try {
    let patienceSeconds = PATIENCE_SECONDS;
    for (const [index, piiText] of [detail, thanks].entries()) {
      const isAnswered = await conversation.until(
        (messages) => countOf(messages, 'agent') > index,
        (patienceSeconds * 1_000) / Math.min(pace.speed, 4),
      );
      if (!isAnswered) {
        await wire.api.POST('/api/v1/interactions/{interactionId}/end', { params });
        return;
      }
      await pace.seconds(typingSeconds(piiText));
      const body = { piiText, from: 'customer' as const };
      await wire.api.POST('/api/v1/interactions/{interactionId}/messages', { params, body });
      patienceSeconds = HEARING_SECONDS;
    }
  } finally {
    conversation.leave();
  }
}
