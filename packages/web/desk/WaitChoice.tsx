import type { RouteAnswer } from '@rapport/protocol';
import { useCallback, useEffect, useState } from 'react';
import { Phone } from 'lucide-react';
import { Button } from '../design/Button.tsx';
import { durationText } from '../design/time-left.ts';
import { answered, api } from '../session/api.ts';
import { chooseWait } from './acts.ts';
import { CallDialog } from './CallDialog.tsx';
import { useWords } from './words.ts';

type Choices = RouteAnswer<'getChoices'>;

/** How long what was told of the wait may stand before it is asked anew. */
const LOOK_AGAIN_MS = 15_000;

/**
 * For whom the customer waits with something else of his, and the way to change that for him while he is
 * being spoken with. Nothing where nobody who knows him is expected.
 */
export function WaitChoice({
  workId,
  name,
  phone,
}: {
  readonly workId: string;
  /** Of the customer. */
  readonly name: string;
  readonly phone: string | undefined;
}) {
  const say = useWords();
  const [isCalling, call] = useState(false);
  const { choices, lookAgain } = useChoices(workId);
  const [isChoosing, setChoosing] = useState(false);
  if (choices === undefined) return null;
  // Whoever is about to promise a call keeps what he has typed.
  if (choices.agents.length + choices.callbacks.length === 0 && !isCalling) return null;
  const { agents, anybodyMs, callbacks, chosenId } = choices;
  const label = (name: string, ms: number | undefined): string =>
    ms === undefined ? name : say('wait.about', { name, time: durationText(ms) });
  const options = [
    ...agents.map(({ agentId, piiName, wait }) => ({
      agentId,
      text: label(piiName, wait?.evenMs),
    })),
    { agentId: undefined, text: label(say('wait.anybody'), anybodyMs) },
  ];
  const title = say('wait.title');
  return (
    <div className="wait-choice" role="group" aria-label={title}>
      <span className="hint">{title}</span>
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
      {callbacks.length > 0 && (
        <Button size="small" onClick={() => call(true)}>
          <Phone size={13} aria-hidden />
          {say('call.open')}
        </Button>
      )}
      {isCalling && (
        <CallDialog
          {...{ workId, name, phone }}
          callers={callbacks}
          onClose={(isPromised) => {
            call(false);
            if (isPromised) lookAgain();
          }}
        />
      )}
    </div>
  );
}

/** Asked now, and again and again while it is looked at; undefined until it is known. */
function useChoices(workId: string) {
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
  }, [workId, looks, lookAgain]);
  return { choices, lookAgain };
}
