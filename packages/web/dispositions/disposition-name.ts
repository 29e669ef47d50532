import type { RouteAnswer } from '@rapport/protocol';
import { wordsOf } from '../words/words.ts';
import { type DispositionWordsId, EN } from './words/en.ts';

export type Disposition = RouteAnswer<'listDispositions'>['dispositions'][number];

const { say } = await wordsOf<DispositionWordsId>({
  en: EN,
  load: { de: async () => (await import('./words/de.ts')).DE },
});

/** What a disposition is called: a standard one in the reader's language, until somebody renames it. */
export function dispositionName({ code, name }: Pick<Disposition, 'code' | 'name'>): string {
  const id = `disposition.${code}`;
  return isStandard(id) && EN[id] === name ? say(id) : name;
}

function isStandard(id: string): id is DispositionWordsId {
  return id in EN;
}
