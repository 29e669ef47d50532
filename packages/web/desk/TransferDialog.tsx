import { useEffect, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Face } from '../design/Face.tsx';
import { Field } from '../design/Field.tsx';
import { Empty } from '../design/Notes.tsx';
import { Presence } from '../design/Presence.tsx';
import { useTopic } from '../live/live.ts';
import { answered, api } from '../session/api.ts';
import { useWords } from '../words/words.ts';
import { transferWork } from './acts.ts';

/** Chooses who goes on with an item: somebody by name, or whoever the rule finds. */
export function TransferDialog({
  workId,
  name,
  onClose,
}: {
  readonly workId: string;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const [typed, setTyped] = useState('');
  const names = useAgentNames();
  const presence = useTopic('presence', {});
  const agents = presence.kind === 'known' ? presence.state.agents : [];
  const found = agents.filter(
    ({ agentId, state }) =>
      state !== 'signed-out' &&
      (names.get(agentId) ?? '').toLocaleLowerCase().includes(typed.toLocaleLowerCase()),
  );
  const transfer = async (toAgentId?: string): Promise<void> => {
    if (await transferWork(workId, toAgentId)) onClose();
  };
  return (
    <Dialog title={say('transfer.title', { name })} onClose={onClose}>
      <div className="dialog-body">
        <Field
          label={say('transfer.to')}
          placeholder={say('transfer.hint')}
          autoFocus
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <ul className="rows transfer-list">
          {found.slice(0, 50).map(({ agentId, state, isBusy }) => (
            <li key={agentId}>
              <button type="button" className="row" onClick={() => void transfer(agentId)}>
                <Face name={names.get(agentId) ?? ''} />
                <span className="row-text">
                  <span className="row-name">{names.get(agentId) ?? agentId}</span>
                </span>
                <Presence
                  presence={state === 'ready' ? (isBusy ? 'busy' : 'available') : 'away'}
                  isNamed
                />
              </button>
            </li>
          ))}
        </ul>
        {found.length === 0 && <Empty size="small">{say('transfer.nobody', { typed })}</Empty>}
        <div className="dialog-foot">
          <Button onClick={onClose}>{say('action.cancel')}</Button>
          <Button kind="main" onClick={() => void transfer()}>
            {say('transfer.anybody')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function useAgentNames(): ReadonlyMap<string, string> {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    const load = async (): Promise<void> => {
      const { items } = await answered(
        api.GET('/api/v1/agents', { params: { query: { limit: 200 } } }),
      );
      setNames(new Map(items.map(({ agentId, piiName }) => [agentId, piiName ?? agentId])));
    };
    load().catch(() => undefined);
  }, []);
  return names;
}
