import { useEffect, useState } from 'react';
import { type Disposition, dispositionName } from '../dispositions/disposition-name.ts';
import { answered, api } from '../session/api.ts';

type Dispositions =
  | { readonly kind: 'loading' }
  | { readonly kind: 'known'; readonly list: readonly Disposition[] }
  | { readonly kind: 'failed'; readonly why: string; readonly retry: () => void };

/** What may have come of an interaction, in the words of the reader; retired ones are left out. */
export function useDispositions(): Dispositions {
  const [state, setState] = useState<Dispositions>({ kind: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    answered(api.GET('/api/v1/dispositions')).then(
      ({ dispositions }) => {
        const list = dispositions
          .filter(({ isRetired = false }) => !isRetired)
          .map(({ code, ...named }) => ({ code, name: dispositionName({ code, ...named }) }));
        setState({ kind: 'known', list });
      },
      (error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        setState({ kind: 'failed', why, retry: () => setAttempt((count) => count + 1) });
      },
    );
  }, [attempt]);
  return state;
}
