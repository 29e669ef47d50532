import type { AgentId, Explanation, Instant, PassedOver, ReservedReason } from '@rapport/core';
import { obstacleSentences } from './explanation-obstacles.ts';
import { type ExplanationTerms, say } from './explanation-terms.ts';
import { EXPLANATION_WORDS } from './explanation-words.ts';

/**
 * Says in a few plain sentences who has an item and why, why nobody who knows the customer was asked
 * before, and what happens next and when.
 */
export function explanationText(explanation: Explanation, terms: ExplanationTerms): string {
  const sentences =
    terms.audience === 'customer'
      ? customerSentences(explanation, terms)
      : [
          ...placeSentences(explanation, terms),
          ...declinedSentences(explanation, terms),
          ...obstacleSentences(explanation, terms),
          ...handedOnSentences(explanation, terms),
          ...relaxedSentences(explanation, terms),
          ...nextSentences(explanation, terms),
          ...creditSentences(explanation, terms),
          ...agreedSentences(explanation, terms),
          ...alertSentences(explanation, terms),
          ...(explanation.metById === undefined ? [] : [say(terms, 'met')]),
        ];
  return sentences.join(' ');
}

function placeSentences(explanation: Explanation, terms: ExplanationTerms): readonly string[] {
  const { status, reason, since } = explanation;
  const time = status === 'offered' ? terms.exactTimeOf(since) : terms.timeOf(since);
  const place = say(terms, `place.${placeOf(explanation)}`, {
    agent: whoOf(explanation, terms),
    time,
  });
  const isTold = reason === undefined || explanation.next.code === 'return-after';
  return isTold ? [place] : [place, ...becauseSentences(reason, explanation, terms)];
}

/** Of what is put off: to call, or until another item is settled. */
function placeOf({ status, next }: Explanation): string {
  if (next.code === 'return-after') return 'paused';
  return next.code === 'call-back' ? 'call-back' : status;
}

function becauseSentences(
  reason: NonNullable<Explanation['reason']>,
  { agentId, passedOver }: Explanation,
  terms: ExplanationTerms,
): readonly string[] {
  const stranger = passedOver.length === 0 ? [say(terms, 'nobody-first')] : [];
  const agent = agentId === undefined ? '' : terms.nameOf(agentId);
  switch (reason.code) {
    case 'known-agent':
      return [];
    case 'best-suited':
      return stranger;
    case 'most-urgent': {
      const values = { agent, share: percentOf(reason.urgencyRatio) };
      return reason.standing === undefined
        ? [say(terms, 'because.most-urgent.stranger', values), ...stranger]
        : [say(terms, 'because.most-urgent.known', values)];
    }
    case 'interrupting':
      return [say(terms, 'because.interrupting', { agent, share: percentOf(reason.urgencyRatio) })];
    case 'chosen':
      return [say(terms, 'because.chosen', { agents: anyOf(reason.agentIds, terms) })];
    case 'paused':
      return [say(terms, 'because.paused', { agent })];
    case 'reserved':
      return [reservedSentence(reason, terms)];
    default:
      return [say(terms, `because.${reason.code}`), ...stranger];
  }
}

function percentOf(ratio: number): string {
  return Math.round(ratio * 100).toString();
}

/** Who has it or is asked, and as what: Ted, who looks after this customer. */
function whoOf({ agentId, reason }: Explanation, terms: ExplanationTerms): string {
  if (agentId === undefined) return '';
  const agent = terms.nameOf(agentId);
  switch (reason?.code) {
    case 'known-agent':
      return say(terms, `standing.${reason.standing}`, { agent });
    case 'most-urgent':
    case 'interrupting':
      return reason.standing === undefined
        ? agent
        : say(terms, `standing.${reason.standing}`, { agent });
    case 'best-suited':
      return say(terms, 'standing.best-suited', { agent });
    default:
      return agent;
  }
}

function reservedSentence(
  { agentIds, chanceRatio, insteadOfId }: ReservedReason,
  terms: ExplanationTerms,
): string {
  const share = Math.round(chanceRatio * 100);
  const values = { agents: anyOf(agentIds, terms), instead: terms.nameOf(insteadOfId) };
  // Nothing is ever sure.
  return share > 99
    ? say(terms, 'because.reserved.nearly-sure', values)
    : say(terms, 'because.reserved', { ...values, share: share.toString() });
}

