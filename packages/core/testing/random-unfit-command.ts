import type { Desk } from '../desk.ts';
import { asId } from '../id.ts';
import type { Command } from '../messages.ts';
import type { Instant } from '../time.ts';
import { AGENTS, CALENDARS, CUSTOMERS, PROMISES } from './random-set-up.ts';
import { drawOne, drawWhole, type Random } from './seeded-random.ts';

/** Draws a command that makes no sense, or that is often refused because it does not fit the moment. */
export function drawUnfit(
  random: Random,
  { desk, at, step }: { desk: Desk; at: Instant; step: number },
): Command {
  return random() < 0.5
    ? drawSenseless(random, at, step)
    : drawMistimed(random, { desk, at, step });
}

function drawSenseless(random: Random, at: Instant, step: number): Command {
  const agentId = drawOne(random, AGENTS);
  const capacity = { units: 1, weights: {} };
  const arrival = {
    type: 'receive-work',
    workId: asId<'work'>(`item-${step}`),
    channel: 'phone',
    requirements: [],
    promiseId: drawOne(random, PROMISES),
  } as const;
  const choices: readonly Command[] = [
    { ...arrival, promiseId: asId('never-defined') },
    { ...arrival, workId: asId('') },
    { ...arrival, priority: NaN },
    { ...arrival, requirements: [{ skill: 'billing', minLevel: drawWhole(random, 6, 9) }] },
    { type: 'register-agent', agentId: asId(''), skills: [], capacity },
    { type: 'change-agent', agentId, skills: [{ skill: 'billing', level: 0 }] },
    { type: 'change-agent', agentId, capacity: { units: 0, weights: {} } },
    { type: 'change-agent', agentId: asId('nobody'), capacity },
    { type: 'set-busy-intervals', agentId, intervals: [{ fromAt: at, untilAt: at }] },
    { type: 'change-bond', customerId: drawOne(random, CUSTOMERS), deputyIds: [agentId, agentId] },
    { type: 'change-bond', customerId: drawOne(random, CUSTOMERS), deputyIds: [asId('nobody')] },
    {
      type: 'set-roster',
      agentId,
      dutyIntervals: [],
      breakIntervals: [{ fromAt: at, untilAt: at }],
    },
    { type: 'declare-absence', agentId, untilAt: at },
    { type: 'declare-absence', agentId, untilAt: at + 1_000, deputyId: agentId },
    { type: 'set-skill-kinds', kinds: [{ skill: '', kind: 'ability' }] },
    { type: 'cancel-absence', agentId: asId('nobody') },
    {
      type: 'change-bond',
      customerId: drawOne(random, CUSTOMERS),
      deputyIds: [],
      untilAt: at,
    },
    {
      type: 'set-bond-wishes',
      customerId: drawOne(random, CUSTOMERS),
      isNewPreferred: false,
      refusals: [{ agentId: asId('nobody'), by: 'agent' }],
    },
    { type: 'merge-customers', customerId: asId('acme'), mergedId: asId('acme') },
    { type: 'split-customers', customerId: asId('acme'), mergedId: asId('nobody') },
    { type: 'define-promise', promiseId: asId('new'), targetMs: 0, shareRatio: 0.8 },
    {
      type: 'define-calendar',
      calendarId: drawOne(random, CALENDARS),
      openIntervals: [{ fromAt: at + 0.5, untilAt: at + 1 }],
    },
  ];
  return drawOne(random, choices);
}

/** Somebody asks something of some item; whether it is his and in the right state is left to chance. */
function drawMistimed(
  random: Random,
  { desk, at, step }: { desk: Desk; at: Instant; step: number },
): Command {
  const { id, agent } = [...desk.work.values()].find(({ status }) => status === 'active') ?? {};
  if (id !== undefined && agent !== undefined && random() < 0.3) {
    const toAgentId = drawOne(random, [agent.id, asId<'agent'>('nobody')]);
    return { type: 'transfer-work', workId: id, agentId: agent.id, toAgentId };
  }
  const workId = drawOne(random, [...desk.work.keys(), asId<'work'>(`never-${step}`)]);
  const agentId = drawOne(random, AGENTS);
  const choices: readonly Command[] = [
    { type: 'accept-offer', workId, agentId },
    { type: 'decline-offer', workId, agentId, reason: 'conflict' },
    { type: 'hold-work', workId, agentId },
    { type: 'resume-work', workId, agentId },
    { type: 'defer-work', workId, agentId, untilAt: drawOne(random, [at, at + 1_000, at + 0.5]) },
    { type: 'recall-work', workId },
    { type: 'wrap-up-work', workId, agentId },
    { type: 'extend-wrap-up', workId, agentId, reason: 'long-note' },
    { type: 'await-customer', workId, agentId },
    { type: 'hear-customer', workId },
    { type: 'complete-work', workId, agentId },
    { type: 'transfer-work', workId, agentId, toAgentId: drawOne(random, AGENTS) },
    { type: 'abandon-work', workId },
  ];
  return drawOne(random, choices);
}
