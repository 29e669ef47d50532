import { wordsOf } from '../words/words.ts';
import { EN } from './words/en.ts';

/** The words of when everybody is needed at once. */
export const { say, useWords } = await wordsOf({
  en: EN,
  load: { de: async () => (await import('./words/de.ts')).DE },
});
