import { useEffect, useSyncExternalStore } from 'react';
import { useKeyName } from '../keys/use-keys.ts';
import { useWords } from '../words/words.ts';
import { Keys } from './Keys.tsx';

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly onUndo?: (() => void) | undefined;
}

/** So long something may be undone in place of being asked before. */
const SHOWN_MS = 6_000;

let shown: Toast | undefined;
let count = 0;
const listeners = new Set<() => void>();

/** Tells the result of something that is not on the screen; one at a time, the latest. */
export function toast(text: string, onUndo?: () => void): void {
  show({ id: ++count, text, onUndo });
}

/** Undoes what the toast on the screen tells of; says whether there was anything to undo. */
export function undoLast(): boolean {
  const undo = shown?.onUndo;
  if (undo === undefined) return false;
  show(undefined);
  undo();
  return true;
}

/** Where toasts appear. Drawn once. */
export function Toasts() {
  const say = useWords();
  const keys = useKeyName('undo');
  const current = useSyncExternalStore(subscribe, () => shown);
  useEffect(() => {
    if (current === undefined) return;
    const timer = setTimeout(() => {
      if (shown === current) show(undefined);
    }, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [current]);
  return (
    <div role="status" aria-live="polite">
      {current !== undefined && (
        <div className="toast" key={current.id}>
          <span className="grow">{current.text}</span>
          {current.onUndo !== undefined && (
            <button type="button" className="link" onClick={undoLast}>
              {say('action.undo')}
              {keys !== undefined && <Keys keys={keys} />}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

function show(next: Toast | undefined): void {
  shown = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
