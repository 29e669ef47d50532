import { X } from 'lucide-react';
import { Button, IconButton } from '../design/Button.tsx';
import { Choice, Field } from '../design/Field.tsx';
import {
  channelText,
  NEW_TERM,
  TERM_CHANNELS,
  type TermDraft,
  termOf,
  termText,
} from './agreement-draft.ts';
import { type Unit, UNITS } from './durations.ts';
import { useSettings } from './settings.ts';
import { useWords } from './words/words.ts';

/** What is promised: one promise after the other, each for what it is made and how soon. */
export function AgreementTerms({
  terms,
  onChange,
}: {
  readonly terms: readonly TermDraft[];
  readonly onChange: (terms: readonly TermDraft[]) => void;
}) {
  const say = useWords();
  return (
    <>
      {terms.map((term, index) => (
        <fieldset className="group" key={index}>
          <legend>{say('agreements.promise', { number: index + 1 })}</legend>
          <TermFields
            term={term}
            onChange={(part) =>
              onChange(terms.map((each, at) => (at === index ? { ...each, ...part } : each)))
            }
          />
          <div className="beside">
            <p className="hint grow">{Number(term.count) > 0 && termText(termOf(term), say)}</p>
            {terms.length > 1 && (
              <IconButton
                label={say('agreements.remove', { number: index + 1 })}
                onClick={() => onChange(terms.filter((_, at) => at !== index))}
              >
                <X size={14} aria-hidden />
              </IconButton>
            )}
          </div>
        </fieldset>
      ))}
      <span>
        <Button size="small" onClick={() => onChange([...terms, NEW_TERM])}>
          {say('agreements.add')}
        </Button>
      </span>
    </>
  );
}

function TermFields({
  term,
  onChange,
}: {
  readonly term: TermDraft;
  readonly onChange: (part: Partial<TermDraft>) => void;
}) {
  const say = useWords();
  return (
    <>
      <div className="beside">
        <Choice
          label={say('agreements.channel')}
          value={term.channel}
          choices={[
            ['', say('agreements.every-channel')],
            ...TERM_CHANNELS.map((each) => [each, channelText(each, say)] as const),
          ]}
          onChange={({ target }) => onChange({ channel: target.value as TermDraft['channel'] })}
        />
        <Field
          label={say('agreements.tier')}
          placeholder={say('agreements.any')}
          value={term.tier}
          onChange={({ target }) => onChange({ tier: target.value })}
        />
      </div>
      <div className="beside">
        <Field
          label={say('agreements.case-type')}
          placeholder={say('agreements.any')}
          value={term.caseType}
          onChange={({ target }) => onChange({ caseType: target.value })}
        />
        <Field
          label={say('agreements.priority')}
          placeholder={say('agreements.any')}
          type="number"
          min="-10"
          max="10"
          step="any"
          value={term.minPriority}
          onChange={({ target }) => onChange({ minPriority: target.value })}
        />
      </div>
      <TimeFields term={term} onChange={onChange} />
    </>
  );
}

/** How soon, for how many, in which hours. */
function TimeFields({
  term,
  onChange,
}: {
  readonly term: TermDraft;
  readonly onChange: (part: Partial<TermDraft>) => void;
}) {
  const say = useWords();
  const calendars = useSettings('calendars');
  return (
    <>
      <div className="beside">
        <Field
          label={say('promises.within')}
          type="number"
          min="1"
          required
          value={term.count}
          onChange={({ target }) => onChange({ count: target.value })}
        />
        <Choice
          label={say('promises.unit')}
          value={term.unit}
          choices={(Object.keys(UNITS) as Unit[]).map((each) => [each, say(`unit.${each}`)])}
          onChange={({ target }) => onChange({ unit: target.value as Unit })}
        />
      </div>
      <div className="beside">
        <Field
          label={say('promises.share')}
          type="number"
          min="0.1"
          max="100"
          step="0.1"
          required
          value={term.share}
          onChange={({ target }) => onChange({ share: target.value })}
        />
        <Choice
          label={say('promises.calendar')}
          value={term.calendarId}
          choices={[
            ['', say('promises.always')],
            ...calendars.items.map(({ calendarId }) => [calendarId, calendarId] as const),
          ]}
          onChange={({ target }) => onChange({ calendarId: target.value })}
        />
      </div>
    </>
  );
}
