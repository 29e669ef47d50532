import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Choice } from '../design/Field.tsx';
import { Fault } from '../design/Notes.tsx';
import { toast } from '../design/Toasts.tsx';
import { useAgentNames } from '../desk/agent-names.ts';
import { answered, api, Refused } from '../session/api.ts';
import { OwnedCustomers } from './OwnedCustomers.tsx';
import { useHeirs } from './use-heirs.ts';
import { useOwned } from './use-owned.ts';
import { useWords } from './words/words.ts';

/** Who leaves, or hands everybody on: to whom his customers go, looked at before it is done. */
export function RehomeDialog({
  agentId,
  name,
  onClose,
  onRestored,
}: {
  readonly agentId: string;
  readonly name: string;
  readonly onClose: () => void;
  /** They are his again. */
  readonly onRestored?: () => void;
}) {
  const say = useWords();
  const names = useAgentNames();
  const owned = useOwned(agentId);
  const [heirId, setHeirId] = useState('');
  const heirs = useHeirs(agentId, heirId);
  const [fault, setFault] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const others = [...names].filter(([id]) => id !== agentId);
  const go = async (): Promise<void> => {
    setBusy(true);
    setFault(undefined);
    try {
      const params = { path: { agentId } };
      const body = heirId === '' ? {} : { toAgentId: heirId };
      await answered(api.POST('/api/v1/agents/{agentId}/bonds/rehome', { params, body }));
      toast(
        say('rehome.done', { name }),
        () => void restore(agentId, say('rehome.restored', { name })).then(onRestored),
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
          choices={[['', say('rehome.nobody')], ...others]}
          onChange={({ target }) => setHeirId(target.value)}
        />
        <OwnedCustomers owned={owned} heirs={heirs} heirId={heirId} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{say('action.cancel')}</Button>
          <Button kind="main" submits disabled={isBusy || heirs.kind !== 'known'}>
            {say('rehome.go')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
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
