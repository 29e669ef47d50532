import { wordsOf } from '../words/words.ts';
import { EN } from './words/en.ts';

/** The words of what calls for somebody's attention. */
export const { useWords } = await wordsOf({
  en: EN,
  load: { de: async () => (await import('./words/de.ts')).DE },
});
