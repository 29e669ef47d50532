import type { Instant } from '@rapport/core';
import { type AgentHistory, gapsOf } from './agent-history.ts';
import { SECOND_MS } from './civil-time.ts';
import type { LoggedCall } from './logged-call.ts';
import { type SpanSet, spanSet } from './span-set.ts';

/** From the moment an agent is there to take calls until he is not. */
export interface Shift {
  readonly agent: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/** What `inferShifts` goes by. */
export interface ShiftEvidence {
  readonly calls: readonly LoggedCall[];
  readonly histories: readonly AgentHistory[];
  readonly skillsByAgent: ReadonlyMap<string, readonly string[]>;
  /** An agent is taken to be there this long before the first service of a shift. */
  readonly leadMs: number;
}

/**
 * He was away if, in a gap between two services, callers whom he could have served waited this long
 * in all: who is there does not let them. One who is there may take up to a minute, for rare skills
 * and the pause between calls.
 */
const IGNORED_MS_MAX = 60 * SECOND_MS;

/** He was away, or might as well have been, if he had no call for this long. */
const GAP_MS_MAX = 30 * 60 * SECOND_MS;

/**
 * When each agent was there: from his first service, less a lead, to the end of his last, broken at
 * each gap that he must have been away for. By agent, then by time. Days play no part, so that a
 * shift may pass midnight.
 *
 * Source of the two limits: docs/guide/replay.md.
 */
export function inferShifts(evidence: ShiftEvidence): readonly Shift[] {
  const waitsOf = waitsBySkills(evidence.calls);
  return evidence.histories.flatMap((history) => {
    const skills = evidence.skillsByAgent.get(history.agent) ?? [];
    return shiftsOf(history, waitsOf(skills), evidence.leadMs);
  });
}

function shiftsOf(history: AgentHistory, waits: SpanSet, leadMs: number): readonly Shift[] {
  const { agent, served } = history;
  const first = served[0];
  if (first === undefined) return [];
  const shifts: Shift[] = [];
  let startsAt = first.service.startedAt - leadMs;
  for (const { fromAt, untilAt } of gapsOf(history)) {
    const isAway =
      untilAt - fromAt > GAP_MS_MAX || waits.overlapMs(fromAt, untilAt) >= IGNORED_MS_MAX;
    if (!isAway) continue;
    shifts.push({ agent, startsAt, endsAt: fromAt });
    startsAt = Math.max(fromAt, untilAt - leadMs);
  }
  const endsAt = served.reduce((at, { service }) => Math.max(at, service.endedAt), startsAt);
  return [...shifts, { agent, startsAt, endsAt }];
}

/** The times at which somebody waited for one of these skills; agents of equal skills share theirs. */
function waitsBySkills(calls: readonly LoggedCall[]): (skills: readonly string[]) => SpanSet {
  const waited = calls.filter(({ waitMs }) => waitMs > 0);
  const waitedBySkill = Map.groupBy(waited, ({ skill }) => skill);
  const known = new Map<string, SpanSet>();
  return (skills) => {
    const key = skills.join('\t');
    const found = known.get(key);
    if (found !== undefined) return found;
    const waits = spanSet(
      skills
        .flatMap((skill) => waitedBySkill.get(skill) ?? [])
        .map(({ offeredAt, waitMs }) => ({ fromAt: offeredAt, untilAt: offeredAt + waitMs })),
    );
    known.set(key, waits);
    return waits;
  };
}
