import type { RouteAnswer } from '@rapport/protocol';
import { useEffect, useState } from 'react';
import { answered, api, Refused } from '../session/api.ts';
import type { FloorItem } from './floor-model.ts';

/** What the floor shows of an item beside what is live. */
export interface Card {
  readonly interactionId?: string | undefined;
  readonly subject?: string | undefined;
  readonly name?: string | undefined;
  readonly bond?: RouteAnswer<'getBond'> | undefined;
}

/** So many are asked for at a time, so that a busy floor does not drown the server in questions. */
const AT_ONCE = 4;
/** Rows that pass by faster than this are not asked for. */
const LINGER_MS = 250;
const KEPT_MAX = 2_000;

const cards = new Map<string, Promise<Card>>();
const waiting: (() => void)[] = [];
let underwayCount = 0;

/** The card of an item; undefined until it is here. */
export function useCard({
  workId,
  customerId,
}: Pick<FloorItem, 'workId' | 'customerId'>): Card | undefined {
  const [loaded, setLoaded] = useState<{ readonly workId: string; readonly card: Card }>();
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(
      () => {
        const isWanted = (): boolean => isCurrent;
        cardOf({ workId, customerId }, isWanted).then(
          (card) => {
            if (isCurrent) setLoaded({ workId, card });
          },
          // Nothing can be said of it now; the next time the item is drawn it is tried again.
          () => {
            if (isCurrent) setLoaded({ workId, card: {} });
          },
        );
      },
      cards.has(workId) ? 0 : LINGER_MS,
    );
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [workId, customerId]);
  return loaded?.workId === workId ? loaded.card : undefined;
}

/** Lets the card of an item be read anew by whoever looks at it next. */
export function forgetCard(workId: string): void {
  cards.delete(workId);
}

async function cardOf(
  { workId, customerId }: { workId: string; customerId: string | undefined },
  isWanted: () => boolean,
): Promise<Card> {
  const known = cards.get(workId);
  if (known !== undefined) return await known;
  if (underwayCount >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  underwayCount += 1;
  try {
    if (!isWanted()) throw new Error('nobody looks any more');
    const loading = load(workId, customerId);
    cards.set(workId, loading);
    if (cards.size > KEPT_MAX) cards.delete(cards.keys().next().value ?? '');
    loading.catch(() => cards.delete(workId));
    return await loading;
  } finally {
    underwayCount -= 1;
    waiting.shift()?.();
  }
}

async function load(workId: string, customerId: string | undefined): Promise<Card> {
  const path = { customerId: customerId ?? '' };
  const isKnown = customerId !== undefined;
  const [interactions, customer, bond] = await Promise.all([
    answered(api.GET('/api/v1/interactions', { params: { query: { workId } } })),
    isKnown
      ? ifAny(answered(api.GET('/api/v1/customers/{customerId}', { params: { path } })))
      : undefined,
    isKnown
      ? ifAny(answered(api.GET('/api/v1/customers/{customerId}/bond', { params: { path } })))
      : undefined,
  ]);
  const [interaction] = interactions.items;
  return {
    interactionId: interaction?.interactionId,
    subject: interaction?.piiSubject,
    name: customer?.piiName ?? customer?.identities[0]?.value,
    bond,
  };
}

/** Nothing where there is none, as of a customer of whom nothing is written down. */
async function ifAny<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Refused && error.type === 'not-found') return undefined;
    throw error;
  }
}
