import type { QueueItem } from '@rapport/protocol';
import { useEffect, useState } from 'react';
import type { Deadline } from '../design/Deadline.tsx';
import { answered, api } from '../session/api.ts';

/** What the desk shows of an item beside what the queue says. */
export interface Card {
  readonly interactionId?: string | undefined;
  readonly name?: string | undefined;
  readonly subject?: string | undefined;
  readonly tier?: string | undefined;
}

const cards = new Map<string, Promise<Card>>();
const promises = new Map<string, Promise<{ readonly targetMs: number }>>();

/** The card of an item, once it is here. It comes when the item does, and stays. */
export function useCard({ workId, customerId }: QueueItem): Card {
  return useLoaded(`${workId}\n${customerId ?? ''}`, cardOf) ?? {};
}

/** By when an item is promised: its arrival and the target of its promise. */
export function useDeadline({
  promiseId,
  receivedAt,
  expiresAt,
  statusSince,
}: QueueItem): Deadline {
  const promise = useLoaded(promiseId, promiseOf);
  if (expiresAt !== undefined) return { dueAt: expiresAt, wholeMs: expiresAt - statusSince };
  const wholeMs = promise?.targetMs ?? 0;
  return { dueAt: receivedAt + wholeMs, wholeMs };
}

function useLoaded<Value>(key: string, load: (key: string) => Promise<Value>): Value | undefined {
  const [loaded, setLoaded] = useState<{ readonly key: string; readonly value: Value }>();
  useEffect(() => {
    let isCurrent = true;
    load(key).then(
      (value) => {
        if (isCurrent) setLoaded({ key, value });
      },
      // The row shows what it has; the next time the item is drawn it is tried again.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [key, load]);
  return loaded?.key === key ? loaded.value : undefined;
}

/** Of an item and its customer, the one after the other. */
function cardOf(key: string): Promise<Card> {
  const [workId = '', customerId = ''] = key.split('\n');
  return kept(cards, key, async () => {
    const [interactions, customer] = await Promise.all([
      answered(api.GET('/api/v1/interactions', { params: { query: { workId } } })),
      customerId === ''
        ? undefined
        : answered(api.GET('/api/v1/customers/{customerId}', { params: { path: { customerId } } })),
    ]);
    const [interaction] = interactions.items;
    return {
      interactionId: interaction?.interactionId,
      subject: interaction?.piiSubject,
      name: customer?.piiName ?? customer?.identities[0]?.value,
      tier: customer?.tier,
    };
  });
}

function promiseOf(promiseId: string): Promise<{ readonly targetMs: number }> {
  return kept(promises, promiseId, () =>
    answered(api.GET('/api/v1/promises/{promiseId}', { params: { path: { promiseId } } })),
  );
}

/** Asks once; what failed is asked again. */
function kept<Value>(
  all: Map<string, Promise<Value>>,
  key: string,
  load: () => Promise<Value>,
): Promise<Value> {
  const known = all.get(key);
  if (known !== undefined) return known;
  const loading = load();
  all.set(key, loading);
  loading.catch(() => all.delete(key));
  return loading;
}
