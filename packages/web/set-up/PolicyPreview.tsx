import type { Policy, PolicyPreview as Preview } from '@rapport/protocol';
import { type SubmitEvent, useId, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Field } from '../design/Field.tsx';
import { Empty, Fault } from '../design/Notes.tsx';
import { locale } from '../words/words.ts';
import { numberName } from './PolicyNumber.tsx';
import {
  fieldsOf,
  isWithin,
  NOT_PREVIEWED,
  type PolicyDraft,
  typedNumbers,
} from './policy-numbers.ts';
import { PreviewFigures } from './PreviewFigures.tsx';
import { type BegunPreview, usePreview } from './use-preview.ts';
import { useWords } from './words/words.ts';

/** Up to here the day is read, up to there it is played under the policy that holds. */
const READ = 0.2;
const PLAYED_NOW = 0.6;

const ASSUMED = [
  'preview.assumed-outside',
  'preview.assumed-offers',
  'preview.assumed-time',
  'preview.assumed-patience',
  'preview.assumed-choices',
] as const;

/** What would have happened on a day that is over, under the numbers that are typed. */
export function PolicyPreview({
  policy,
  draft,
}: {
  readonly policy: Policy;
  readonly draft: PolicyDraft;
}) {
  const say = useWords();
  const id = useId();
  const { begun, ended, fault, isBusy, start, stop } = usePreview(say('set-up.unreachable'));
  const [day, setDay] = useState('');
  const fields = fieldsOf(policy, draft);
  const canTry = fields.every((field) => isWithin(field, draft));
  const numbers = typedNumbers(policy, draft);
  const isRunning = begun?.preview.status === 'running';
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void start(numbers, day === '' ? undefined : day);
  };
  const wrongDay = fault?.field === 'day' ? say('preview.day-wrong') : undefined;
  return (
    <aside className="pane" aria-labelledby={id}>
      <header className="pane-head">
        <h2 id={id}>{say('preview.title')}</h2>
      </header>
      <div className="pane-body policy-preview" tabIndex={0} role="group" aria-labelledby={id}>
        <p className="hint">{say('preview.hint')}</p>
        <form className="policy-day" noValidate onSubmit={submit}>
          <Field
            label={say('preview.day')}
            hint={say('preview.day-hint')}
            type="date"
            value={day}
            wrong={wrongDay}
            onChange={(event) => setDay(event.target.value)}
          />
          {isRunning ? (
            <Button disabled={isBusy} onClick={() => void stop()}>
              {say('preview.end')}
            </Button>
          ) : (
            <Button submits disabled={isBusy || !canTry}>
              {say(begun === undefined ? 'preview.start' : 'preview.again')}
            </Button>
          )}
        </form>
        {!canTry && <p className="hint">{say('preview.mend')}</p>}
        {fault !== undefined && wrongDay === undefined && <Fault>{fault.message}</Fault>}
        <p role="status">{ended !== undefined && say(`preview.${ended}`)}</p>
        {begun !== undefined && <Outcome begun={begun} policy={policy} numbers={numbers} />}
        <details>
          <summary>{say('preview.assumed')}</summary>
          <ul>
            {ASSUMED.map((each) => (
              <li key={each}>{say(each)}</li>
            ))}
          </ul>
        </details>
      </div>
    </aside>
  );
}

/** How far it is, or what came of it. */
function Outcome({
  begun: { preview, tried },
  policy,
  numbers,
}: {
  readonly begun: BegunPreview;
  readonly policy: Policy;
  readonly numbers: Readonly<Record<string, number>>;
}) {
  const say = useWords();
  const { status, columns, unfitCount = 0 } = preview;
  if (status === 'failed') return <Fault>{say('preview.failed')}</Fault>;
  if (columns === undefined) return <Progress preview={preview} />;
  const day = dayText(preview.day);
  if (columns.recorded.offeredCount === 0 && columns.today.offeredCount === 0) {
    return <Empty size="small">{say('preview.empty', { day })}</Empty>;
  }
  const names = changedNames(policy.numbers, tried);
  const unseen = names.filter((name) => NOT_PREVIEWED.includes(name));
  return (
    <>
      {changedNames(tried, numbers).length > 0 && (
        <p className="hint" role="status">
          {say('preview.stale')}
        </p>
      )}
      <PreviewFigures columns={columns} caption={say('preview.of', { day })} />
      <p className="hint">{say(names.length === 0 ? 'preview.unchanged' : 'preview.compare')}</p>
      {unseen.length > 0 && (
        <p>
          {say('preview.cannot', {
            names: unseen.map((name) => `“${numberName(name, say)}”`).join(', '),
          })}
        </p>
      )}
      {unfitCount > 0 && <p className="hint">{say('preview.unfit', { count: unfitCount })}</p>}
    </>
  );
}

function Progress({ preview: { doneRatio } }: { readonly preview: Preview }) {
  const say = useWords();
  const id = useId();
  const stage =
    doneRatio < READ ? 'reading' : doneRatio < PLAYED_NOW ? 'playing-now' : 'playing-yours';
  return (
    <div>
      <p id={id} role="status">
        {say(`preview.${stage}`)}
      </p>
      <progress aria-labelledby={id} value={doneRatio} max={1} />
    </div>
  );
}

/** Which numbers two policies differ in. */
function changedNames(
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
): readonly string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => before[name] !== after[name]);
}

function dayText(day: string): string {
  const format = new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' });
  return format.format(Date.parse(`${day}T00:00:00Z`));
}
