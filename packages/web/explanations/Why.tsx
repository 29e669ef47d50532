import { BoneRows, Fault } from '../design/Notes.tsx';
import { Section } from '../design/Pane.tsx';
import { useWords } from '../words/words.ts';
import { useExplanation } from './use-explanation.ts';

/** Why an item is where it is, in the words of whoever decides; read anew on each new occasion. */
export function Why({
  workId,
  occasion,
}: {
  readonly workId: string;
  /** Changes whenever something was decided about the item. */
  readonly occasion: string;
}) {
  const say = useWords();
  const { told, retry } = useExplanation(workId, occasion);
  return (
    <Section title={say('why.title')}>
      {told.kind === 'loading' && <BoneRows count={1} height={44} />}
      {told.kind === 'failed' && <Fault onRetry={retry}>{say('why.not-told')}</Fault>}
      {told.kind === 'told' && <p>{told.explanation.piiText}</p>}
    </Section>
  );
}
