import { expect, test } from 'vitest';
import { asId } from '../id.ts';
import { decide } from '../decide.ts';
import { POLICY } from '../routing/policy.ts';
import { given } from '../testing/given.ts';
import { agent, onDuty, promise, work } from '../testing/messages.ts';
import { restoreDesk } from './restore-desk.ts';
import { type SnapshotRecord, snapshotDesk } from './snapshot.ts';

const recordsOf = (): readonly SnapshotRecord[] => [
  ...snapshotDesk(given(promise(), onDuty('ann'), agent('ben')).when(work('call')).desk),
];

test('decides under the policy that it is given', () => {
  const desk = restoreDesk(recordsOf(), { ...POLICY, exclusionMs: 1_000 });
  const [workId, agentId] = [asId<'work'>('call'), asId<'agent'>('ann')];
  const result = decide(desk, { type: 'decline-offer', workId, agentId, reason: 'conflict' }, 500);
  expect(result.ok && result.value[0]).toMatchObject({ excludedUntil: 1_500 });
});

test('refuses records that contradict each other', () => {
  const withoutAgents = recordsOf().filter(({ kind }) => kind !== 'agent');
  expect(() => restoreDesk(withoutAgents)).toThrow('the desk contradicts itself');
});
