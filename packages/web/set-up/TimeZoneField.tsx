import { type ComponentProps, useId } from 'react';
import { Field } from '../design/Field.tsx';
import { useWords } from './words/words.ts';

const ZONES = Intl.supportedValuesOf('timeZone');

/** A time zone by its name, of those that the browser knows. */
export function TimeZoneField({
  onType,
  ...rest
}: Pick<ComponentProps<typeof Field>, 'value' | 'wrong' | 'hint' | 'required' | 'placeholder'> & {
  readonly onType: (value: string) => void;
}) {
  const say = useWords();
  const id = useId();
  return (
    <>
      <Field
        label={say('set-up.time-zone')}
        list={id}
        {...rest}
        onChange={(event) => onType(event.target.value)}
      />
      <datalist id={id}>
        {ZONES.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
