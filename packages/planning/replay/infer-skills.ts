import type { AgentHistory } from './agent-history.ts';

/**
 * An agent has a skill who served its calls at least this often, or for at least this share of his
 * calls. In January 1999 of the bank, whose agents served 700 to 2,000 calls each, this leaves out
 * what happened once or twice in a month (overflow, a mistyped code) and keeps the small skills
 * (English, internet), of which an agent serves three to fifty calls a month; the share is for
 * agents and logs that are short.
 */
const SERVED_COUNT_MIN = 3;
const SERVED_RATIO_MIN = 0.02;

/** The skills that an agent's history shows, sorted. */
export function inferSkills({ served }: AgentHistory): readonly string[] {
  const counts = new Map<string, number>();
  for (const { call } of served) counts.set(call.skill, (counts.get(call.skill) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= SERVED_COUNT_MIN || count >= SERVED_RATIO_MIN * served.length)
    .map(([skill]) => skill)
    .sort((a, b) => (a < b ? -1 : 1));
}
