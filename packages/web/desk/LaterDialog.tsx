import { mintKey } from '@rapport/protocol';
import { useRef, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Check, Field } from '../design/Field.tsx';
import { answered, api, Refused } from '../session/api.ts';
import { deferWork } from './acts.ts';
import type { DeskRow } from './rows.ts';
import { momentText } from '../design/moment-text.ts';
import { useWords } from './words.ts';

/** Puts something off until a moment, and promises it to the customer. */
export function LaterDialog({
  row: { workId, interactionId },
  name,
  onClose,
  onPutOff,
}: {
  readonly row: DeskRow;
  readonly name: string;
  readonly onClose: () => void;
  readonly onPutOff: (at: number) => void;
}) {
  const say = useWords();
  const [times] = useState(() => timesFrom(Date.now()));
  const [at, setAt] = useState(() => times[0]?.at ?? 0);
  const [own, setOwn] = useState('');
  const [isAsked, setTold] = useState(true);
  const isTold = isAsked && interactionId !== undefined;
  const [words, setWords] = useState<string>();
  const [wrong, setWrong] = useState<string>();
  const moment = own === '' ? at : new Date(own).getTime();
  const putOff = usePuttingOff(workId, setWrong);
  const said = words ?? say('later.words', { at: momentText(moment || at) });
  const go = async (): Promise<void> => {
    if (!(moment > Date.now())) {
      setWrong(say('later.past'));
      return;
    }
    if (!(await putOff(moment, isTold ? { interactionId, text: said.trim() } : undefined))) return;
    onPutOff(moment);
    onClose();
  };
  return (
    <Dialog title={say('later.title', { name })} onClose={onClose}>
      <form
        className="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          void go();
        }}
      >
        <Times
          times={times}
          chosen={own === '' ? at : undefined}
          onChoose={(each) => {
            setAt(each);
            setOwn('');
          }}
        />
        <Field
          label={say('later.choose')}
          type="datetime-local"
          value={own}
          wrong={wrong}
          onChange={({ target }) => {
            setOwn(target.value);
            setWrong(undefined);
          }}
        />
        <p className="hint">{say('later.full')}</p>
        {interactionId !== undefined && (
          <Check
            label={say('later.tell', { name })}
            checked={isTold}
            onChange={({ target }) => setTold(target.checked)}
          />
        )}
        {isTold && (
          <textarea
            className="input"
            rows={2}
            dir="auto"
            aria-label={say('later.tell', { name })}
            value={said}
            maxLength={2_000}
            onChange={({ target }) => setWords(target.value)}
          />
        )}
        <div className="dialog-foot">
          <Button onClick={onClose}>{say('action.cancel')}</Button>
          <Button kind="main" submits>
            {say(isTold ? 'later.go' : 'later.go-quiet')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface Promised {
  readonly interactionId: string;
  readonly text: string;
}

/** Puts an item off, once at a time; what is promised is said once, however often it is tried. */
function usePuttingOff(workId: string, onWrong: (why: string) => void) {
  const said = useRef({ id: '', text: '', isSaid: false });
  const isUnderway = useRef(false);
  const tell = async ({ interactionId, text }: Promised): Promise<boolean> => {
    if (text !== said.current.text) said.current = { id: mintKey(), text, isSaid: false };
    said.current.isSaid ||= await promise(interactionId, said.current, onWrong);
    return said.current.isSaid;
  };
  return async (untilAt: number, promised: Promised | undefined): Promise<boolean> => {
    if (isUnderway.current) return false;
    isUnderway.current = true;
    try {
      const isTold = promised === undefined || said.current.isSaid || (await tell(promised));
      return isTold && (await deferWork(workId, untilAt));
    } finally {
      isUnderway.current = false;
    }
  };
}

function Times({
  times,
  chosen,
  onChoose,
}: {
  readonly times: ReturnType<typeof timesFrom>;
  readonly chosen: number | undefined;
  readonly onChoose: (at: number) => void;
}) {
  const say = useWords();
  return (
    <fieldset className="times">
      <legend>{say('later.when')}</legend>
      {times.map(({ words, at }, index) => (
        <label key={words} className="check">
          <input
            type="radio"
            name="later"
            autoFocus={index === 0}
            checked={chosen === at}
            onChange={() => onChoose(at)}
          />
          {say(words, { at: momentText(at) })}
        </label>
      ))}
    </fieldset>
  );
}

/** Says it to the customer, once under its id; false where it was not said. */
async function promise(
  interactionId: string,
  { id, text: piiText }: { readonly id: string; readonly text: string },
  onWrong: (why: string) => void,
): Promise<boolean> {
  if (piiText === '') return true;
  try {
    await answered(
      api.POST('/api/v1/interactions/{interactionId}/messages', {
        params: { path: { interactionId }, header: { 'Idempotency-Key': id } },
        body: { piiText },
      }),
    );
    return true;
  } catch (error) {
    onWrong(error instanceof Refused ? error.message : String(error));
    return false;
  }
}

/** Moments that people put things off to, in their order. */
function timesFrom(now: number) {
  const at = (days: number, hour: number): number => {
    const date = new Date(now);
    date.setDate(date.getDate() + days);
    return date.setHours(hour, 0, 0, 0);
  };
  const quarter = 15 * 60_000;
  const inHours = (hours: number): number =>
    Math.ceil((now + hours * 3_600_000) / quarter) * quarter;
  const times = [
    { words: 'later.hour', at: inHours(1) },
    { words: 'later.hours', at: inHours(3) },
    { words: 'later.evening', at: at(0, 17) },
    { words: 'later.tomorrow', at: at(1, 9) },
  ] as const;
  return times.filter((each) => each.at > now + 5 * 60_000);
}
