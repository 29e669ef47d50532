import type { CallbackChoice } from '@rapport/protocol';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Choice, Field } from '../design/Field.tsx';
import { Fault } from '../design/Notes.tsx';
import { momentText } from '../design/moment-text.ts';
import { toast } from '../design/Toasts.tsx';
import { Refused } from '../session/api.ts';
import { cancelCallback, promiseCallback } from './acts.ts';
import { offeredNow } from './offered-now.ts';
import { say as sayNow, useWords } from './words.ts';

/** What was refused, and why: the moment, the number, or the call itself. */
interface Wrong {
  readonly what: 'moment' | 'number' | 'call';
  readonly why: string;
}

interface Asked {
  readonly workId: string;
  /** What the customer is called. */
  readonly name: string;
  /** A number of his that is known. */
  readonly phone: string | undefined;
  /** Who could call, and when, as things stand. */
  readonly callers: readonly CallbackChoice[];
  readonly onClose: () => void;
  /** It was promised, or that was taken back, as of a position of the journal. */
  readonly onChanged: (position: number | undefined) => void;
}

/** Promises the customer of a waiting item a call: who, when, and at which number. */
export function CallDialog({ workId, name, phone, callers, onClose, onChanged }: Asked) {
  const say = useWords();
  const [agentId, setAgentId] = useState(callers[0]?.agentId ?? '');
  // What was shown as chosen when it was opened stays chosen, as the moments of the list move on.
  const [at, setAt] = useState(callers[0]?.moments[0]);
  const [own, setOwn] = useState('');
  const [piiPhone, setPhone] = useState(phone ?? '');
  const [wrong, setWrong] = useState<Wrong>();
  const [isUnderway, setUnderway] = useState(false);
  const { caller, moments, kept } = offeredNow(callers, { agentId, at });
  const chosen = own === '' ? kept : new Date(own).getTime();
  const go = async (): Promise<void> => {
    if (caller === undefined) return;
    if (chosen === undefined || !(chosen > Date.now())) {
      setWrong({ what: 'moment', why: say('later.past') });
      return;
    }
    setUnderway(true);
    const call = { agentId: caller.agentId, dueAt: chosen, piiPhone: piiPhone.trim() };
    const answer = await promise(workId, call, caller.piiName);
    setUnderway(false);
    if (typeof answer === 'number') {
      onClose();
      onChanged(answer);
      const told = say('call.promised', { agent: caller.piiName, at: momentText(chosen) });
      toast(told, () => void cancelCallback(workId).then(onChanged));
    } else setWrong(answer);
  };
  const wrongAt = (what: Wrong['what']): string | undefined =>
    wrong?.what === what ? wrong.why : undefined;
  return (
    <Dialog title={say('call.title', { name })} onClose={onClose}>
      <form
        className="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          void go();
        }}
      >
        <Callers
          callers={callers}
          chosenId={caller?.agentId}
          onChoose={(each) => {
            setAgentId(each);
            setAt(callers.find((other) => other.agentId === each)?.moments[0]);
          }}
        />
        <Moments
          moments={moments}
          chosen={own === '' ? chosen : undefined}
          onChoose={(moment) => {
            setAt(moment);
            setOwn('');
            setWrong(undefined);
          }}
        />
        <Field
          label={say('later.choose')}
          type="datetime-local"
          value={own}
          wrong={wrongAt('moment')}
          onChange={({ target }) => {
            setOwn(target.value);
            setWrong(undefined);
          }}
        />
        <Field
          label={say('call.number')}
          hint={say('call.number-hint')}
          type="tel"
          maxLength={40}
          value={piiPhone}
          wrong={wrongAt('number')}
          onChange={({ target }) => {
            setPhone(target.value);
            setWrong(undefined);
          }}
        />
        <p className="hint">{say('call.kept-free')}</p>
        {wrong?.what === 'call' && <Fault>{wrong.why}</Fault>}
        <div className="dialog-foot">
          <Button onClick={onClose}>{say('action.cancel')}</Button>
          <Button kind="main" submits disabled={isUnderway || caller === undefined}>
            {say('call.go')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Who calls, to be chosen where several could. */
function Callers({
  callers,
  chosenId,
  onChoose,
}: {
  readonly callers: readonly CallbackChoice[];
  readonly chosenId: string | undefined;
  readonly onChoose: (agentId: string) => void;
}) {
  const say = useWords();
  const [only] = callers;
  if (only === undefined) return <Fault>{say('call.nobody')}</Fault>;
  if (callers.length === 1) return <p>{say('call.by', { agent: only.piiName })}</p>;
  return (
    <Choice
      label={say('call.who')}
      value={chosenId ?? ''}
      choices={callers.map((each) => [each.agentId, each.piiName])}
      onChange={({ target }) => onChoose(target.value)}
    />
  );
}

function Moments({
  moments,
  chosen,
  onChoose,
}: {
  readonly moments: readonly number[];
  readonly chosen: number | undefined;
  readonly onChoose: (at: number) => void;
}) {
  const say = useWords();
  if (moments.length === 0) return null;
  return (
    <fieldset className="times">
      <legend>{say('later.when')}</legend>
      {moments.map((moment) => (
        <label key={moment} className="check">
          <input
            type="radio"
            name="call"
            checked={chosen === moment}
            onChange={() => onChoose(moment)}
          />
          {momentText(moment)}
        </label>
      ))}
    </fieldset>
  );
}

interface AskedCall {
  readonly agentId: string;
  readonly dueAt: number;
  /** As it was written; empty for the one that is known. */
  readonly piiPhone: string;
}

/** Promises the call; returns what was refused, or where it stands in the journal once it is promised. */
async function promise(
  workId: string,
  { piiPhone, ...call }: AskedCall,
  agent: string,
): Promise<Wrong | number> {
  try {
    return await promiseCallback(workId, { ...call, ...(piiPhone !== '' && { piiPhone }) });
  } catch (error) {
    if (!(error instanceof Refused)) return { what: 'call', why: sayNow('sign-in.unreachable') };
    const { type, field, message } = error;
    if (field === 'piiPhone') return { what: 'number', why: sayNow('call.number-refused') };
    if (field === 'dueAt') return { what: 'moment', why: sayNow('later.past') };
    if (type === 'moment-not-free') {
      return { what: 'moment', why: sayNow('call.not-free', { agent }) };
    }
    if (type === 'work-state-wrong') return { what: 'call', why: sayNow('call.too-late') };
    if (type === 'agent-not-choosable' || type === 'agent-unknown') {
      return { what: 'call', why: sayNow('call.not-theirs', { agent }) };
    }
    return { what: 'call', why: message };
  }
}
