import type { RouteAnswer } from '@rapport/protocol';
import { useExplanation } from '../explanations/use-explanation.ts';
import { useAgentNames } from './agent-names.ts';
import { choiceText } from './choice-words.ts';
import type { DeskRow } from './rows.ts';
import type { DeskWordsId } from './words/en.ts';
import { useWords } from './words.ts';

/**
 * Why it is offered to me of all, in a few words: what the customer chose before all else. Its place stays while
 * they are on their way.
 */
export function OfferReason({
  row,
  myId,
}: {
  readonly row: DeskRow;
  readonly myId: string | undefined;
}) {
  const say = useWords();
  const names = useAgentNames();
  const { told } = useExplanation(row.workId, 'offered');
  const chosen = choiceText(row, { say, myId, names });
  const reason = told.kind === 'told' ? told.explanation.reason : undefined;
  const words = reason && wordsFor(reason);
  const share = Math.round((reason?.urgencyRatio ?? 0) * 100);
  return (
    <p className="hint offer-reason cut num">
      {chosen ?? (words !== undefined && say(words, { share }))}
    </p>
  );
}

function wordsFor({
  code,
  standing,
}: NonNullable<RouteAnswer<'explainWork'>['reason']>): DeskWordsId | undefined {
  if (code === 'known-agent') return `offer.because.${standing ?? 'earned'}`;
  if (code === 'best-suited' || code === 'most-urgent' || code === 'interrupting') {
    return `offer.because.${code}`;
  }
  // Whoever waits has not been offered to anybody.
  return undefined;
}
