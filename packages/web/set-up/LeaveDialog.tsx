import { useEffect, useRef, useState } from 'react';
import { OwnedCustomers } from '../bonds/OwnedCustomers.tsx';
import { type HeirsState, useHeirs } from '../bonds/use-heirs.ts';
import { useOwned } from '../bonds/use-owned.ts';
import { useAgentNames } from '../desk/agent-names.ts';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Check, Choice } from '../design/Field.tsx';
import { toast } from '../design/Toasts.tsx';
import { answered, api, Refused } from '../session/api.ts';
import { reloadSettings } from './settings.ts';
import { useWords } from './words/words.ts';

/** An agent leaves the company: to whom his customers go, told before it is done, as it cannot be undone. */
export function LeaveDialog({
  agentId,
  name,
  onClose,
  onGone,
}: {
  readonly agentId: string;
  readonly name: string;
  readonly onClose: () => void;
  readonly onGone: () => void;
}) {
  const say = useWords();
  const names = useAgentNames();
  const owned = useOwned(agentId);
  const [successorId, setSuccessor] = useState('');
  const [isAccepted, accept] = useState(false);
  const { fault, isBusy, isSignedOut, leave, signOut } = useLeaving({ agentId, name, onGone });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (isSignedOut) form.current?.querySelector<HTMLElement>('[type="submit"]')?.focus();
  }, [isSignedOut]);
  const heirs = useHeirs(agentId, successorId);
  const isOrphaning = someToNobody(heirs);
  const others = [...names].filter(([id]) => id !== agentId);
  return (
    <Dialog title={say('leave.title', { name })} onClose={onClose}>
      <form
        className="dialog-body"
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          void leave(successorId);
        }}
      >
        <p>{say('leave.what', { name })}</p>
        <Choice
          label={say('leave.successor')}
          hint={say('leave.successor-hint')}
          value={successorId}
          choices={[['', say('leave.nobody')], ...others]}
          onChange={({ target }) => {
            setSuccessor(target.value);
            accept(false);
          }}
        />
        <OwnedCustomers owned={owned} heirs={heirs} heirId={successorId} />
        {isOrphaning && (
          <Check
            label={say('leave.to-nobody')}
            checked={isAccepted}
            onChange={({ target }) => accept(target.checked)}
          />
        )}
        {isSignedOut && (
          <p role="status" className="hint">
            {say('leave.signed-out', { name })}
          </p>
        )}
        {fault !== undefined && (
          <InTheWay fault={fault} name={name} isBusy={isBusy} onSignOut={() => void signOut()} />
        )}
        <div className="dialog-foot">
          <Button onClick={onClose}>{say('action.cancel')}</Button>
          <Button
            kind="grave"
            submits
            disabled={isBusy || heirs.kind !== 'known' || (isOrphaning && !isAccepted)}
          >
            {say('leave.go')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Whether nobody looks after somebody then. */
function someToNobody(heirs: HeirsState): boolean {
  return heirs.kind === 'known' && heirs.heirs.some(({ agentId }) => agentId === undefined);
}

/** Why he cannot leave yet, and the way out. */
function InTheWay({
  fault,
  name,
  isBusy,
  onSignOut,
}: {
  readonly fault: Refused;
  readonly name: string;
  readonly isBusy: boolean;
  readonly onSignOut: () => void;
}) {
  const say = useWords();
  const isOnDuty = fault.type === 'agent-on-duty';
  const isCarrying = fault.type === 'agent-carries-work';
  const words = isOnDuty
    ? say('leave.on-duty', { name })
    : isCarrying
      ? say('leave.carries', { name })
      : fault.message;
  return (
    <div className="fault" role="alert">
      <p>{words}</p>
      {isOnDuty && (
        <span>
          <Button disabled={isBusy} onClick={onSignOut}>
            {say('leave.sign-out')}
          </Button>
        </span>
      )}
      {isCarrying && (
        <a className="link" href="/floor">
          {say('leave.to-floor')}
        </a>
      )}
    </div>
  );
}

/** Takes him off the desk, once at a time. */
function useLeaving({
  agentId,
  name,
  onGone,
}: {
  readonly agentId: string;
  readonly name: string;
  readonly onGone: () => void;
}) {
  const say = useWords();
  const [fault, setFault] = useState<Refused>();
  const [isBusy, setBusy] = useState(false);
  const [isSignedOut, setSignedOut] = useState(false);
  const path = { agentId };
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    setFault(undefined);
    try {
      await work();
    } catch (error) {
      const unreached = new Refused({ type: 'unreachable', title: say('set-up.unreachable') });
      setFault(error instanceof Refused ? error : unreached);
    } finally {
      setBusy(false);
    }
  };
  const leave = (successorId: string): Promise<void> =>
    attempt(async () => {
      const query = successorId === '' ? {} : { successorId };
      const { position } = await answered(
        api.DELETE('/api/v1/agents/{agentId}', { params: { path, query } }),
      );
      toast(say('leave.done', { name }));
      await reloadSettings(['agents'], position);
      onGone();
    });
  const signOut = (): Promise<void> =>
    attempt(async () => {
      const body = { state: 'signed-out' } as const;
      await answered(api.POST('/api/v1/agents/{agentId}/state', { params: { path }, body }));
      setSignedOut(true);
    });
  return { fault, isBusy, isSignedOut, leave, signOut };
}
