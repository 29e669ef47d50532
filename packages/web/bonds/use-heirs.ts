import type { RouteAnswer } from '@rapport/protocol';
import { useEffect, useState } from 'react';
import { answered, api } from '../session/api.ts';

export type Heir = RouteAnswer<'listHeirs'>['items'][number];

export type HeirsState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'known'; readonly heirs: readonly Heir[] };

const LOADING: HeirsState = { kind: 'loading' };

/** Who would look after the customers and accounts of an agent, where somebody is named for those without a deputy; the empty id names nobody. */
export function useHeirs(agentId: string, heirId: string): HeirsState {
  const [asked, setAsked] = useState<{ readonly of: string; readonly state: HeirsState }>();
  const of = `${agentId} ${heirId}`;
  useEffect(() => {
    let isPassed = false;
    const told = (state: HeirsState): void => {
      if (!isPassed) setAsked({ of, state });
    };
    readHeirs(agentId, heirId).then(
      (heirs) => told({ kind: 'known', heirs }),
      () => told({ kind: 'failed' }),
    );
    return () => {
      isPassed = true;
    };
  }, [agentId, heirId, of]);
  return asked?.of === of ? asked.state : LOADING;
}

async function readHeirs(agentId: string, heirId: string): Promise<readonly Heir[]> {
  const query = heirId === '' ? {} : { toAgentId: heirId };
  const params = { path: { agentId }, query };
  const { items } = await answered(api.GET('/api/v1/agents/{agentId}/bonds/heirs', { params }));
  return items;
}
