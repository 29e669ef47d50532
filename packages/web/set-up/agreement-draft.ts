import { inUnits, promiseSentence, type Unit, UNITS } from './durations.ts';
import type { Agreement } from './settings.ts';
import type { useWords } from './words/words.ts';

type Say = ReturnType<typeof useWords>;
export type Version = Agreement['versions'][number];
export type Term = Version['terms'][number];

/** Channels of which one is named, and the two kinds of them. */
export const TERM_CHANNELS = [
  'synchronous',
  'asynchronous',
  'phone',
  'video',
  'chat',
  'walk-up',
  'email',
  'web',
  'sms',
  'messaging',
  'mobile',
  'fax',
] as const;

/** One promise of an agreement as it is typed; empty where nothing is said. */
export interface TermDraft {
  readonly channel: Term['channel'] | '';
  readonly tier: string;
  readonly caseType: string;
  readonly minPriority: string;
  readonly count: string;
  readonly unit: Unit;
  readonly share: string;
  readonly calendarId: string;
}

export type ServedKind = 'everybody' | 'division' | 'account';

/** What is typed of the next version of an agreement. */
export interface AgreementDraft {
  readonly name: string;
  readonly serves: ServedKind;
  readonly divisionId: string;
  readonly accountName: string;
  /** As the browser writes it; empty for at once. */
  readonly holdsFrom: string;
  readonly terms: readonly TermDraft[];
}

export const NEW_TERM: TermDraft = {
  ...{ channel: '', tier: '', caseType: '', minPriority: '' },
  ...{ count: '20', unit: 'second', share: '80', calendarId: '' },
};

/** The next version, which begins as the last one is. */
export function draftOf(agreement: Agreement | undefined, accountName: string): AgreementDraft {
  const { serves = {}, versions = [] } = agreement ?? {};
  const last = versions.at(-1);
  return {
    name: agreement?.agreementId ?? '',
    serves: servedKindOf(serves),
    divisionId: serves.divisionId ?? '',
    accountName,
    holdsFrom: '',
    terms: last === undefined ? [NEW_TERM] : last.terms.map(termDraftOf),
  };
}

function servedKindOf({ accountId, divisionId }: Agreement['serves']): ServedKind {
  if (accountId !== undefined) return 'account';
  return divisionId === undefined ? 'everybody' : 'division';
}

export function termDraftOf(term: Term): TermDraft {
  const { count, unit } = inUnits(term.targetMs);
  return {
    channel: term.channel ?? '',
    tier: term.tier ?? '',
    caseType: term.caseType ?? '',
    minPriority: term.minPriority === undefined ? '' : String(term.minPriority),
    count: String(count),
    unit,
    share: String(Math.round(term.shareRatio * 1_000) / 10),
    calendarId: term.calendarId ?? '',
  };
}

/** What is typed as a term of the API. */
export function termOf(draft: TermDraft): Omit<Term, 'promiseId'> {
  const { channel, count, unit, share, calendarId, minPriority } = draft;
  const [tier, caseType] = [draft.tier.trim(), draft.caseType.trim()];
  return {
    ...(channel !== undefined && channel !== '' && { channel }),
    ...(tier !== '' && { tier }),
    ...(caseType !== '' && { caseType }),
    ...(minPriority !== '' && { minPriority: Number(minPriority) }),
    targetMs: Math.round(Number(count) * UNITS[unit]),
    shareRatio: Number(share) / 100,
    ...(calendarId !== '' && { calendarId }),
  };
}

/** For what a promise is made, and what is promised, as one would say it. */
export function termText(term: Omit<Term, 'promiseId'>, say: Say): string {
  return `${coveredText(term, say)}: ${promiseSentence(term, say)}`;
}

function coveredText(
  { channel, tier, caseType, minPriority }: Omit<Term, 'promiseId'>,
  say: Say,
): string {
  const parts = [
    ...(channel === undefined ? [] : [channelText(channel, say)]),
    ...(tier === undefined ? [] : [say('agreements.of-tier', { tier })]),
    ...(caseType === undefined ? [] : [say('agreements.of-type', { caseType })]),
    ...(minPriority === undefined
      ? []
      : [say('agreements.of-priority', { priority: minPriority })]),
  ];
  return parts.length === 0 ? say('agreements.everything') : parts.join(', ');
}

export function channelText(channel: NonNullable<Term['channel']>, say: Say): string {
  return channel === 'synchronous' || channel === 'asynchronous'
    ? say(`agreements.${channel}`)
    : say(`channel.${channel}`);
}
