import type { Explanation, PassedOver } from '@rapport/core';
import { type ExplanationTerms, say } from './explanation-terms.ts';

/** What may hold for several at once in the same words. */
const SHARED: ReadonlySet<PassedOver['obstacle']> = new Set([
  'lacks-skill',
  'signed-out',
  'not-ready',
  'unreachable',
  'full',
  'being-offered',
  'asked-enough',
]);

const SHARED_STANDINGS: ReadonlySet<PassedOver['standing']> = new Set([
  'deputy',
  'topic-deputy',
  'account-deputy',
  'earned',
]);

/**
 * Why nobody who knows the customer was asked before: a sentence each, in their order, and one for all
 * who are the same to the customer and were kept by the same. Whoever let go of it last is told of first.
 */
export function obstacleSentences(
  explanation: Explanation,
  terms: ExplanationTerms,
): readonly string[] {
  const last = explanation.declined?.agentId;
  const inOrder = explanation.passedOver.toSorted(
    (a, b) => Number(b.agentId === last) - Number(a.agentId === last),
  );
  const groups = Map.groupBy(inOrder, (passed) =>
    isShared(passed, explanation) ? `${passed.standing} ${passed.obstacle}` : passed.agentId,
  );
  return [...groups.values()].map((group) => {
    const [first] = group;
    return first !== undefined && group.length === 1
      ? obstacleSentence(explanation, first, terms)
      : sharedSentence(group, terms);
  });
}

function isShared(
  { agentId, standing, obstacle, untilAt }: PassedOver,
  { declined }: Explanation,
): boolean {
  if (untilAt !== undefined) return false;
  // Of him it is told what he did, but that he was asked twice says it all.
  if (declined?.agentId === agentId && obstacle !== 'asked-enough') return false;
  return SHARED.has(obstacle) && SHARED_STANDINGS.has(standing);
}

/** Ann and Ben, who have served this customer before, were not at work. */
function sharedSentence(group: readonly PassedOver[], terms: ExplanationTerms): string {
  const names = group.map(({ agentId }) => terms.nameOf(agentId));
  const [{ standing, obstacle } = { standing: '', obstacle: '' }] = group;
  const agents = say(terms, 'both', {
    first: names.slice(0, -1).join(', '),
    last: names.at(-1) ?? '',
  });
  return say(terms, `obstacle.${obstacle}.many`, {
    who: say(terms, `standing.${standing}.many`, { agents }),
  });
}

function obstacleSentence(
  { declined }: Explanation,
  passed: Explanation['passedOver'][number],
  terms: ExplanationTerms,
): string {
  const { agentId, standing, obstacle, untilAt } = passed;
  const agent = terms.nameOf(agentId);
  const time = untilAt === undefined ? '' : terms.timeOf(untilAt);
  // What he did about it has been told.
  if (obstacle === 'excluded' && declined?.agentId === agentId) {
    return say(terms, 'obstacle.excluded.again', { agent, time });
  }
  // Of whom it has just been told what he did, it is said already who he is.
  const isTold = declined?.agentId === agentId && obstacle !== 'asked-enough';
  const who = isTold ? agent : say(terms, `standing.${standing}`, { agent });
  return say(terms, obstacleWords(passed), { who, time });
}

function obstacleWords({ obstacle, untilAt, ended }: Explanation['passedOver'][number]): string {
  if (obstacle === 'signed-out' && untilAt !== undefined) return 'obstacle.signed-out.until';
  const isTold = ended === 'declined' || ended === 'missed' || ended === 'handed-on';
  return isTold ? `obstacle.${obstacle}.${ended}` : `obstacle.${obstacle}`;
}
