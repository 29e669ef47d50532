import type { ConversationMessage, QueueItem } from '@rapport/protocol';
import { pick } from '../organisation/pick.ts';
import { answerLetter, greeting } from '../words/letters.ts';
import type { Matter } from '../words/write-matter.ts';
import type { Matters } from './matters.ts';
import { type Conversation, followConversation, countOf } from './conversation.ts';
import type { Pace } from './pace.ts';
import { given, openWire, type Wire } from './wire.ts';

/** What everybody in the crowd knows. */
export interface Surroundings {
  readonly address: string;
  readonly pace: Pace;
  readonly matters: Matters;
}

/** An agent who works by himself. */
export interface Colleague {
  readonly agentId: string;
  /** Comes to the desk, or leaves it. */
  readonly become: (state: 'ready' | 'not-ready' | 'signed-out', reason?: string) => Promise<void>;
  /** Leaves everything to whoever is signed in as him, until he is called back. */
  readonly stepAside: (isAside: boolean) => void;
  readonly isAside: () => boolean;
}

const ASK_MS = 90_000;
const DECLINES = 0.02;
/** For somebody who is not of the crowd: what fits whatever he asks. */
const GENERAL: Pick<Matter, 'language' | 'question' | 'solution' | 'note' | 'disposition'> = {
  language: 'en',
  question: 'How can I help you? The more you can tell me, the quicker we are.',
  solution:
    'Thank you. I have written everything down and give it to the colleague who knows your house; you hear from us today.',
  note: 'Came by himself; asked to be called back.',
  disposition: 'follow-up',
};

export function startColleague(
  { agentId, name, key }: { readonly agentId: string; readonly name: string; readonly key: string },
  surroundings: Surroundings,
): Colleague {
  const wire = openWire(surroundings.address, key);
  const busyWith = new Set<string>();
  let isAside = false;
  const take = (item: QueueItem, work: () => Promise<void>): void => {
    busyWith.add(item.workId);
    work()
      .catch(() => undefined)
      .finally(() => busyWith.delete(item.workId));
  };
  wire.live.subscribe({
    topic: 'my-queue',
    params: {},
    onState: ({ items }) => {
      for (const item of items) {
        if (isAside || busyWith.has(item.workId)) continue;
        const self = { wire, name, surroundings, isAway: () => isAside };
        take(item, () => (item.status === 'offered' ? answer(item, self) : serve(item, self)));
      }
    },
  });
  return {
    agentId,
    become: async (state, reason) => {
      const body = { state, ...(reason !== undefined && { reason }) };
      await wire.api.POST('/api/v1/me/state', { body });
    },
    stepAside: (aside) => (isAside = aside),
    isAside: () => isAside,
  };
}

interface Self {
  readonly wire: Wire;
  readonly name: string;
  readonly surroundings: Surroundings;
  readonly isAway: () => boolean;
}

const of = (workId: string) => ({ params: { path: { workId } } });

/** Looks at an offer and takes it, or now and then does not; then serves it. */
async function answer(item: QueueItem, self: Self): Promise<void> {
  const { wire, surroundings, isAway } = self;
  await surroundings.pace.seconds(item.channel === 'email' ? 12 : 5);
  if (isAway()) return;
  if (Math.random() < DECLINES) {
    const body = { reason: 'conflict' };
    await wire.api.POST('/api/v1/work/{workId}/decline', { ...of(item.workId), body });
    return;
  }
  const { error } = await wire.api.POST('/api/v1/work/{workId}/accept', of(item.workId));
  if (error === undefined) await serve({ ...item, status: 'active' }, self);
}

/** Serves an item to its end. */
async function serve(item: QueueItem, self: Self): Promise<void> {
  const { wire, surroundings, isAway } = self;
  const { workId, status, customerId } = item;
  const query = { workId, limit: 1 };
  const found = await given(wire.api.GET('/api/v1/interactions', { params: { query } }));
  const { interactionId, piiSubject } = found?.items[0] ?? {};
  const matter = surroundings.matters.of(customerId, piiSubject) ?? GENERAL;
  if (status !== 'wrap-up') {
    await exchange({ ...item, interactionId }, self, matter);
    if (isAway()) return;
    await wire.api.POST('/api/v1/work/{workId}/wrap-up', of(workId));
  }
  await surroundings.pace.seconds(14);
  if (isAway()) return;
  const body = { disposition: matter.disposition };
  await wire.api.POST('/api/v1/work/{workId}/complete', { ...of(workId), body });
}

