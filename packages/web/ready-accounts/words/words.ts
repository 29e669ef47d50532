import { wordsOf } from '../../words/words.ts';
import { EN } from './en.ts';

export const { useWords } = await wordsOf({
  en: EN,
  load: { de: async () => (await import('./de.ts')).DE },
});