/** Ted, or Ted or Ann. */
function anyOf(agentIds: readonly AgentId[], terms: ExplanationTerms): string {
  const names = agentIds.map((agentId) => terms.nameOf(agentId));
  const last = names.pop() ?? '';
  return names.length === 0 ? last : say(terms, 'either', { first: names.join(', '), last });
}

function declinedSentences(
  { declined, agentId, passedOver }: Explanation,
  terms: ExplanationTerms,
): readonly string[] {
  // Whoever is asked once more has let go of nothing.
  if (declined === undefined || declined.agentId === agentId) return [];
  const name = terms.nameOf(declined.agentId);
  const known = passedOver.find((passed) => passed.agentId === declined.agentId);
  // That says it, too.
  if (known?.obstacle === 'asked-enough') return [];
  const agent =
    known === undefined ? name : say(terms, `standing.${known.standing}`, { agent: name });
  return [
    say(terms, `declined.${declined.code}`, { agent, reason: reasonText(declined.reason, terms) }),
  ];
}

/** What somebody said when he declined: in words, where it is one of those that the screens offer. */
function reasonText(reason: string | undefined, { language }: ExplanationTerms): string {
  const words: Readonly<Record<string, string>> = EXPLANATION_WORDS[language];
  return reason === undefined ? '' : (words[`reason.${reason}`] ?? reason);
}

/** Until somebody has it again, what is promised counts from when it was handed on. */
function handedOnSentences(
  { status, handedOn }: Explanation,
  terms: ExplanationTerms,
): readonly string[] {
  if (handedOn === undefined || (status !== 'waiting' && status !== 'offered')) return [];
  const { at, waitedMs } = handedOn;
  return [say(terms, 'handed-on', { time: terms.timeOf(at), wait: waitText(waitedMs) })];
}

/** 45 s, 12 min, 3 h. */
function waitText(ms: number): string {
  if (ms < 120_000) return `${Math.round(ms / 1_000)} s`;
  return ms < 7_200_000 ? `${Math.round(ms / 60_000)} min` : `${Math.round(ms / 3_600_000)} h`;
}

function creditSentences({ credit }: Explanation, terms: ExplanationTerms): readonly string[] {
  if (credit === undefined) return [];
  return [say(terms, 'credit', { time: terms.timeOf(credit.untilAt) })];
}

function relaxedSentences({ relaxed }: Explanation, terms: ExplanationTerms): readonly string[] {
  if (relaxed === undefined) return [];
  return [say(terms, `relaxed.${relaxed.step}`, { time: terms.timeOf(relaxed.at) })];
}

function nextSentences(explanation: Explanation, terms: ExplanationTerms): readonly string[] {
  const { status, next } = explanation;
  const agent = 'agentId' in next ? terms.nameOf(next.agentId) : '';
  const due = dueSentences(explanation, terms);
  switch (next.code) {
    case 'none':
      return [say(terms, 'next.none')];
    case 'answer':
      return [say(terms, 'next.answer', { agent, time: terms.exactTimeOf(next.byAt) }), ...due];
    case 'complete':
      return next.byAt === undefined
        ? [say(terms, 'next.complete', { agent })]
        : [say(terms, 'next.complete.by', { agent, time: terms.timeOf(next.byAt) })];
    case 'release': {
      const values = { agents: anyOf(next.agentIds, terms), time: terms.timeOf(next.byAt) };
      return [say(terms, 'next.release', values), ...due];
    }
    default:
      if ('at' in next) {
        return [say(terms, `next.${next.code}`, { agent, time: terms.timeOf(next.at) })];
      }
      return [
        say(terms, status === 'on-hold' ? 'next.take-back' : `next.${next.code}`, { agent }),
        ...due,
      ];
  }
}

/** By when it is promised, or was. */
function dueSentences(
  { at, dueAt, alert }: Explanation,
  terms: ExplanationTerms,
): readonly string[] {
  // That it is late is told with the alert.
  if (dueAt === undefined || alert?.rung === 'exceeded') return [];
  return [say(terms, dueAt > at ? 'due' : 'due.over', { time: dueTime(dueAt, at, terms) })];
}

/** Where minutes count, to the second. */
function dueTime(dueAt: Instant, at: Instant, terms: ExplanationTerms): string {
  return Math.abs(dueAt - at) < NEAR_MS ? terms.exactTimeOf(dueAt) : terms.timeOf(dueAt);
}

