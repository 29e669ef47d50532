import {
  type AgentId,
  asId,
  type DeskEvent,
  type Instant,
  isSynchronous,
  type WorkId,
} from '@rapport/core';
import { randomOf } from '@rapport/planning';
import { createdId } from '@rapport/server';
import { AGENTS } from '../organisation/agents.ts';
import { firstWords } from '../words/letters.ts';
import type { Arrival } from './arrivals.ts';
import { actorOf, type PastItem, type Scene } from './scene.ts';
import { answerOffer, isConversation } from './serve-item.ts';

/** Customers who come, and agents who hear what the desk says to them. */
export interface Reception {
  readonly arrive: (arrival: Arrival, at: Instant) => void;
  readonly hear: (events: readonly DeskEvent[], at: Instant) => void;
  /** Puts letters into an agent's hands and leaves them there. */
  readonly leaveFor: (agentId: AgentId, letters: readonly Arrival[], at: Instant) => void;
  /** Signs everybody out. */
  readonly close: (at: Instant) => void;
}

const MINUTE_MS = 60_000;
const COMES_BACK_MS = 90_000;
const CUSTOMERS = 'demo-customers';

export function openReception(scene: Scene): Reception {
  const items = new Map<WorkId, PastItem>();
  const left = new Set<WorkId>();
  return {
    arrive: (arrival, at) => {
      const item = receive(scene, items, { arrival, at });
      if (isSynchronous(item.channel)) loosePatience(scene, item, at);
    },
    hear: (events, at) => {
      for (const event of events) {
        if (event.type === 'work-offered') {
          const item = items.get(event.workId);
          const { agentId } = event;
          if (item && !left.has(event.workId)) answerOffer(scene, item, { agentId, at });
        } else if (event.type === 'agent-state-changed' && isSetAside(event.reason)) {
          comeBack(scene, event.agentId, at);
        }
      }
    },
    leaveFor: (agentId, letters, at) => {
      scene.plan(at, (now) => {
        const actor = actorOf(agentId);
        scene.order({ type: 'set-agent-state', agentId, state: 'ready' }, actor, now);
        for (const letter of letters) {
          const workId = createdId('work', letter.commandId);
          left.add(workId);
          receive(scene, items, { arrival: letter, at: now });
          // With full hands he is not offered it; then whoever is next answers it.
          const isTaken = scene.order({ type: 'accept-offer', workId, agentId }, actor, now);
          if (!isTaken) left.delete(workId);
        }
        // He cannot go home with letters in his hands; ready, he would be asked although nobody is there.
        const pause = {
          type: 'set-agent-state',
          agentId,
          state: 'not-ready',
          reason: 'break',
        } as const;
        scene.order(pause, actor, now);
      });
    },
    close: (at) => {
      for (const { agentId } of AGENTS) {
        const command = { type: 'set-agent-state', agentId, state: 'signed-out' } as const;
        scene.order(command, actorOf(agentId), at);
      }
    },
  };
}

/** Takes somebody in with his first words. */
function receive(
  { seed, history, listen }: Scene,
  items: Map<WorkId, PastItem>,
  { arrival, at }: { readonly arrival: Arrival; readonly at: Instant },
): PastItem {
  const { commandId, customer, matter, channel, promiseId, requirements, priority } = arrival;
  const { customerId } = customer;
  const workId = createdId('work', commandId);
  const interactionId = createdId('interaction', commandId);
  const item = { ...arrival, workId, interactionId, random: randomOf(seed, commandId) };
  items.set(workId, item);
  const piiText = firstWords(matter, isConversation(channel), customer.name);
  const message = { id: createdId('message', commandId), piiText };
  const keep = {
    ...{ interactionId, workId, channel, customerId, piiSubject: matter.subject },
    ...(channel !== 'phone' && { message }),
  };
  const outcome = history.execute(
    {
      ...{ type: 'receive-work', workId, channel, customerId, requirements, priority },
      promiseId: asId<'promise'>(promiseId),
    },
    { commandId, actor: CUSTOMERS, keep },
    at,
  );
  if (!outcome.ok) throw new Error(`nobody can come in: ${outcome.refusal.code}`);
  listen(outcome.value, at);
  return item;
}

/** Whoever is there and waits does not wait for ever. */
function loosePatience({ order, plan, seed }: Scene, item: PastItem, at: Instant): void {
  const { commandId, workId } = item;
  const patienceMs = (1.2 + randomOf(seed, `patience ${commandId}`)() * 6) * MINUTE_MS;
  plan(at + patienceMs, (now) => order({ type: 'abandon-work', workId }, CUSTOMERS, now));
}

/** Who missed a call is ready again a moment later. */
function comeBack({ order, plan }: Scene, agentId: AgentId, at: Instant): void {
  plan(at + COMES_BACK_MS, (now) => {
    order({ type: 'set-agent-state', agentId, state: 'ready' }, actorOf(agentId), now);
  });
}

/** Whoever missed a call comes back soon, whether it was his fault or not. */
function isSetAside(reason: string | undefined): boolean {
  return reason === 'ring-no-answer' || reason === 'outage';
}
