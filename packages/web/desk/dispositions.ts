import { useEffect, useState } from 'react';
import type { RouteAnswer } from '@rapport/protocol';
import { answered, api } from '../session/api.ts';
import { EN } from './words/en.ts';
import { type DeskWordsId, say } from './words.ts';

export type Disposition = RouteAnswer<'listDispositions'>['dispositions'][number];

type Dispositions =
  | { readonly kind: 'loading' }
  | { readonly kind: 'known'; readonly list: readonly Disposition[] }
  | { readonly kind: 'failed'; readonly why: string; readonly retry: () => void };

/** What may have come of an interaction; the standard ones in the reader's language. */
export function useDispositions(): Dispositions {
  const [state, setState] = useState<Dispositions>({ kind: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    answered(api.GET('/api/v1/dispositions')).then(
      ({ version, dispositions }) => {
        const list = version === 0 ? dispositions.map(inWords) : dispositions;
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

function inWords({ code, name }: Disposition): Disposition {
  const id = `disposition.${code}`;
  return { code, name: id in EN ? say(id as DeskWordsId) : name };
}
