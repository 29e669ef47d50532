import type { RouteAnswer } from '@rapport/protocol';
import { useExplanation } from '../explanations/use-explanation.ts';
import type { DeskWordsId } from './words/en.ts';
import { useWords } from './words.ts';

/** Why it is offered to me of all, in a few words; its place stays while they are on their way. */
export function OfferReason({ workId }: { readonly workId: string }) {
  const say = useWords();
  const { told } = useExplanation(workId, 'offered');
  const reason = told.kind === 'told' ? told.explanation.reason : undefined;
  const words = reason && wordsFor(reason);
  const share = Math.round((reason?.urgencyRatio ?? 0) * 100);
  return (
    <p className="hint offer-reason cut num">{words !== undefined && say(words, { share })}</p>
  );
}

function wordsFor({
  code,
  standing,
}: NonNullable<RouteAnswer<'explainWork'>['reason']>): DeskWordsId | undefined {
  if (code === 'known-agent') return `offer.because.${standing ?? 'earned'}`;
  if (code === 'best-suited' || code === 'most-urgent') return `offer.because.${code}`;
  // Whoever waits has not been offered to anybody.
  return undefined;
}
