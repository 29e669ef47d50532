import type { AgentId, Instant } from '@rapport/core';
import { EXPLANATION_WORDS, type ExplanationLanguage } from './explanation-words.ts';

/** For whom an explanation is: customers are told who and when, and nobody's reasons. */
export type ExplanationAudience = 'agent' | 'customer';

export interface ExplanationTerms {
  readonly audience: ExplanationAudience;
  readonly language: ExplanationLanguage;
  /** What people call an agent. */
  readonly nameOf: (agentId: AgentId) => string;
  /** A moment as its readers say it: 14:30, or with its day where that is another. */
  readonly timeOf: (at: Instant) => string;
  /** The same to the second: 14:30:05. */
  readonly exactTimeOf: (at: Instant) => string;
}

type Values = Readonly<Record<string, string>>;

/** A sentence of an explanation, with its places filled in. */
export function say({ language }: ExplanationTerms, key: string, values: Values = {}): string {
  const words: Readonly<Record<string, string>> = EXPLANATION_WORDS[language];
  const pattern = words[key];
  if (pattern === undefined) throw new Error(`there are no words for ${key}`);
  return pattern.replace(/\{(?<name>\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
