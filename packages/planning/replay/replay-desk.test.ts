import { advance, asId, createDesk, decide, nextDueAt } from '@rapport/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DeskPort, ReplayRefused, replayThrough, startReplay } from './replay-desk.ts';
import type { PolicyName } from './replay-policy.ts';
import type { Scenario, ScenarioCall } from './scenario.ts';

interface CallFields {
  readonly skill?: string;
  readonly customer?: number;
  readonly patienceMs?: number;
  readonly serviceMs?: number;
}

function callAt(offeredAt: number, index: number, fields: CallFields = {}): ScenarioCall {
  const { skill = 'PS', customer, patienceMs = 1e9, serviceMs = 100 } = fields;
  const customerId = customer === undefined ? undefined : asId<'customer'>(`customer_${customer}`);
  return {
    workId: asId<'work'>(`work_${index + 1}`),
    customerId,
    loggedAgentId: undefined,
    patienceMs,
    serviceMs,
    call: {
      key: String(index),
      lineNumber: index + 2,
      skill,
      customer: undefined,
      headStartMs: 0,
      offeredAt,
      waitMs: 0,
      hasAbandoned: false,
      agent: undefined,
      service: undefined,
    },
  };
}

function scenario(
  shifts: readonly (readonly [number, number, number])[],
  calls: readonly (readonly [number, CallFields?])[],
  fields: Partial<Scenario> = {},
): Scenario {
  const numbers = [...new Set(shifts.map(([agent]) => agent))].sort((a, b) => a - b);
  return {
    agents: numbers.map((agent) => ({
      agentId: asId(`agent_${agent}`),
      name: String(agent),
      skills: ['PS'],
    })),
    shifts: shifts.map(([agent, startsAt, endsAt]) => ({
      agentId: asId(`agent_${agent}`),
      startsAt,
      endsAt,
    })),
    calls: calls.map(([offeredAt, callFields], index) => callAt(offeredAt, index, callFields)),
    pauseMs: 0,
    uncovered: [],
    ...fields,
  };
}

function played(played: Scenario, policy: PolicyName = 'ours') {
  const replay = startReplay(played, policy);
  while (replay.play(7)) continue;
  return replay.outcome();
}

const summary = (of: Scenario) =>
  played(of).outcomes.map(({ agentId, waitMs }) => [agentId ?? 'gave up', waitMs]);

