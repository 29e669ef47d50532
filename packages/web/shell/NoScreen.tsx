import { Empty } from '../design/Notes.tsx';
import { Pane } from '../design/Pane.tsx';
import { useWords } from '../words/words.ts';

/** In place of a screen that is not for whoever is here: says so, and who can change it. */
export function NoScreen({ title }: { readonly title: 'place.none' | 'place.others' }) {
  const say = useWords();
  return (
    <Pane label={say(title)}>
      <Empty title={say(title)}>{say('place.ask')}</Empty>
    </Pane>
  );
}
