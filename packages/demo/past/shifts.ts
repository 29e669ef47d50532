import type { AgentState, DeskEvent, Instant } from '@rapport/core';
import { randomOf } from '@rapport/planning';
import type { LivedHistory } from '@rapport/server';
import { AGENTS, type DemoAgent } from '../organisation/agents.ts';
import { shiftOf } from '../organisation/day-curve.ts';
import type { Agenda } from './agenda.ts';

interface Roster {
  readonly seed: number;
  readonly history: LivedHistory;
  readonly agenda: Agenda;
  readonly listen: (events: readonly DeskEvent[], at: Instant) => void;
  readonly fromAt: Instant;
  readonly untilAt: Instant;
  readonly offsetMs: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MINUTE_MS = 60_000;

/** Lets the agents come to work, pause and go home, each by his shift, with half as many at weekends. */
export function planShifts({ seed, history, agenda, listen, ...span }: Roster): void {
  const { fromAt, untilAt, offsetMs } = span;
  let count = 0;
  const say =
    ({ agentId, personId }: DemoAgent, state: AgentState, reason?: string) =>
    (at: Instant): void => {
      const command = {
        type: 'set-agent-state',
        agentId,
        state,
        ...(reason !== undefined && { reason }),
      } as const;
      const envelope = { commandId: `demo:${seed}:state:${++count}`, actor: personId };
      const outcome = history.execute(command, envelope, at);
      if (outcome.ok) listen(outcome.value, at);
    };
  const midnight = fromAt - ((fromAt + offsetMs) % DAY_MS);
  for (let dayAt = midnight; dayAt < untilAt; dayAt += DAY_MS) {
    const weekday = new Date(dayAt + offsetMs).getUTCDay();
    const isWeekend = weekday === 0 || weekday === 6;
    for (const [index, agent] of AGENTS.entries()) {
      const random = randomOf(seed, `shift ${agent.agentId} ${dayAt - midnight}`);
      if (random() > (isWeekend ? 0.5 : 0.94)) continue;
      const shift = shiftOf(index);
      const begins = dayAt + shift.from * HOUR_MS + Math.floor((random() - 0.5) * 12 * MINUTE_MS);
      const ends = begins + shift.hours * HOUR_MS + Math.floor(random() * 14 * MINUTE_MS);
      if (begins < fromAt + HOUR_MS) continue;
      const pause = begins + (shift.hours / 2 + (random() - 0.5)) * HOUR_MS;
      agenda.plan(begins, say(agent, 'ready'));
      agenda.plan(Math.floor(pause), say(agent, 'not-ready', 'break'));
      agenda.plan(Math.floor(pause + (25 + random() * 15) * MINUTE_MS), say(agent, 'ready'));
      agenda.plan(ends, say(agent, 'signed-out'));
    }
  }
}
