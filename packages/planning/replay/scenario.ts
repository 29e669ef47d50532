import { type AgentId, asId, type CustomerId, type Instant, type WorkId } from '@rapport/core';
import { historiesOf } from './agent-history.ts';
import type { CallLog } from './call-log-reader.ts';
import { type DrawnCall, drawCalls } from './draw-calls.ts';
import { inferPauseMs } from './infer-pause.ts';
import { inferShifts } from './infer-shifts.ts';
import { inferSkills } from './infer-skills.ts';
import { type SpanSet, spanSet } from './span-set.ts';

/** An agent of the log, under the id that the desk knows. */
export interface ScenarioAgent {
  readonly agentId: AgentId;
  readonly name: string;
  readonly skills: readonly string[];
}

/** When an agent is there to take calls. */
export interface ScenarioShift {
  readonly agentId: AgentId;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/** A call as the desk will meet it. */
export interface ScenarioCall extends DrawnCall {
  readonly workId: WorkId;
  readonly customerId: CustomerId | undefined;
  /** Who answered it in the log. */
  readonly loggedAgentId: AgentId | undefined;
}

/** Calls that nobody on shift had the skill for when they came in. */
export interface UncoveredSkill {
  readonly skill: string;
  readonly callCount: number;
  /** Those of them that were answered in the log all the same. */
  readonly answeredCount: number;
}

/** Everything that a replay of a log needs, with nothing left to chance. */
export interface Scenario {
  /** By name. */
  readonly agents: readonly ScenarioAgent[];
  readonly shifts: readonly ScenarioShift[];
  /** By the time at which they are offered. */
  readonly calls: readonly ScenarioCall[];
  /** How long an agent takes between two calls. */
  readonly pauseMs: number;
  readonly uncovered: readonly UncoveredSkill[];
}

/**
 * Makes a scenario of a log: the agents, skills, shifts and pauses that its services show, and its
 * calls with what it could not show drawn from `seed`. Ids are numbers in the order of agents' names
 * and of the calls.
 *
 * Source of the inferences: docs/guide/replay.md.
 */
export function scenarioOf(log: CallLog, seed: number): Scenario {
  const histories = historiesOf(log.calls);
  const skillsByAgent = new Map(
    histories.map((history) => [history.agent, inferSkills(history)] as const),
  );
  const pauseMs = inferPauseMs(histories);
  const agents = [...skillsByAgent].map(([name, skills], index) => ({
    agentId: asId<'agent'>(`agent_${index + 1}`),
    name,
    skills,
  }));
  const agentIds = new Map(agents.map(({ name, agentId }) => [name, agentId]));
  const shifts = inferShifts({ calls: log.calls, histories, skillsByAgent, leadMs: pauseMs });
  const scenario = {
    agents,
    shifts: shifts.flatMap(({ agent, startsAt, endsAt }) => {
      const agentId = agentIds.get(agent);
      return agentId === undefined ? [] : [{ agentId, startsAt, endsAt }];
    }),
    calls: withIds(drawCalls(log.calls, seed), agentIds),
    pauseMs,
  };
  return { ...scenario, uncovered: uncoveredIn(scenario) };
}

function withIds(
  calls: readonly DrawnCall[],
  agentIds: ReadonlyMap<string, AgentId>,
): readonly ScenarioCall[] {
  const customerIds = new Map<string, CustomerId>();
  const idOf = (customer: string): CustomerId => {
    const found = customerIds.get(customer);
    if (found !== undefined) return found;
    const customerId = asId<'customer'>(`customer_${customerIds.size + 1}`);
    customerIds.set(customer, customerId);
    return customerId;
  };
  return calls.map((drawn, index) => ({
    ...drawn,
    workId: asId<'work'>(`work_${index + 1}`),
    customerId: drawn.call.customer === undefined ? undefined : idOf(drawn.call.customer),
    loggedAgentId: drawn.call.agent === undefined ? undefined : agentIds.get(drawn.call.agent),
  }));
}

function uncoveredIn(
  scenario: Pick<Scenario, 'agents' | 'shifts' | 'calls'>,
): readonly UncoveredSkill[] {
  const coverBySkill = coversOf(scenario);
  return [...Map.groupBy(scenario.calls, ({ call }) => call.skill)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([skill, calls]) => {
      const cover = coverBySkill.get(skill);
      const uncovered = calls.filter(({ call }) => cover?.has(call.offeredAt) !== true);
      if (uncovered.length === 0) return [];
      const answeredCount = uncovered.filter(({ call }) => !call.hasAbandoned).length;
      return [{ skill, callCount: uncovered.length, answeredCount }];
    });
}

/** When somebody with the skill was on shift, by the skills that anybody has. */
function coversOf({
  agents,
  shifts,
}: Pick<Scenario, 'agents' | 'shifts'>): ReadonlyMap<string, SpanSet> {
  const spans = shifts.map(({ agentId, startsAt, endsAt }) => ({
    agentId,
    fromAt: startsAt,
    untilAt: endsAt,
  }));
  const spansByAgent = Map.groupBy(spans, ({ agentId }) => agentId);
  const able = agents.flatMap(({ agentId, skills }) => skills.map((skill) => ({ skill, agentId })));
  const ableBySkill = Map.groupBy(able, ({ skill }) => skill);
  return new Map(
    [...ableBySkill].map(([skill, list]) => [
      skill,
      spanSet(list.flatMap(({ agentId }) => spansByAgent.get(agentId) ?? [])),
    ]),
  );
}
