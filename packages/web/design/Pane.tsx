import type { ReactNode } from 'react';
import type { Hold } from './use-hold.ts';

/** A surface that work sits on. */
export function Pane({
  label,
  as: Element = 'section',
  hold,
  children,
}: {
  readonly label: string;
  readonly as?: 'section' | 'aside';
  /** Keeps what moves in it where it is, while somebody is in it. */
  readonly hold?: Hold<HTMLElement>;
  readonly children: ReactNode;
}) {
  return (
    <Element className="pane" aria-label={label} tabIndex={-1} {...hold}>
      {children}
    </Element>
  );
}

/** A part of a pane under a small heading. */
export function Section({
  title,
  count,
  end,
  children,
}: {
  readonly title: string;
  readonly count?: number;
  readonly end?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="section" aria-label={title}>
      <header>
        <h3>
          {title}
          {count !== undefined && <span className="count">{count}</span>}
        </h3>
        {end}
      </header>
      {children}
    </section>
  );
}
