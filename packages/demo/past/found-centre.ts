import { asId, type Command, type Instant, STANDARD_CAPACITY } from '@rapport/core';
import { calendarCommand, COMMAND_LINE, type LivedHistory, type Week } from '@rapport/server';
import { READY_ACCOUNTS } from '../organisation/accounts.ts';
import { AGENTS } from '../organisation/agents.ts';
import { OFFICE, PROMISES } from '../organisation/company.ts';
import type { DemoCustomer } from '../organisation/draw-customers.ts';

interface Founding {
  readonly customers: readonly DemoCustomer[];
  /** The hours of the offices. */
  readonly week: Week;
  readonly at: Instant;
}

/** Makes the hours, the promises, the agents and the bonds, in the first minutes of the history. */
export function found(history: LivedHistory, { customers, week, at }: Founding): void {
  let count = 0;
  const order = (command: Command): void => {
    const envelope = { commandId: `demo:founding:${++count}`, actor: COMMAND_LINE };
    const outcome = history.execute(command, envelope, at + count);
    if (!outcome.ok) throw new Error(`the demo cannot be founded: ${outcome.refusal.code}`);
  };
  order(calendarCommand(OFFICE, week, at).command);
  for (const { promiseId, targetMs, shareRatio, ...hours } of PROMISES) {
    order({
      ...{ type: 'define-promise', promiseId: asId<'promise'>(promiseId), targetMs, shareRatio },
      ...('calendarId' in hours && { calendarId: asId<'calendar'>(hours.calendarId) }),
    });
  }
  for (const { agentId, skills } of AGENTS) {
    order({ type: 'register-agent', agentId, skills, capacity: STANDARD_CAPACITY });
  }
  for (const { customerId, ownerId, deputyIds } of customers) {
    if (ownerId !== undefined) order({ type: 'change-bond', customerId, ownerId, deputyIds });
  }
}

/** The attendant is known to the desk as well, so that calls can be handed to her. */
export function registerAttendant(history: LivedHistory, at: Instant): void {
  const agentId = READY_ACCOUNTS.find(({ role }) => role === 'attendant')?.agentId;
  if (agentId === undefined) return;
  history.execute(
    {
      type: 'register-agent',
      agentId,
      skills: [{ skill: 'reception', level: 5 }],
      capacity: STANDARD_CAPACITY,
    },
    { commandId: 'demo:founding:attendant', actor: COMMAND_LINE },
    at,
  );
}
