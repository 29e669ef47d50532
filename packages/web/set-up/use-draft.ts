import { useCallback, useState } from 'react';

const KEPT_AS = 'rapport-set-up-';

/** What is typed and not saved yet; it outlives the page until it is saved or given up. */
export interface Draft<Value> {
  readonly value: Value;
  readonly isChanged: boolean;
  readonly change: (part: Partial<Value>) => void;
  readonly forget: () => void;
}

/** The draft of this name, which begins as `first`. */
export function useDraft<Value extends object>(name: string, first: Value): Draft<Value> {
  const key = `${KEPT_AS}${name}`;
  const [changed, setChanged] = useState(() => read<Value>(key));
  const change = (part: Partial<Value>): void => {
    const next = { ...changed, ...part };
    sessionStorage.setItem(key, JSON.stringify(next));
    setChanged(next);
  };
  const forget = useCallback(() => {
    sessionStorage.removeItem(key);
    setChanged(undefined);
  }, [key]);
  const value = { ...first, ...changed };
  const isChanged = changed !== undefined && JSON.stringify(value) !== JSON.stringify(first);
  return { value, isChanged, change, forget };
}

function read<Value>(key: string): Partial<Value> | undefined {
  const kept = sessionStorage.getItem(key);
  return kept === null ? undefined : (JSON.parse(kept) as Partial<Value>);
}
