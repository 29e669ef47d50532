import { useState } from 'react';
import { toast } from '../design/Toasts.tsx';
import { answered, api, Refused } from '../session/api.ts';
import type { Bond } from './bond-text.ts';
import { useWords } from './words/words.ts';

interface BondSaving {
  /** What went wrong, in words. */
  readonly fault: string | undefined;
  readonly isBusy: boolean;
  readonly save: (
    customerId: string,
    told: string,
    write: () => Promise<{ readonly position: number }>,
  ) => void;
}

/** Writes something about a bond; `onSaved` gets it as it is then. */
export function useBondSaving(onSaved: (bond: Bond) => unknown): BondSaving {
  const say = useWords();
  const [fault, setFault] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const save: BondSaving['save'] = (customerId, told, write) => {
    setBusy(true);
    setFault(undefined);
    write()
      .then(({ position }) => bondAfter(customerId, position))
      .then(onSaved)
      .then(() => toast(told))
      .catch((error: unknown) => {
        setFault(error instanceof Refused ? error.message : say('sign-in.unreachable'));
      })
      .finally(() => setBusy(false));
  };
  return { fault, isBusy, save };
}

/** A bond as it is after something was written. */
export async function bondAfter(customerId: string, position: number): Promise<Bond> {
  const params = { path: { customerId }, query: { after: position } };
  return await answered(api.GET('/api/v1/customers/{customerId}/bond', { params }));
}