/** The exchange with the customer, as it is on each channel. */
async function exchange(
  {
    workId,
    channel,
    customerId,
    interactionId,
  }: QueueItem & { readonly interactionId: string | undefined },
  self: Self,
  matter: typeof GENERAL,
): Promise<void> {
  const { wire, isAway } = self;
  if (interactionId === undefined) await talk(workId, self);
  else if (channel === 'email' || channel === 'web') {
    await write(self, matter, { interactionId, customerId });
  } else if (channel !== 'phone') await converse(matter, interactionId, self);
  else {
    await talk(workId, self);
    if (!isAway()) await say(wire, interactionId, matter.note, true);
  }
}

/** A call: it lasts, and now and then the customer waits while something is looked up. */
async function talk(workId: string, { wire, surroundings: { pace } }: Self): Promise<void> {
  await pace.seconds(50);
  if (Math.random() < 0.3) {
    await wire.api.POST('/api/v1/work/{workId}/hold', of(workId));
    await pace.seconds(25);
    await wire.api.POST('/api/v1/work/{workId}/resume', of(workId));
  }
  await pace.seconds(60);
}

/** A letter is read, thought about and answered. */
async function write(
  { wire, name, surroundings, isAway }: Self,
  matter: typeof GENERAL,
  {
    interactionId,
    customerId,
  }: {
    readonly interactionId: string;
    readonly customerId: string | undefined;
  },
): Promise<void> {
  await surroundings.pace.seconds(70);
  if (isAway()) return;
  const params = { path: { customerId: customerId ?? '' } };
  const customer =
    customerId === undefined
      ? undefined
      : await given(wire.api.GET('/api/v1/customers/{customerId}', { params }));
  await say(wire, interactionId, answerLetter(matter, customer?.piiName ?? '', name));
}

/** Greets, asks, settles the matter, and waits whether there is anything else. */
async function converse(
  { question, solution, language }: Pick<Matter, 'language' | 'question' | 'solution'>,
  interactionId: string,
  self: Self,
): Promise<void> {
  const { wire, name, surroundings, isAway } = self;
  const { pace } = surroundings;
  const conversation = followConversation(wire, interactionId);
  try {
    const first = name.split(' ')[0] ?? name;
    const lines = [greeting({ language, question }, first), solution];
    for (const [index, line] of lines.entries()) {
      await hearCustomer(conversation, pace, index + 1);
      await read(wire, interactionId, conversation.lastOrdinal());
      await pace.whileTyping(line, () => typing(wire, interactionId));
      if (isAway()) return;
      await say(wire, interactionId, line);
    }
    await hearCustomer(conversation, pace, lines.length + 1);
  } finally {
    conversation.leave();
  }
}

/** Waits until the customer has spoken so often, and not for ever. */
async function hearCustomer(conversation: Conversation, pace: Pace, count: number): Promise<void> {
  const hasSpoken = (messages: readonly ConversationMessage[]): boolean =>
    countOf(messages, 'customer') >= count;
  await conversation.until(hasSpoken, ASK_MS / pace.speed);
  await pace.seconds(pick(Math.random, [3, 5, 8]));
}

const at = (interactionId: string) => ({ params: { path: { interactionId } } });

async function typing({ api }: Wire, interactionId: string): Promise<void> {
  await api.POST('/api/v1/interactions/{interactionId}/typing', { ...at(interactionId), body: {} });
}

async function read({ api }: Wire, interactionId: string, ordinal: number): Promise<void> {
  if (ordinal === 0) return;
  const body = { ordinal };
  await api.POST('/api/v1/interactions/{interactionId}/read', { ...at(interactionId), body });
}

async function say(
  { api }: Wire,
  interactionId: string,
  piiText: string,
  isNote = false,
): Promise<void> {
  const body = { piiText, ...(isNote && { isNote }) };
  await api.POST('/api/v1/interactions/{interactionId}/messages', { ...at(interactionId), body });
}
