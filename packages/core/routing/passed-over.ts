import { isRefused } from '../bonds/customers.ts';
import { KNOWN_WIDTH, knownAt, standingAt } from '../bonds/known.ts';
import { isSynchronous } from '../channel.ts';
import type { Desk } from '../desk.ts';
import type { AgentRecord, MembershipRecord, WorkRecord } from '../desk-records.ts';
import { nextDutyAt, windDownAt } from '../roster/wind-downs.ts';
import type { Instant } from '../time.ts';
import type { PassedOver } from '../work/reasons.ts';
import { hasRungEnough } from '../work/misses.ts';
import { membershipOf } from './membership-of.ts';

/** What most find, and nobody changes. */
const NOBODY: PassedOver[] = [];

/**
 * Of the agents known to an item's customer, those who come before `asked` in the order in which they
 * are asked, and what kept each: all of them where nobody or somebody unknown is asked, or who is asked like
 * anybody. Whom nothing keeps is left out.
 */
export function passedOver(
  desk: Desk,
  work: WorkRecord,
  { asked, at }: { asked: AgentRecord | undefined; at: Instant },
): readonly PassedOver[] {
  let passed = NOBODY;
  const { known } = work;
  for (let place = 0; place < known.length; place += KNOWN_WIDTH) {
    const agent = knownAt(desk, known, place);
    if (agent === asked && !hasRungEnough(desk, work, agent)) break;
    const membership = membershipOf(desk, work.class.need, agent.handle);
    const found =
      membership === undefined ? LACKS_SKILL : obstacleFor(desk, { work, membership, at });
    if (found === undefined) continue;
    if (passed === NOBODY) passed = [];
    const { obstacle, untilAt } = found;
    const each = { agentId: agent.id, standing: standingAt(known, place), obstacle };
    passed.push(untilAt === undefined ? each : { ...each, untilAt });
  }
  return passed;
}

const LACKS_SKILL: Found = { obstacle: 'lacks-skill' };

type Found = Pick<PassedOver, 'obstacle' | 'untilAt'>;

function obstacleFor(
  desk: Desk,
  { work, membership, at }: { work: WorkRecord; membership: MembershipRecord; at: Instant },
): Found | undefined {
  const { agent } = membership;
  const isSpent = !isRefused(work.customer, agent) && hasRungEnough(desk, work, agent);
  return isSpent ? { obstacle: 'asked-enough' } : obstacleOf(work, membership, at);
}

function obstacleOf(
  work: WorkRecord,
  { agent, weight }: MembershipRecord,
  at: Instant,
): Found | undefined {
  if (isRefused(work.customer, agent)) return { obstacle: 'refused' };
  for (const exclusion of work.exclusions) {
    if (exclusion.agent === agent) return { obstacle: 'excluded', untilAt: exclusion.until };
  }
  if (agent.absence !== undefined) return { obstacle: 'absent', untilAt: agent.absence.untilAt };
  if (agent.state !== 'ready') return offDuty(agent, at);
  if (agent.isUnreachable) return { obstacle: 'unreachable' };
  const untilAt = busyUntil(agent, at);
  if (untilAt > at) return { obstacle: 'busy', untilAt };
  if (agent.loadUnits + weight > agent.capacity.units) return { obstacle: 'full' };
  if (agent.offered !== undefined) return { obstacle: 'being-offered' };
  return isSynchronous(work.class.need.channel) ? windingDown(agent, at) : undefined;
}

/** That his break is near, his shift ends, or he is to call somebody. */
function windingDown({ windDowns }: AgentRecord, at: Instant): Found | undefined {
  const windDown = windDownAt(windDowns, at);
  if (windDown === undefined) return undefined;
  if (windDown.reason === 'callback') {
    return { obstacle: 'callback-near', untilAt: windDown.startsAt };
  }
  return windDown.reason === 'break'
    ? { obstacle: 'break-near', untilAt: windDown.untilAt }
    : { obstacle: 'shift-ends', untilAt: windDown.startsAt };
}

/** Who is not ready; of who is signed out, when he is on duty again, where that is planned. */
function offDuty({ state, roster }: AgentRecord, at: Instant): Found {
  const obstacle = state === 'signed-out' ? 'signed-out' : 'not-ready';
  const untilAt = obstacle === 'signed-out' ? nextDutyAt(roster, at) : undefined;
  return untilAt === undefined ? { obstacle } : { obstacle, untilAt };
}

/**
 * The end of the busy intervals that follow each other without a gap; `at` where he is not busy. Of the
 * intervals themselves, because several that end at once are passed one after the other.
 */
export function busyUntil({ busyIntervals }: AgentRecord, at: Instant): Instant {
  let untilAt = at;
  for (const interval of busyIntervals) {
    if (interval.fromAt <= untilAt && interval.untilAt > untilAt) untilAt = interval.untilAt;
  }
  return untilAt;
}
