import type { RouteAnswer } from '@rapport/protocol';
import { useEffect, useState } from 'react';
import { BoneRows, Empty, Fault } from '../design/Notes.tsx';
import { useAgentNames } from '../desk/agent-names.ts';
import { answered, api } from '../session/api.ts';
import { type Bond, dayOf, scopeText } from './bond-text.ts';
import { useWords } from './words/words.ts';

type Changes = RouteAnswer<'listBondChanges'>['items'];
type State =
  { readonly kind: 'loading' | 'failed' } | { readonly kind: 'known'; readonly items: Changes };

/** Who said what of a bond, and when; read when somebody opens it, and anew when the bond changes. */
export function BondChanges({
  customerId,
  bond,
}: {
  readonly customerId: string;
  /** As it is now: another one is another occasion. */
  readonly bond: Bond;
}) {
  const say = useWords();
  const [isOpen, setOpen] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<State>({ kind: 'loading' });
  useEffect(() => {
    if (!isOpen) return;
    let isOver = false;
    const path = { customerId };
    void answered(
      api.GET('/api/v1/customers/{customerId}/bond/changes', { params: { path } }),
    ).then(
      ({ items }) => !isOver && setState({ kind: 'known', items }),
      () => !isOver && setState({ kind: 'failed' }),
    );
    return () => {
      isOver = true;
    };
  }, [isOpen, customerId, bond, attempt]);
  return (
    <details className="bond-changes" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say('bonds.changes')}</summary>
      {state.kind === 'loading' && <BoneRows count={2} height={28} />}
      {state.kind === 'failed' && (
        <Fault onRetry={() => setAttempt(attempt + 1)}>{say('bonds.not-loaded')}</Fault>
      )}
      {state.kind === 'known' && state.items.length === 0 && (
        <Empty size="small">{say('bonds.no-changes')}</Empty>
      )}
      {state.kind === 'known' && (
        <ol className="bond-said">
          {state.items.map((item, index) => (
            <Change key={`${item.at} ${index}`} item={item} />
          ))}
        </ol>
      )}
    </details>
  );
}

function Change({ item }: { readonly item: Changes[number] }) {
  const say = useWords();
  const words = useChangeText(item);
  return (
    <li>
      {words}
      <p className="hint">
        <bdi>{item.piiActorName ?? say('bonds.program')}</bdi> · {dayOf(item.at)}
      </p>
    </li>
  );
}

function useChangeText(item: Changes[number]): string {
  const say = useWords();
  const names = useAgentNames();
  switch (item.kind) {
    case 'declared': {
      const { ownerId, deputyIds = [] } = item;
      const all = [...(ownerId === undefined ? [] : [ownerId]), ...deputyIds];
      const who = all.map((id) => names.get(id) ?? say('bonds.somebody')).join(', ');
      const scope = scopeText(item);
      if (who === '') return [say('bonds.said-nobody'), scope].filter(Boolean).join(', ');
      return scope === '' ? who : say('bonds.said-declared', { who, words: scope });
    }
    case 'placed':
      return say(item.accountId === undefined ? 'bonds.said-taken-out' : 'bonds.said-placed');
    case 'wishes':
      return say('bonds.said-wishes');
    case 'merged':
      return say('bonds.said-merged');
    default:
      return say('bonds.said-split');
  }
}
