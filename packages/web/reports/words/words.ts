import { wordsOf } from '../../words/words.ts';
import { EN } from './en.ts';

/** The words of the reports. */
export const { useWords } = await wordsOf({
  en: EN,
  load: { de: async () => (await import('./de.ts')).DE },
});
