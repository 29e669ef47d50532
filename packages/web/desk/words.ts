import { wordsOf } from '../words/words.ts';
import { EN } from './words/en.ts';

/** Says the messages of the desk and the common ones. */
export const { say, useWords } = await wordsOf({
  en: EN,
  load: { de: async () => (await import('./words/de.ts')).DE },
});
