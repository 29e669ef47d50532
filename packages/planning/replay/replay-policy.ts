import type { AgentId, CustomerId, Requirement, Ties } from '@rapport/core';
import { randomOf } from '../random.ts';
import type { Scenario, ScenarioAgent, ScenarioCall } from './scenario.ts';

/**
 * How a replay's centre shares out its calls.
 *
 * - `ours`: the rule as it is. Bonds are earned as customers are served.
 * - `pooled`: the desk is not told who calls, so that bonds play no part.
 * - `siloed`: pooled, and agents and customers are cut into departments that do not help each other.
 * - `strict`: whoever has been served waits for the agent who served him first, and for nobody else.
 */
export type PolicyName = 'ours' | 'pooled' | 'siloed' | 'strict';

export const POLICY_NAMES = [
  'ours',
  'pooled',
  'siloed',
  'strict',
] as const satisfies readonly PolicyName[];

/** What a policy makes of a scenario. All of them run through the same desk; they differ in what it is told. */
export interface ReplayPolicy {
  readonly name: PolicyName;
  /** The skills that stand for the policy's borders, beside those that the log shows. */
  readonly borderSkillsOf: (agent: ScenarioAgent) => readonly string[];
  /** The borders that a call must not cross. */
  readonly bordersOf: (call: ScenarioCall) => readonly Requirement[];
  /** Who calls, as far as the desk is told. */
  readonly customerOf: (call: ScenarioCall) => CustomerId | undefined;
  /** Hears who answered. */
  readonly answered: (call: ScenarioCall, agentId: AgentId) => void;
  /** Which skills are borders and no abilities. */
  readonly ties: Ties;
}

/** A policy as it begins, for one replay of `scenario`. */
export function replayPolicy(name: PolicyName, scenario: Scenario): ReplayPolicy {
  switch (name) {
    case 'siloed':
      return siloed(scenario);
    case 'strict':
      return strict(scenario);
    default: {
      const isPooled = name === 'pooled';
      return { ...WITHOUT_BORDERS, name, customerOf: isPooled ? nobody : named };
    }
  }
}

const named = ({ customerId }: ScenarioCall): CustomerId | undefined => customerId;
const nobody = (): undefined => undefined;

const WITHOUT_BORDERS = {
  borderSkillsOf: () => [],
  bordersOf: () => [],
  answered: () => undefined,
  ties: () => undefined,
} as const satisfies Partial<ReplayPolicy>;

/** As large as departments of a centre of a few dozen are. */
const DEPARTMENT_COUNT = 4;

const departmentSkill = (department: number): string => `department ${department + 1}`;
const personalSkill = (agentId: AgentId): string => `personal queue of ${agentId}`;

/**
 * Agents of equal skills are dealt out to the departments in turn, so that each department is as able as the
 * centre, as far as numbers allow. A customer always belongs to the same department, of those that have
 * anybody for what he asks; a caller whom nobody knows to the one that his call's key draws.
 */
function siloed({ agents }: Scenario): ReplayPolicy {
  const departmentOf = deal(agents);
  const departmentOfCall = departmentOfCalls({ agents });
  const skills = new Set([...departmentOf.values()].map(departmentSkill));
  return {
    ...WITHOUT_BORDERS,
    name: 'siloed',
    borderSkillsOf: ({ agentId }) => [departmentSkill(departmentOf.get(agentId) ?? 0)],
    bordersOf: (call) => {
      const department = departmentOfCall(call);
      return department === undefined ? [] : [{ skill: departmentSkill(department), minLevel: 1 }];
    },
    customerOf: nobody,
    ties: (skill) => (skills.has(skill) ? 'department' : undefined),
  };
}

/** To which department each call would belong, were there departments; undefined where nobody has its skill. */
export function departmentOfCalls({
  agents,
}: Pick<Scenario, 'agents'>): (call: ScenarioCall) => number | undefined {
  const departmentOf = deal(agents);
  const departmentsBySkill = new Map<string, readonly number[]>();
  for (const { agentId, skills } of agents) {
    const department = departmentOf.get(agentId) ?? 0;
    for (const skill of skills) {
      const before = departmentsBySkill.get(skill) ?? [];
      departmentsBySkill.set(
        skill,
        [...new Set([...before, department])].sort((a, b) => a - b),
      );
    }
  }
  return ({ customerId, call: { key, skill } }) => {
    const departments = departmentsBySkill.get(skill) ?? [];
    return departments[Math.floor(randomOf(0, customerId ?? key)() * departments.length)];
  };
}

function deal(agents: readonly ScenarioAgent[]): ReadonlyMap<AgentId, number> {
  const keyOf = ({ skills, name }: ScenarioAgent): string => `${skills.join('\t')}\n${name}`;
  const sorted = agents.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return new Map(sorted.map(({ agentId }, index) => [agentId, index % DEPARTMENT_COUNT]));
}

/** Who asks for what his agent cannot do is anybody's. */
function strict({ agents }: Scenario): ReplayPolicy {
  const agentOf = new Map<CustomerId, AgentId>();
  const skillsOf = new Map(agents.map(({ agentId, skills }) => [agentId, skills]));
  const skills = new Set(agents.map(({ agentId }) => personalSkill(agentId)));
  return {
    name: 'strict',
    borderSkillsOf: ({ agentId }) => [personalSkill(agentId)],
    bordersOf: ({ customerId, call: { skill } }) => {
      const agentId = customerId === undefined ? undefined : agentOf.get(customerId);
      if (agentId === undefined || skillsOf.get(agentId)?.includes(skill) !== true) return [];
      return [{ skill: personalSkill(agentId), minLevel: 1 }];
    },
    customerOf: named,
    answered: ({ customerId }, agentId) => {
      if (customerId !== undefined && !agentOf.has(customerId)) agentOf.set(customerId, agentId);
    },
    ties: (skill) => (skills.has(skill) ? 'personal-queue' : undefined),
  };
}
