import { asId, type Capacity, type Command } from '@rapport/core';
import type { ReplayPolicy } from './replay-policy.ts';
import type { Scenario, ScenarioCall } from './scenario.ts';

/**
 * The promise under which every call of a replay waits. It is longer than the twenty seconds by
 * which centres measure themselves, because urgency, bonds and priority are all told in promised
 * times: under a promise of three minutes a head start of a minute and a half is a priority of 0.5.
 * Source: docs/guide/replay.md, which shows what other promises do.
 */
export const PROMISE_MS = 180_000;
const PROMISE_ID = asId<'promise'>('promise_1');

/** One call at a time. */
const CAPACITY: Capacity = { units: 1, weights: { phone: 1 } };
/** The log tells nothing of how well somebody does what he does. */
const LEVEL = 3;

/** What makes an empty desk ready for the scenario: its promise and its agents, signed out. */
export function commandsToSetUp(scenario: Scenario, policy: ReplayPolicy): readonly Command[] {
  return [
    { type: 'define-promise', promiseId: PROMISE_ID, targetMs: PROMISE_MS, shareRatio: 0.8 },
    ...scenario.agents.map((agent) => ({
      type: 'register-agent' as const,
      agentId: agent.agentId,
      skills: [...agent.skills, ...policy.borderSkillsOf(agent)].map((skill) => ({
        skill,
        level: LEVEL,
      })),
      capacity: CAPACITY,
    })),
  ];
}

/** What the desk is told when a call comes in. */
export function commandToReceive(scenarioCall: ScenarioCall, policy: ReplayPolicy): Command {
  const { workId, call } = scenarioCall;
  const customerId = policy.customerOf(scenarioCall);
  return {
    type: 'receive-work',
    workId,
    channel: 'phone',
    ...(customerId === undefined ? {} : { customerId }),
    requirements: [{ skill: call.skill, minLevel: 1 }, ...policy.bordersOf(scenarioCall)],
    promiseId: PROMISE_ID,
    priority: call.headStartMs / PROMISE_MS,
  };
}
