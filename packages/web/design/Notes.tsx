import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../words/words.ts';
import { Button } from './Button.tsx';

/** What is true where nothing is, and what to do about it. */
export function Empty({
  title,
  children,
  size = 'standard',
}: {
  readonly title?: string;
  readonly children?: ReactNode;
  readonly size?: 'standard' | 'small';
}) {
  return (
    <div className="empty" data-size={size}>
      {title !== undefined && <b>{title}</b>}
      {children}
    </div>
  );
}

/** What went wrong, where it did, with the way on; codes behind “Details”. */
export function Fault({
  children,
  details,
  onRetry,
}: {
  readonly children: ReactNode;
  readonly details?: string;
  readonly onRetry?: () => void;
}) {
  const say = useWords();
  return (
    <div className="fault" role="alert">
      <p>
        <CircleAlert size={14} aria-hidden /> {children}
      </p>
      {details !== undefined && (
        <details>
          <summary>{say('action.details')}</summary>
          {details}
        </details>
      )}
      {onRetry !== undefined && (
        <span>
          <Button size="small" onClick={onRetry}>
            {say('action.retry')}
          </Button>
        </span>
      )}
    </div>
  );
}

/** Rows that are still on their way, as high as they will be. */
export function BoneRows({ count, height }: { readonly count: number; readonly height: number }) {
  return (
    <ul className="rows" aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <li key={index} style={{ blockSize: height, alignItems: 'center', paddingInline: 8 }}>
          <span className="bone" style={{ inlineSize: `${70 - ((index * 17) % 30)}%` }} />
        </li>
      ))}
    </ul>
  );
}

/** A small word on how something stands; the tone is never all that says it. */
export function Tag({
  tone,
  children,
}: {
  readonly tone?: 'ok' | 'soon' | 'late' | 'info';
  readonly children: ReactNode;
}) {
  return (
    <span className="tag" data-tone={tone}>
      {children}
    </span>
  );
}

/** Something that holds for a whole pane, at its head. */
export function Banner({
  tone = 'soon',
  children,
}: {
  readonly tone?: 'info' | 'soon' | 'late';
  readonly children: ReactNode;
}) {
  return (
    <div className="banner" data-tone={tone} role="status">
      {children}
    </div>
  );
}
