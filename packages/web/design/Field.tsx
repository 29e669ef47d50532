import { CircleAlert } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';

interface FieldProps extends Omit<ComponentProps<'input'>, 'id'> {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with what was typed; what was typed stays. */
  readonly wrong?: string | undefined;
}

/** A line to type in, with its name above and what is wrong below. */
export function Field({ label, hint, wrong, ...rest }: FieldProps) {
  const id = useId();
  return (
    <Labelled id={id} label={label} hint={hint} wrong={wrong}>
      <input
        className="input"
        id={id}
        aria-invalid={wrong !== undefined}
        aria-describedby={noteIdOf(id, hint, wrong)}
        {...rest}
      />
    </Labelled>
  );
}

interface ChoiceProps extends Omit<ComponentProps<'select'>, 'id'> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly wrong?: string | undefined;
  readonly choices: readonly (readonly [value: string, label: string])[];
}

/** One of a few. */
export function Choice({ label, hint, wrong, choices, ...rest }: ChoiceProps) {
  const id = useId();
  return (
    <Labelled id={id} label={label} hint={hint} wrong={wrong}>
      <select
        className="input"
        id={id}
        aria-invalid={wrong !== undefined}
        aria-describedby={noteIdOf(id, hint, wrong)}
        {...rest}
      >
        {choices.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** Something that is so or not. */
export function Check({ label, ...rest }: ComponentProps<'input'> & { readonly label: ReactNode }) {
  return (
    <label className="check">
      <input type="checkbox" {...rest} />
      {label}
    </label>
  );
}

function noteIdOf(id: string, hint?: string, wrong?: string): string | undefined {
  return hint === undefined && wrong === undefined ? undefined : `${id}-note`;
}

function Labelled({
  id,
  label,
  hint,
  wrong,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly wrong: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
      {wrong !== undefined && (
        <p className="wrong" id={`${id}-note`}>
          <CircleAlert size={13} aria-hidden />
          {wrong}
        </p>
      )}
      {wrong === undefined && hint !== undefined && (
        <p className="hint" id={`${id}-note`}>
          {hint}
        </p>
      )}
    </div>
  );
}
