import type { AgentId, Command, DeskEvent, Instant, WorkId } from '@rapport/core';
import type { Random } from '@rapport/planning';
import type { LivedHistory } from '@rapport/server';
import { AGENTS } from '../organisation/agents.ts';
import type { Agenda } from './agenda.ts';
import type { Arrival } from './arrivals.ts';

/** What somebody said after the first words of an interaction. */
export interface SaidLater {
  readonly interactionId: string;
  readonly authorKind: 'customer' | 'agent';
  readonly authorId: string;
  readonly piiText: string;
  readonly isNote: boolean;
  readonly at: Instant;
}

/** An item of the past, with the chance that belongs to it. */
export interface PastItem extends Arrival {
  readonly workId: WorkId;
  readonly interactionId: string;
  readonly random: Random;
}

/** Where the past happens. */
export interface Scene {
  readonly seed: number;
  readonly history: LivedHistory;
  /** What was planned for after the end happens at the end. */
  readonly plan: Agenda['plan'];
  /** Says what somebody asks of the desk, and hears what happens; whether it was taken. */
  readonly order: (command: Command, actor: string, at: Instant) => boolean;
  readonly listen: (events: readonly DeskEvent[], at: Instant) => void;
  /** Notes what is said. */
  readonly said: SaidLater[];
}

export interface SceneSetting extends Omit<Scene, 'plan' | 'order'> {
  readonly agenda: Agenda;
  readonly untilAt: Instant;
}

export function openScene({ agenda, untilAt, ...scene }: SceneSetting): Scene {
  const { seed, history, listen } = scene;
  let count = 0;
  return {
    ...scene,
    plan: (at, act) => agenda.plan(Math.min(Math.floor(at), untilAt), act),
    order: (command, actor, at) => {
      const envelope = { commandId: `demo:${seed}:act:${++count}`, actor };
      const outcome = history.execute(command, envelope, at);
      if (outcome.ok) listen(outcome.value, at);
      return outcome.ok;
    },
  };
}

const PEOPLE = new Map(AGENTS.map((agent) => [agent.agentId, agent]));

/** As whom an agent is known in the journal. */
export function actorOf(agentId: AgentId): string {
  return PEOPLE.get(agentId)?.personId ?? 'nobody';
}

export function nameOf(agentId: AgentId): string {
  return PEOPLE.get(agentId)?.name ?? '';
}

/** Says something in an item's interaction when its time has come. */
export function speak(
  { said }: Scene,
  { interactionId, customer }: PastItem,
  words: {
    readonly from: 'customer' | AgentId;
    readonly piiText: string;
    readonly isNote?: boolean;
  },
): (at: Instant) => void {
  const { from, piiText, isNote = false } = words;
  const isCustomer = from === 'customer';
  const authorKind = isCustomer ? 'customer' : 'agent';
  const authorId = isCustomer ? customer.customerId : from;
  return (at) => said.push({ interactionId, authorKind, authorId, piiText, isNote, at });
}
