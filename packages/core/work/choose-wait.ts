import { KNOWN_WIDTH, knownAt, placeOf } from '../bonds/known.ts';
import { knownAgents } from '../bonds/known-agents.ts';
import { isSynchronous } from '../channel.ts';
import { type Decision, emit } from '../decision.ts';
import { type Desk } from '../desk.ts';
import type { AgentRecord, Known, WorkRecord } from '../desk-records.ts';
import type { Refusal } from '../messages.ts';
import { backAt } from '../routing/free-chance.ts';
import { membershipHandleOf } from '../routing/membership-of.ts';
import { placeWork } from '../routing/place-work.ts';
import type { Instant } from '../time.ts';
import type { ChooseWait } from './choice-messages.ts';
import { isExcluded } from './is-excluded.ts';
import { hasRungEnough } from './misses.ts';

/** Decides for whom the customer of a waiting item waits. Returns why that is not to be had, or undefined. */
export function chooseWait(
  { workId, agentId }: ChooseWait,
  decision: Decision,
  work: WorkRecord,
): Refusal | undefined {
  const { desk, at } = decision;
  if (work.status !== 'waiting') {
    return { code: 'work-state-wrong', workId, status: work.status, expected: ['waiting'] };
  }
  if (agentId === undefined) emit(decision, { type: 'wait-chosen', v: 1, workId });
  else {
    const agent = desk.agents.get(agentId);
    if (agent === undefined) return { code: 'agent-unknown', agentId };
    const keptUntilAt = keptUntil(desk, { work, agent, at });
    if (keptUntilAt === undefined) return { code: 'agent-not-choosable', workId, agentId };
    emit(decision, { type: 'wait-chosen', v: 1, workId, agentId, keptUntilAt });
  }
  placeWork(decision, work);
  return undefined;
}

/** Whom a customer may wait for, in the order in which they are asked, and until when each would be kept to. */
export function choosableAgents(
  desk: Desk,
  work: WorkRecord,
  at: Instant,
): readonly { readonly agent: AgentRecord; readonly keptUntilAt: Instant }[] {
  const known = teamBehind(desk, work);
  const choosable: { agent: AgentRecord; keptUntilAt: Instant }[] = [];
  for (let place = 0; place < known.length; place += KNOWN_WIDTH) {
    const agent = knownAt(desk, known, place);
    const keptUntilAt = keptUntil(desk, { work, agent, at });
    if (keptUntilAt !== undefined) choosable.push({ agent, keptUntilAt });
  }
  return choosable;
}

/** Undefined where he does not know the customer, is passed over, cannot serve it, or is not expected. */
function keptUntil(
  desk: Desk,
  { work, agent, at }: { work: WorkRecord; agent: AgentRecord; at: Instant },
): Instant | undefined {
  const { need } = work.class;
  if (placeOf(teamBehind(desk, work), agent) === -1) return undefined;
  if (membershipHandleOf(need, agent.handle) === -1) return undefined;
  if (isExcluded(work, agent) || hasRungEnough(desk, work, agent)) return undefined;
  const freeAt = backAt(agent, need, at);
  if (freeAt === Infinity) return undefined;
  const { choiceMsSynchronous, choiceMsAsynchronous } = desk.policy;
  return freeAt + (isSynchronous(need.channel) ? choiceMsSynchronous : choiceMsAsynchronous);
}

/** All who know the customer, also while he waits for one of them alone. */
function teamBehind(desk: Desk, work: WorkRecord): Known {
  return work.reservation?.isChosen === true
    ? knownAgents(desk, { ...work, reservation: undefined })
    : work.known;
}
