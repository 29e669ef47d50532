import type { ComponentProps, ReactNode } from 'react';
import { Keys } from './Keys.tsx';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'type'> {
  /** `main` is the one action of a pane; `grave` cannot be taken back; `bare` stands in a row of others. */
  readonly kind?: 'main' | 'plain' | 'bare' | 'grave';
  readonly size?: 'standard' | 'small';
  /** The key that does the same, as people call it. */
  readonly keys?: string | undefined;
  readonly submits?: boolean;
  readonly children: ReactNode;
}

/** A button with its words, verb first, and the key that it teaches. */
export function Button({
  kind = 'plain',
  size = 'standard',
  keys,
  submits = false,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      className="button"
      type={submits ? 'submit' : 'button'}
      data-kind={kind}
      data-size={size}
      {...rest}
    >
      {children}
      {keys !== undefined && <Keys keys={keys} />}
    </button>
  );
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'type' | 'aria-label'> {
  /** What it does; shown when the pointer rests on it. */
  readonly label: string;
  readonly size?: 'standard' | 'small';
  readonly children: ReactNode;
}

/** A button with a sign alone, for what everybody knows by its sign. */
export function IconButton({ label, size = 'standard', children, ...rest }: IconButtonProps) {
  return (
    <button
      className="icon-button"
      type="button"
      data-size={size}
      aria-label={label}
      title={label}
      {...rest}
    >
      {children}
    </button>
  );
}
