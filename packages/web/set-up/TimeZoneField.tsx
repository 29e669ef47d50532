import { useId } from 'react';
import { Field } from '../design/Field.tsx';
import { useWords } from './words/words.ts';

const ZONES = Intl.supportedValuesOf('timeZone');

/** A time zone by its name, of those that the browser knows. */
export function TimeZoneField({
  value,
  wrong,
  onChange,
}: {
  readonly value: string;
  readonly wrong?: string | undefined;
  readonly onChange: (value: string) => void;
}) {
  const say = useWords();
  const id = useId();
  return (
    <>
      <Field
        label={say('set-up.time-zone')}
        list={id}
        required
        value={value}
        wrong={wrong}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={id}>
        {ZONES.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
