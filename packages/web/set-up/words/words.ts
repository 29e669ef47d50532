import { wordsOf } from '../../words/words.ts';
import { EN, type SetUpWordsId } from './en.ts';

/** Says what set-up says, and the common words. */
export const { useWords } = await wordsOf<SetUpWordsId>({
  en: EN,
  load: { de: async () => (await import('./de.ts')).DE },
});
