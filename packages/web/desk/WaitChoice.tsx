import type { RouteAnswer } from '@rapport/protocol';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Phone } from 'lucide-react';
import { Button } from '../design/Button.tsx';
import { useNow } from '../design/clock.ts';
import { momentText } from '../design/moment-text.ts';
import { durationText } from '../design/time-left.ts';
import { toast } from '../design/Toasts.tsx';
import { answered, api } from '../session/api.ts';
import { cancelCallback, chooseWait } from './acts.ts';
import { CallDialog } from './CallDialog.tsx';
import { loadCustomer } from './customer.ts';
import { type Callback, putCallBack } from './promise-call.ts';
import { useWords } from './words.ts';

type Choices = RouteAnswer<'getChoices'>;

/** How long what was told of the wait may stand before it is asked anew. */
const LOOK_AGAIN_MS = 15_000;

/** A customer's item that nobody has in hand yet. */
interface OpenItem {
  readonly workId: string;
  readonly customerId: string;
  /** Of the customer. */
  readonly name: string;
  readonly phone: string | undefined;
}

/**
 * For whom the customer waits with something else of his, or who calls him and when, and the way to change that
 * for him while he is being spoken with. Nothing where nobody who knows him is expected.
 */
export function WaitChoice({ status, ...item }: OpenItem & { readonly status: string }) {
  const { workId, customerId } = item;
  const say = useWords();
  const [isCalling, call] = useState(false);
  const group = useRef<HTMLDivElement>(null);
  const { choices, lookAgain } = useChoices(workId, status);
  if (choices === undefined) return null;
  const { agents, callbacks, callback } = choices;
  // Whoever is about to promise a call keeps what he has typed.
  if (agents.length + callbacks.length === 0 && callback === undefined && !isCalling) return null;
  const changed = (position: number | undefined): void => {
    lookAgain();
    void loadCustomer(customerId, position);
  };
  const title = say(callback === undefined ? 'wait.title' : 'callback.title');
  return (
    <div className="wait-choice" role="group" aria-label={title} ref={group} tabIndex={-1}>
      {callback === undefined ? (
        <Waits {...{ workId, choices, lookAgain }} />
      ) : (
        <Promised
          {...{ workId, callback, changed }}
          // What was pressed goes: whoever goes by keys stays here.
          onCancelled={() => group.current?.focus()}
        />
      )}
      {callbacks.length > 0 && (
        <Button size="small" onClick={() => call(true)}>
          <Phone size={13} aria-hidden />
          {say(callback === undefined ? 'call.open' : 'call.move')}
        </Button>
      )}
      {isCalling && (
        <CallDialog
          {...item}
          before={callback}
          callers={callbacks}
          onClose={() => call(false)}
          onChanged={changed}
        />
      )}
    </div>
  );
}

/** Whom the customer may wait for. */
function Waits({
  workId,
  choices: { agents, anybodyMs, chosenId },
  lookAgain,
}: {
  readonly workId: string;
  readonly choices: Choices;
  readonly lookAgain: () => void;
}) {
  const say = useWords();
  const [isChoosing, setChoosing] = useState(false);
  const label = (name: string, ms: number | undefined): string =>
    ms === undefined ? name : say('wait.about', { name, time: durationText(ms) });
  const options = [
    ...agents.map(({ agentId, piiName, wait }) => ({
      agentId,
      text: label(piiName, wait?.evenMs),
    })),
    { agentId: undefined, text: label(say('wait.anybody'), anybodyMs) },
  ];
  return (
    <>
      <span className="hint">{say('wait.title')}</span>
      {options.map(({ agentId, text }) => (
        <Button
          key={agentId ?? ''}
          size="small"
          disabled={isChoosing}
          aria-pressed={chosenId === agentId}
          onClick={() => {
            setChoosing(true);
            void chooseWait(workId, agentId).then(() => {
              setChoosing(false);
              lookAgain();
            });
          }}
        >
          {text}
        </Button>
      ))}
    </>
  );
}

/** Who calls and when, and that it is not to be. */
function Promised({
  workId,
  callback,
  changed,
  onCancelled,
}: {
  readonly workId: string;
  readonly callback: Callback;
  readonly onCancelled: () => void;
  readonly changed: (position: number | undefined) => void;
}) {
  const say = useWords();
  const now = useNow();
  const [isBusy, setBusy] = useState(false);
  const cancel = async (): Promise<void> => {
    setBusy(true);
    const position = await cancelCallback(workId);
    setBusy(false);
    if (position === undefined) return;
    onCancelled();
    changed(position);
    toast(say('call.cancelled'), () => void putCallBack(workId, callback).then(changed));
  };
  const { piiName: agent, dueAt } = callback;
  return (
    <>
      <span className="num">{say('call.promised', { agent, at: momentText(dueAt, now) })}</span>
      <Button size="small" disabled={isBusy} onClick={() => void cancel()}>
        {say('call.cancel')}
      </Button>
    </>
  );
}

/** Asked now, as its state changes, and again and again while it is looked at; undefined until it is known. */
function useChoices(workId: string, status: string) {
  const [looks, setLooks] = useState(0);
  const [choices, setChoices] = useState<Choices>();
  const lookAgain = useCallback(() => setLooks((count) => count + 1), []);
  useEffect(() => {
    let isPassed = false;
    answered(api.GET('/api/v1/work/{workId}/choices', { params: { path: { workId } } })).then(
      (told) => {
        if (!isPassed) setChoices(told);
      },
      // What was told before stays until it is asked the next time; it may be over.
      () => undefined,
    );
    const timer = setTimeout(lookAgain, LOOK_AGAIN_MS);
    return () => {
      isPassed = true;
      clearTimeout(timer);
    };
  }, [workId, status, looks, lookAgain]);
  return { choices, lookAgain };
}