describe('a replay', () => {
  test('has an idle agent answer at once, and the next caller wait for talk and wrap-up', () => {
    const calls = [[1_000], [1_010]] as const;
    expect(summary(scenario([[1, 0, 9_000]], calls, { pauseMs: 25 }))).toEqual([
      ['agent_1', 0],
      ['agent_1', 115],
    ]);
  });

  test('counts talk and wrap-up as busy', () => {
    const of = scenario([[1, 0, 9_000]], [[1_000], [1_010], [5_000]], { pauseMs: 25 });
    expect(played(of)).toMatchObject({ busyMs: 375, dutyMs: 9_000 });
  });

  test('has a caller give up when his patience ends, unless that is when he is answered', () => {
    const calls = [[1_000], [1_000, { patienceMs: 99 }], [1_000, { patienceMs: 100 }]] as const;
    expect(summary(scenario([[1, 0, 9_000]], calls))).toEqual([
      ['agent_1', 0],
      ['gave up', 99],
      ['agent_1', 100],
    ]);
  });

  test('has an agent finish his call after his shift, take no more, and count it as duty', () => {
    const of = scenario([[1, 0, 1_050]], [[1_000], [1_020, { patienceMs: 500 }]]);
    expect(summary(of)).toEqual([
      ['agent_1', 0],
      ['gave up', 500],
    ]);
    expect(played(of)).toMatchObject({ busyMs: 100, dutyMs: 1_100 });
  });

  test('has an agent whose next shift begins during his last call go on', () => {
    const shifts = [
      [1, 0, 1_050],
      [1, 1_060, 2_000],
    ] as const;
    const of = scenario(shifts, [[1_000], [1_020]]);
    expect(summary(of)).toEqual([
      ['agent_1', 0],
      ['agent_1', 80],
    ]);
    expect(played(of).dutyMs).toBe(2_000);
  });

  test('has somebody who calls again meet the agent who knows him, unless the desk is not told who calls', () => {
    const shifts = [
      [1, 0, 9_000],
      [2, 0, 9_000],
    ] as const;
    const of = scenario(shifts, [
      [1_000, { customer: 1 }],
      [2_000],
      [3_000],
      [4_000, { customer: 1 }],
      [5_000, { customer: 1 }],
    ]);
    const agents = (policy: PolicyName) =>
      played(of, policy).outcomes.map(({ agentId }) => agentId);
    expect(agents('ours')).toEqual(['agent_1', 'agent_2', 'agent_1', 'agent_1', 'agent_1']);
    expect(agents('pooled')[3]).toBe('agent_2');
  });

  test('of nothing is over at once', () => {
    expect(played(scenario([], []))).toMatchObject({ outcomes: [], dutyMs: 0 });
  });

  const awkward = fc
    .record({
      shifts: fc.array(
        fc
          .tuple(fc.integer({ min: 1, max: 4 }), fc.nat(2_000), fc.nat(1_500))
          .map(([agent, startsAt, lengthMs]) => [agent, startsAt, startsAt + lengthMs] as const),
      ),
      calls: fc.array(
        fc.tuple(
          fc.nat(4_000),
          fc.record({
            skill: fc.constantFrom('PS', 'PS', 'PS', 'NW'),
            customer: fc.nat(5),
            patienceMs: fc.nat(400),
            serviceMs: fc.nat(300),
          }),
        ),
      ),
      pauseMs: fc.nat(20),
    })
    .map(({ shifts, calls, pauseMs }) =>
      scenario(
        shifts,
        [...calls].sort(([a], [b]) => a - b),
        { pauseMs },
      ),
    );

  test('loses no call, keeps to patience, skills and shifts, and never doubles an agent', () => {
    fc.assert(
      fc.property(awkward, (of) => {
        const { outcomes } = played(of);
        const busyUntil = new Map<string, number>();
        for (const [index, { call, patienceMs, serviceMs }] of of.calls.entries()) {
          const outcome = outcomes[index];
          if (outcome === undefined) throw new Error('a call is lost');
          if (outcome.agentId === undefined) {
            expect(outcome.waitMs).toBe(patienceMs);
            continue;
          }
          const answeredAt = call.offeredAt + outcome.waitMs;
          expect(outcome.waitMs).toBeLessThanOrEqual(patienceMs);
          expect(call.skill).toBe('PS');
          expect(
            of.shifts.some(
              ({ agentId, startsAt, endsAt }) =>
                agentId === outcome.agentId && startsAt <= answeredAt && answeredAt <= endsAt,
            ),
          ).toBe(true);
          busyUntil.set(`${outcome.agentId} ${answeredAt}`, answeredAt + serviceMs + of.pauseMs);
        }
        const busy = [...busyUntil].map(([key, until]) => {
          const [agentId, from] = key.split(' ');
          return { agentId, from: Number(from), until };
        });
        for (const a of busy) {
          for (const b of busy) {
            if (a.agentId !== b.agentId || a.from >= b.from) continue;
            expect(a.until).toBeLessThanOrEqual(b.from);
          }
        }
      }),
    );
  });

  test('through a port has the same outcome as in memory', async () => {
    await fc.assert(
      fc.asyncProperty(awkward, async (of) => {
        const reported: number[] = [];
        const outcome = await replayThrough(portInMemory(), of, (count) => reported.push(count));
        expect(outcome).toEqual(played(of));
        expect(reported.at(-1) ?? 0).toBe(of.calls.length);
      }),
      { numRuns: 20 },
    );
  });

  test('stops where the desk refuses, because then one of the two is wrong', async () => {
    const port: DeskPort = {
      ...portInMemory(),
      execute: () =>
        Promise.resolve({ ok: false, refusal: { code: 'work-unknown', workId: asId('x') } }),
    };
    await expect(replayThrough(port, scenario([[1, 0, 1]], []))).rejects.toThrow(ReplayRefused);
  });
});

function portInMemory(): DeskPort {
  const desk = createDesk();
  return {
    execute: (command, at) => Promise.resolve(decide(desk, command, at)),
    advance: (at) => Promise.resolve(advance(desk, at)),
    nextDueAt: () => nextDueAt(desk),
  };
}
