import { wordsOf } from '../../words/words.ts';
import { EN } from './en.ts';

/** The words of who knows a customer. */
export const { say, useWords } = await wordsOf({
  en: EN,
  load: { de: async () => (await import('./de.ts')).DE },
});
