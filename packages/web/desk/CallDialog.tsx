import type { CallbackChoice } from '@rapport/protocol';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Choice, Field } from '../design/Field.tsx';
import { Fault } from '../design/Notes.tsx';
import { momentText } from '../design/moment-text.ts';
import { toast } from '../design/Toasts.tsx';
import { offeredNow } from './offered-now.ts';
import { type Callback, promiseCall, putCallBack, type Wrong } from './promise-call.ts';
import { say as sayNow, useWords } from './words.ts';

interface Asked {
  readonly workId: string;
  /** What the customer is called. */
  readonly name: string;
  /** A number of his that is known. */
  readonly phone: string | undefined;
  /** What is promised so far. */
  readonly before: Callback | undefined;
  /** Who could call, and when, as things stand. */
  readonly callers: readonly CallbackChoice[];
  readonly onClose: () => void;
  /** It was promised, or that was taken back, as of a position of the journal. */
  readonly onChanged: (position: number | undefined) => void;
}

/** What is chosen so far, and what is typed. */
interface Draft {
  readonly agentId: string;
  /** What was shown as chosen as it was opened stays chosen, as the moments of the list move on. */
  readonly at: number | undefined;
  /** A moment of one's own, as its field has it; it comes before the other. */
  readonly own: string;
  readonly piiPhone: string;
}

/** Promises a customer a call, or another than was promised: who, when, and at which number. */
export function CallDialog(asked: Asked) {
  const { name, callers, onClose } = asked;
  const say = useWords();
  const [draft, setDraft] = useState(() => draftOf(asked));
  const [wrong, setWrong] = useState<Wrong>();
  const [isUnderway, setUnderway] = useState(false);
  const change = (changed: Partial<Draft>): void => {
    setDraft({ ...draft, ...changed });
    setWrong(undefined);
  };
  const { own, piiPhone } = draft;
  const { caller, moments, kept } = offeredNow(callers, draft);
  const chosen = own === '' ? kept : new Date(own).getTime();
  const go = async (): Promise<void> => {
    if (caller === undefined) return;
    if (chosen === undefined || !(chosen > Date.now())) {
      setWrong({ what: 'moment', why: say('later.past') });
      return;
    }
    setUnderway(true);
    setWrong(await promiseAndTell(asked, { caller, dueAt: chosen, piiPhone: piiPhone.trim() }));
    setUnderway(false);
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
          onChoose={(agentId) => change({ agentId, at: firstOf(callers, agentId), own: '' })}
        />
        <Moments
          moments={moments}
          chosen={own === '' ? chosen : undefined}
          onChoose={(at) => change({ at, own: '' })}
        />
        <Field
          label={say('later.choose')}
          type="datetime-local"
          value={own}
          wrong={wrongAt('moment')}
          onChange={({ target }) => change({ own: target.value })}
        />
        <Field
          label={say('call.number')}
          hint={say('call.number-hint')}
          type="tel"
          maxLength={40}
          value={piiPhone}
          wrong={wrongAt('number')}
          onChange={({ target }) => change({ piiPhone: target.value })}
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

/** Whoever has promised already goes on to, at the number that he was given. */
function draftOf({ callers, before, phone = '' }: Asked): Draft {
  const caller = callers.find((each) => each.agentId === before?.agentId) ?? callers[0];
  const { agentId = '', moments = [] } = caller ?? {};
  return { agentId, at: moments[0], own: '', piiPhone: before === undefined ? phone : '' };
}

function firstOf(callers: readonly CallbackChoice[], agentId: string): number | undefined {
  return callers.find((each) => each.agentId === agentId)?.moments[0];
}

interface Chosen {
  readonly caller: CallbackChoice;
  readonly dueAt: number;
  readonly piiPhone: string;
}

/** Promises the call and tells so, with a way back to what was; returns what was refused. */
async function promiseAndTell(
  { workId, before, onClose, onChanged }: Asked,
  { caller: { agentId, piiName: agent }, dueAt, piiPhone }: Chosen,
): Promise<Wrong | undefined> {
  const answer = await promiseCall(workId, { agentId, agent, dueAt, piiPhone });
  if (typeof answer !== 'number') return answer;
  onClose();
  onChanged(answer);
  toast(
    sayNow('call.promised', { agent, at: momentText(dueAt) }),
    () => void putCallBack(workId, before).then(onChanged),
  );
  return undefined;
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
