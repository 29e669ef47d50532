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
import { say as sayNow, useWords } from './words.ts';

/** What was refused, and why. */
interface Wrong {
  readonly field: string;
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
  readonly onClose: (isPromised: boolean) => void;
}

/** Promises the customer of a waiting item a call: who, when, and at which number. */
export function CallDialog({ workId, name, phone, callers, onClose }: Asked) {
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
      setWrong({ field: 'dueAt', why: say('later.past') });
      return;
    }
    setUnderway(true);
    const call = { agentId: caller.agentId, dueAt: chosen, piiPhone: piiPhone.trim() };
    const fault = await promise(workId, call);
    setUnderway(false);
    setWrong(fault);
    if (fault !== undefined) return;
    const told = say('call.promised', { agent: caller.piiName, at: momentText(chosen) });
    toast(told, () => void cancelCallback(workId));
    onClose(true);
  };
  const wrongAt = (...fields: readonly string[]): string | undefined =>
    wrong !== undefined && fields.includes(wrong.field) ? wrong.why : undefined;
  return (
    <Dialog title={say('call.title', { name })} onClose={() => onClose(false)}>
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
          wrong={wrongAt('dueAt', 'agentId')}
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
          wrong={wrongAt('piiPhone')}
          onChange={({ target }) => {
            setPhone(target.value);
            setWrong(undefined);
          }}
        />
        <p className="hint">{say('call.kept-free')}</p>
        <div className="dialog-foot">
          <Button onClick={() => onClose(false)}>{say('action.cancel')}</Button>
          <Button kind="main" submits disabled={isUnderway || caller === undefined}>
            {say('call.go')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/**
 * Who calls and at which moments, of those who could by now. What was chosen stays among them while it may be had:
 * before somebody's first moment he is not free, after it he may be. Nothing else is chosen in its place.
 */
function offeredNow(
  callers: readonly CallbackChoice[],
  { agentId, at }: { readonly agentId: string; readonly at: number | undefined },
) {
  const caller = callers.find((each) => each.agentId === agentId) ?? callers[0];
  const { moments = [] } = caller ?? {};
  const first = moments[0] ?? Infinity;
  const isKept = caller?.agentId === agentId && at !== undefined && at >= first;
  if (!isKept) return { caller, moments, kept: undefined };
  if (moments.includes(at)) return { caller, moments, kept: at };
  return { caller, moments: [...moments, at].sort((a, b) => a - b), kept: at };
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

/** Promises the call; returns what was refused, or undefined once it is promised. */
async function promise(
  workId: string,
  {
    piiPhone,
    ...call
  }: { readonly agentId: string; readonly dueAt: number; readonly piiPhone: string },
): Promise<Wrong | undefined> {
  try {
    await promiseCallback(workId, { ...call, ...(piiPhone !== '' && { piiPhone }) });
    return undefined;
  } catch (error) {
    if (!(error instanceof Refused)) return { field: 'dueAt', why: sayNow('sign-in.unreachable') };
    if (error.field === 'piiPhone') {
      return { field: 'piiPhone', why: sayNow('call.number-refused') };
    }
    return { field: error.field ?? 'dueAt', why: error.message };
  }
}
