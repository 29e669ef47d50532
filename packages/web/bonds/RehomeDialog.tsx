import type { RouteAnswer } from '@rapport/protocol';
import { useEffect, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Choice } from '../design/Field.tsx';
import { BoneRows, Empty, Fault } from '../design/Notes.tsx';
import { toast } from '../design/Toasts.tsx';
import { useAgentNames } from '../desk/agent-names.ts';
import { answered, api, Refused } from '../session/api.ts';
import { useWords } from './words/words.ts';

type Bond = RouteAnswer<'listBonds'>['items'][number];

/** So many are shown; how many more there are is said. */
const SHOWN_MAX = 50;

/** Who leaves, or hands everybody on: to whom his customers go, looked at before it is done. */
export function RehomeDialog({
  agentId,
  name,
  onClose,
}: {
  readonly agentId: string;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const names = useAgentNames();
  const owned = useOwned(agentId);
  const [heirId, setHeirId] = useState('');
  const [fault, setFault] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const heirs = [...names].filter(([id]) => id !== agentId);
  const go = async (): Promise<void> => {
    setBusy(true);
    setFault(undefined);
    try {
      const params = { path: { agentId } };
      const body = heirId === '' ? {} : { toAgentId: heirId };
      await answered(api.POST('/api/v1/agents/{agentId}/bonds/rehome', { params, body }));
      toast(
        say('rehome.done', { name }),
        () => void restore(agentId, say('rehome.restored', { name })),
      );
      onClose();
    } catch (error) {
      setFault(error instanceof Refused ? error.message : say('sign-in.unreachable'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={say('rehome.title', { name })} onClose={onClose}>
      <form
        className="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          void go();
        }}
      >
        {fault !== undefined && <Fault>{fault}</Fault>}
        <Choice
          label={say('rehome.heir')}
          hint={say('rehome.heir-hint')}
          value={heirId}
          choices={[['', say('rehome.nobody')], ...heirs]}
          onChange={({ target }) => setHeirId(target.value)}
        />
        <Owned owned={owned} heirId={heirId} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{say('action.cancel')}</Button>
          <Button kind="main" submits disabled={isBusy || owned.kind !== 'known'}>
            {say('rehome.go')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Each with who looks after them then: the first deputy who is still there, else who is named. */
function Owned({ owned, heirId }: { readonly owned: OwnedState; readonly heirId: string }) {
  const say = useWords();
  const names = useAgentNames();
  if (owned.kind === 'failed') return <Fault>{say('rehome.not-read')}</Fault>;
  if (owned.kind === 'loading') return <BoneRows count={3} height={26} />;
  const { bonds, customers, hasMore } = owned;
  if (bonds.length === 0) return <Empty size="small">{say('rehome.none')}</Empty>;
  const next = ({ deputyIds }: Bond): string | undefined => {
    const deputyId = deputyIds.find((id) => names.has(id));
    return names.get(deputyId ?? heirId);
  };
  return (
    <section aria-label={say('rehome.customers')}>
      <h3>{say('rehome.customers')}</h3>
      <ul className="rehomed" tabIndex={0} aria-label={say('rehome.customers')}>
        {bonds.map((bond) => {
          const to = next(bond);
          return (
            <li key={bond.customerId}>
              <bdi className="cut">{customers.get(bond.customerId) ?? bond.customerId}</bdi>
              <span className={to === undefined ? 'wrong' : 'hint'}>
                {to === undefined ? say('rehome.to-nobody') : say('rehome.to', { name: to })}
              </span>
            </li>
          );
        })}
      </ul>
      {hasMore && <p className="hint">{say('rehome.more')}</p>}
    </section>
  );
}

type OwnedState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | {
      readonly kind: 'known';
      readonly bonds: readonly Bond[];
      /** What they are called. */
      readonly customers: ReadonlyMap<string, string>;
      readonly hasMore: boolean;
    };

/** Whom an agent looks after. */
function useOwned(agentId: string): OwnedState {
  const [state, setState] = useState<OwnedState>({ kind: 'loading' });
  useEffect(() => {
    let isPassed = false;
    readOwned(agentId).then(
      (known) => {
        if (!isPassed) setState(known);
      },
      () => {
        if (!isPassed) setState({ kind: 'failed' });
      },
    );
    return () => {
      isPassed = true;
    };
  }, [agentId]);
  return state;
}

async function readOwned(ownerId: string): Promise<OwnedState> {
  const query = { ownerId, limit: SHOWN_MAX };
  const { items: bonds, nextCursor } = await answered(
    api.GET('/api/v1/bonds', { params: { query } }),
  );
  const ids = bonds.map(({ customerId }) => customerId).join(',');
  const customers =
    ids === ''
      ? []
      : (
          await answered(
            api.GET('/api/v1/customers', { params: { query: { ids, limit: SHOWN_MAX } } }),
          )
        ).items;
  return {
    kind: 'known',
    bonds,
    customers: new Map(
      customers.map(({ customerId, piiName, identities }) => [
        customerId,
        piiName ?? identities[0]?.value ?? customerId,
      ]),
    ),
    hasMore: nextCursor !== undefined,
  };
}

/** Gives him back whom nobody has changed since, and tells how that went. */
async function restore(agentId: string, told: string): Promise<void> {
  try {
    const params = { path: { agentId } };
    await answered(api.POST('/api/v1/agents/{agentId}/bonds/restore', { params }));
    toast(told);
  } catch (error) {
    toast(error instanceof Error ? error.message : String(error));
  }
}