const NEAR_MS = 120_000;

function alertSentences(
  { status, alert, dueAt, at }: Explanation,
  terms: ExplanationTerms,
): readonly string[] {
  // What was foreseen while nobody was asked says nothing once somebody is.
  if (alert === undefined || (alert.rung === 'predicted' && status !== 'waiting')) return [];
  const { rung, since, agentId, isEscalated, seenAt } = alert;
  const agent = agentId === undefined ? '' : terms.nameOf(agentId);
  const isOver = rung === 'exceeded' && dueAt !== undefined;
  const time = isOver ? dueTime(dueAt, at, terms) : terms.timeOf(since);
  const told = [
    say(terms, `alert.${rung}`, { time }),
    ...(agentId === undefined ? [] : [say(terms, 'alert.told', { agent })]),
    ...(isEscalated ? [say(terms, 'alert.escalated')] : []),
  ];
  const seen =
    seenAt === undefined ? [] : [say(terms, 'alert.seen', { time: terms.timeOf(seenAt) })];
  return [...told, ...seen];
}

function agreedSentences(
  { agreed, promisedAt }: Explanation,
  terms: ExplanationTerms,
): readonly string[] {
  if (promisedAt !== undefined) {
    return [say(terms, 'promised', { time: terms.timeOf(promisedAt) })];
  }
  if (agreed === undefined) return [];
  const { agreementId: agreement, version } = agreed;
  return [say(terms, 'agreed', { agreement, version: String(version) })];
}
/** What ends at a moment that is known, so that a customer can be told when somebody is back. */
const RETURNING: ReadonlySet<PassedOver['obstacle']> = new Set([
  'busy',
  'absent',
  'signed-out',
  'break-near',
]);

/** For whom a customer waits alone, who calls him, or who answers him in another item; undefined where it is neither. */
function chosenSentence(next: Explanation['next'], terms: ExplanationTerms): string | undefined {
  if (next.code === 'release') {
    const values = { agents: anyOf(next.agentIds, terms), time: terms.timeOf(next.byAt) };
    return say(terms, 'customer.reserved', values);
  }
  if (next.code === 'return-after') {
    return say(terms, 'customer.paused', { agent: terms.nameOf(next.agentId) });
  }
  if (next.code !== 'call-back') return undefined;
  const values = { agent: terms.nameOf(next.agentId), time: terms.timeOf(next.at) };
  return say(terms, 'customer.call-back', values);
}

/** Nobody's calendar, illness or other customers: only who, and when somebody is back. */
function customerSentences(explanation: Explanation, terms: ExplanationTerms): readonly string[] {
  const { agentId, next } = explanation;
  const chosen = chosenSentence(next, terms);
  const due = customersDue(explanation, terms);
  if (chosen !== undefined) return next.code === 'release' ? [chosen, ...due] : [chosen];
  const agent = agentId === undefined ? '' : terms.nameOf(agentId);
  const time = next.code === 'answer' ? terms.exactTimeOf(next.byAt) : '';
  const place = say(terms, `customer.${explanation.status}`, { agent, time });
  return [place, ...knownSentences(explanation, terms), ...due];
}

function customersDue({ at, dueAt }: Explanation, terms: ExplanationTerms): readonly string[] {
  if (dueAt === undefined) return [];
  const words = dueAt > at ? 'customer.due' : 'customer.late';
  return [say(terms, words, { time: dueTime(dueAt, at, terms) })];
}

/** Where who knows him is, as long as he has nobody. */
function knownSentences(
  { status, at, reason, passedOver }: Explanation,
  terms: ExplanationTerms,
): readonly string[] {
  if (status === 'done' || status === 'abandoned') return [];
  const [first] = passedOver;
  if (first !== undefined) {
    const agent = terms.nameOf(first.agentId);
    const isBack =
      RETURNING.has(first.obstacle) && first.untilAt !== undefined && first.untilAt > at;
    return isBack
      ? [say(terms, 'customer.back', { agent, time: terms.timeOf(first.untilAt) })]
      : [say(terms, 'customer.away', { agent })];
  }
  const isAskedFirst = reason !== undefined && 'standing' in reason;
  const isServed = status !== 'waiting' && status !== 'offered';
  return isServed || isAskedFirst ? [] : [say(terms, 'customer.stranger')];
}
