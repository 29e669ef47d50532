import type { RouteAnswer } from '@rapport/protocol';
import { useEffect, useState } from 'react';
import { answered, api } from '../session/api.ts';
import { spoken, useWords } from '../words/words.ts';

/** Why an item is where it is, once it has been told. */
type Told =
  | { readonly kind: 'loading' | 'failed' }
  | { readonly kind: 'told'; readonly explanation: RouteAnswer<'explainWork'> };

const LOADING: Told = { kind: 'loading' };

/** Reads why an item is where it is, anew on each new occasion; and how to read it again. */
export function useExplanation(
  workId: string,
  occasion: string,
): { readonly told: Told; readonly retry: () => void } {
  // Drawn anew when another language is spoken.
  useWords();
  const [tries, setTries] = useState(0);
  const language = spoken();
  const subject = `${workId} ${language}`;
  const [state, setState] = useState<{ readonly subject: string; readonly told: Told }>();
  useEffect(() => {
    let isPassed = false;
    const become = (told: Told): void => {
      if (!isPassed) setState({ subject, told });
    };
    const params = { path: { workId }, query: { language } };
    answered(api.GET('/api/v1/work/{workId}/explanation', { params })).then(
      (explanation) => become({ kind: 'told', explanation }),
      () => become({ kind: 'failed' }),
    );
    return () => {
      isPassed = true;
    };
  }, [workId, language, subject, occasion, tries]);
  // What was told of the same item stays until there is something newer.
  const told = state?.subject === subject ? state.told : LOADING;
  return { told, retry: () => setTries(tries + 1) };
}
