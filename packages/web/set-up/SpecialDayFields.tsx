import { X } from 'lucide-react';
import { Button, IconButton } from '../design/Button.tsx';
import { Field } from '../design/Field.tsx';
import { SpanFields } from './SpanFields.tsx';
import type { SpecialDay } from './week.ts';
import { useWords } from './words/words.ts';

/** Holidays, and dates that have other hours than their day of the week. */
export function SpecialDayFields({
  days,
  onChange,
}: {
  readonly days: readonly SpecialDay[];
  readonly onChange: (days: readonly SpecialDay[]) => void;
}) {
  const say = useWords();
  const put = (index: number, part: Partial<SpecialDay>): void =>
    onChange(days.map((each, at) => (at === index ? { ...each, ...part } : each)));
  return (
    <fieldset className="group">
      <legend>{say('hours.special')}</legend>
      <p className="hint">{say('hours.special-hint')}</p>
      {days.map(({ date, name, hours }, index) => (
        <div key={index}>
          <div className="beside">
            <Field
              label={say('hours.date')}
              type="date"
              required
              value={date}
              onChange={(event) => put(index, { date: event.target.value })}
            />
            <Field
              label={say('hours.occasion')}
              value={name}
              onChange={(event) => put(index, { name: event.target.value })}
            />
            <IconButton
              label={say('hours.remove-date', { name: name === '' ? date : name })}
              onClick={() => onChange(days.filter((_, at) => at !== index))}
            >
              <X size={14} aria-hidden />
            </IconButton>
          </div>
          <SpanFields
            label={name === '' ? say('hours.that-day') : name}
            hours={hours}
            onChange={(next) => put(index, { hours: next })}
          />
        </div>
      ))}
      <span>
        <Button size="small" onClick={() => onChange([...days, { date: '', name: '', hours: [] }])}>
          {say('hours.add-date')}
        </Button>
      </span>
    </fieldset>
  );
}
