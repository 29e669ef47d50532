import type { Requirement } from '../agents/skill.ts';
import type { Desk } from '../desk.ts';
import type { WorkRecord } from '../desk-records.ts';
import { dueAtOf } from '../promises/due-at.ts';
import type { Instant } from '../time.ts';
import type { Policy } from './policy.ts';
import type { Relaxation } from './relaxation-messages.ts';

/** What an item asks for less of next, and from which share of its promised time on. */
export interface RelaxationStep {
  readonly step: Relaxation;
  readonly share: number;
  readonly requirements: readonly Requirement[];
}

/**
 * What an item lets go of next: every site; then a level of each ability, again and again; then the abilities.
 * Undefined where nothing is left but what is asked for to the end.
 */
export function nextRelaxation(desk: Desk, work: WorkRecord): RelaxationStep | undefined {
  const { skillKinds, policy } = desk;
  const { requirements } = work.class.need;
  if (skillKinds.size === 0 || requirements.length === 0) return undefined;
  const isOf = (kind: string) => (each: Requirement) => skillKinds.get(each.skill) === kind;
  if (requirements.some(isOf('site'))) {
    const left = requirements.filter((each) => !isOf('site')(each));
    return { step: 'site', share: policy.siteShare, requirements: left };
  }
  const abilities = requirements.filter(isOf('ability'));
  if (abilities.length === 0) return undefined;
  if (abilities.every(({ minLevel }) => minLevel === 1)) {
    const left = requirements.filter((each) => !isOf('ability')(each));
    return { step: 'skill', share: policy.skillShare, requirements: left };
  }
  const lower = requirements.map((each) =>
    isOf('ability')(each) ? { ...each, minLevel: Math.max(1, each.minLevel - 1) } : each,
  );
  return { step: 'level', share: levelShare(policy, work.loweredCount), requirements: lower };
}

function levelShare({ levelShare: first, levelStepShare }: Policy, loweredCount: number): number {
  return first + loweredCount * levelStepShare;
}

/** When an item asks for less next; Infinity where it never does, or is reserved or in somebody's hands. */
export function relaxesAt(desk: Desk, work: WorkRecord): Instant {
  if (work.status !== 'waiting' || work.reservation !== undefined) return Infinity;
  const next = nextRelaxation(desk, work);
  if (next === undefined) return Infinity;
  const { hours, targetMs } = work.class.promise;
  return dueAtOf({ hours, targetMs: Math.ceil(targetMs * next.share) }, work) ?? Infinity;
}
