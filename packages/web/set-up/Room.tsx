import { type ReactNode, useId } from 'react';
import { Button } from '../design/Button.tsx';
import { BoneRows, Empty, Fault } from '../design/Notes.tsx';
import type { Known } from './settings.ts';
import { useWords } from './words/words.ts';

const ROW_HEIGHT = 40;

/** What a room is about, with its one action, and what it lists below. */
export function Room({
  title,
  hint,
  act,
  children,
}: {
  readonly title: string;
  readonly hint: string;
  readonly act?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className="pane" aria-labelledby={id}>
      <header className="set-up-head">
        <div className="grow">
          <h2 id={id}>{title}</h2>
          <p>{hint}</p>
        </div>
        {act}
      </header>
      <div className="pane-body set-up-list" tabIndex={0} role="group" aria-labelledby={id}>
        {children}
      </div>
    </section>
  );
}

/** A list that is on its way, could not be read, has nothing in it, or is shown. */
export function Listed<Item>({
  list,
  empty,
  children,
}: {
  readonly list: Known<Item>;
  /** What is true while there is none, and what to do. */
  readonly empty: string;
  readonly children: ReactNode;
}) {
  const { items, isKnown, fault, reload } = list;
  if (fault !== undefined && !isKnown) return <Fault onRetry={reload}>{fault}</Fault>;
  if (!isKnown) return <BoneRows count={3} height={ROW_HEIGHT} />;
  return (
    <>
      {fault !== undefined && <Fault onRetry={reload}>{fault}</Fault>}
      {items.length === 0 ? <Empty size="small">{empty}</Empty> : children}
    </>
  );
}

/** A row of a table that is opened by its name. */
export function NamedRow({
  name,
  isChosen,
  onChoose,
  children,
}: {
  readonly name: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly children?: ReactNode;
}) {
  return (
    <tr aria-selected={isChosen}>
      <td>
        <button type="button" dir="auto" aria-pressed={isChosen} onClick={onChoose}>
          {name}
        </button>
      </td>
      {children}
    </tr>
  );
}

/** The button that begins something new. */
export function NewButton({
  onNew,
  children,
}: {
  readonly onNew: () => void;
  readonly children: ReactNode;
}) {
  const say = useWords();
  return (
    <Button size="small" title={say('set-up.new')} onClick={onNew}>
      {children}
    </Button>
  );
}
