import { describe, expect, test } from 'vitest';
import { logOf } from '../testing/log-lines.ts';
import { outcomeOf } from '../testing/replay-to-the-end.ts';
import { POLICY_NAMES } from './replay-policy.ts';
import { scenarioOf } from './scenario.ts';

// Two agents of equal skills who are there all morning. Customer 7 is served by Anna, who is then busy for
// ten minutes with somebody else, while Ben has nothing to do.
const MORNING = [
  { agent: 'ANNA', service: ['8:00:00', '8:00:10'] },
  { agent: 'BEN', service: ['8:00:00', '8:00:10'] },
  { agent: 'ANNA', customer: '7', service: ['8:01:00', '8:02:00'] },
  { agent: 'BEN', customer: '8', service: ['8:02:30', '8:03:00'] },
  { agent: 'ANNA', customer: '7', service: ['8:10:00', '8:20:00'] },
  { agent: 'BEN', customer: '7', service: ['8:11:00', '8:12:00'] },
  { agent: 'BEN', service: ['8:25:00', '8:26:00'] },
  { agent: 'ANNA', service: ['8:25:00', '8:26:00'] },
] as const;
const scenario = scenarioOf(logOf(MORNING), 1);

const played = (policy: (typeof POLICY_NAMES)[number]) => {
  const { outcomes, siloMs } = outcomeOf(scenario, policy);
  return {
    siloMs,
    calls: outcomes.map(({ agentId, waitMs }) => `${agentId ?? 'nobody'} ${waitMs / 1_000}`),
  };
};

describe('under each policy', () => {
  test.each(POLICY_NAMES)('%s gives every call an end, and explains every second', (policy) => {
    const { calls, siloMs } = played(policy);
    expect(calls).toHaveLength(MORNING.length);
    expect(siloMs.unexplained).toBe(0);
  });

  test('ours and pooled leave nobody waiting while somebody able is idle', () => {
    for (const policy of ['ours', 'pooled'] as const) {
      const { calls, siloMs } = played(policy);
      expect(Math.max(...Object.values(siloMs))).toBe(0);
      expect(calls.every((call) => call.endsWith(' 0'))).toBe(true);
    }
  });

  test('strict has a customer wait for his own agent while a colleague is idle, and counts it', () => {
    const { calls, siloMs } = played('strict');
    const [first, waited] = [calls[4] ?? '', calls[5] ?? ''];
    expect(first.split(' ')[0]).toBe(calls[2]?.split(' ')[0]);
    const waitMs = Number(waited.split(' ')[1]) * 1_000;
    expect(waitMs).toBeGreaterThan(0);
    expect(siloMs).toEqual({
      declined: 0,
      missed: 0,
      'handed-on': 0,
      'kept-apart': 0,
      reserved: 0,
      'break-near': 0,
      department: 0,
      'personal-queue': waitMs,
      unexplained: 0,
    });
  });

  test('siloed leaves a customer to his department, whoever is idle elsewhere', () => {
    const { calls, siloMs } = played('siloed');
    const agents = [2, 4, 5].map((index) => calls[index]?.split(' ')[0]);
    expect(new Set(agents.filter((agent) => agent !== 'nobody')).size).toBe(1);
    expect(siloMs.department).toBeGreaterThan(0);
  });
});
