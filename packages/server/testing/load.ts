import { setTimeout as sleep } from 'node:timers/promises';
import { asId, type Command, type DeskEvent, STANDARD_CAPACITY } from '@rapport/core';
import type { Outcome } from '../host/envelope.ts';
import type { KeptInteraction } from '../store/kept.ts';
import { type CentreProcess, WireBroken } from './start-centre-process.ts';

const AGENTS = 20;
const CUSTOMERS = 50;
const PROMISE_ID = asId<'promise'>('promise_1');
const RETRY_MS = 10;

/** Customers who arrive and agents who work, over a wire that may break at any time. */
export interface Load {
  /** Feed it with what becomes durable: its agents answer their offers and finish their work. */
  readonly onEvents: (events: readonly DeskEvent[]) => void;
  /** Lets it speak to this process from now on. */
  readonly connect: (process: Pick<CentreProcess, 'execute'>) => void;
  /** Registers the promise and the agents, and signs them in. */
  readonly setUp: () => Promise<void>;
  /** Keeps `count` arrivals under way until `stop`. */
  readonly start: (count: number) => void;
  /** No new arrivals; settles when every command under way has its answer. */
  readonly stop: () => Promise<void>;
  /** Gives a command until it is answered, under one id, as a careful client would. */
  readonly insist: (command: Command, keep?: KeptInteraction) => Promise<Outcome>;
  /** Position by command id, of every command that was acknowledged. */
  readonly acknowledged: ReadonlyMap<string, number>;
  readonly receivedCount: () => number;
  /** What was said in interactions that were acknowledged, by interaction. */
  readonly said: ReadonlyMap<string, string>;
}

/** Makes a load whose ids begin with `name`, so that several may follow each other in one centre. */
export function createLoad(name: string): Load {
  const acknowledged = new Map<string, number>();
  const said = new Map<string, string>();
  const underway = new Set<Promise<unknown>>();
  let process: Pick<CentreProcess, 'execute'> | undefined;
  let commandCount = 0;
  let workCount = 0;
  let receivedCount = 0;
  let isStopping = false;
  // A method call, because the compiler cannot see that `stop` is called meanwhile.
  const isRunning = (): boolean => !isStopping;

  const insist = async (command: Command, keep?: KeptInteraction): Promise<Outcome> => {
    const commandId = `${name}:${++commandCount}`;
    for (;;) {
      try {
        if (process === undefined) throw new WireBroken('not connected yet');
        const outcome = await process.execute(command, {
          ...{ commandId, actor: 'load' },
          ...(keep !== undefined && { keep }),
        });
        if (outcome.ok) acknowledged.set(commandId, outcome.position);
        return outcome;
      } catch (error) {
        if (!(error instanceof WireBroken)) throw error;
        await sleep(RETRY_MS);
      }
    }
  };

  const inBackground = (work: Promise<unknown>): void => {
    underway.add(work);
    void work.finally(() => underway.delete(work));
  };

  const serve = async (event: Extract<DeskEvent, { type: 'work-offered' }>): Promise<void> => {
    const { workId, agentId } = event;
    const accepted = await insist({ type: 'accept-offer', workId, agentId });
    if (!accepted.ok) return;
    await insist({ type: 'wrap-up-work', workId, agentId });
    await insist({ type: 'complete-work', workId, agentId });
  };

  const arrive = async (): Promise<void> => {
    while (isRunning()) {
      const number = ++workCount;
      const workId = asId<'work'>(`${name}_work_${number}`);
      const channel = number % 3 === 0 ? 'email' : 'phone';
      const customerId = asId<'customer'>(`customer_${number % CUSTOMERS}`);
      const keep = number % 2 === 0 ? undefined : keptOf({ workId, channel, customerId });
      const requirements = [{ skill: `skill_${number % 3}`, minLevel: 1 }];
      const arrival = { workId, channel, customerId, requirements, promiseId: PROMISE_ID } as const;
      const outcome = await insist({ type: 'receive-work', ...arrival }, keep);
      if (outcome.ok && keep?.message) said.set(keep.interactionId, keep.message.piiText);
      if (outcome.ok) receivedCount++;
      if (number % 10 === 0) await insist({ type: 'abandon-work', workId });
    }
  };

  return {
    acknowledged,
    said,
    insist,
    receivedCount: () => receivedCount,
    connect: (connected) => (process = connected),
    onEvents: (events) => {
      for (const event of events) if (event.type === 'work-offered') inBackground(serve(event));
    },
    setUp: async () => {
      await insist({
        type: 'define-promise',
        promiseId: PROMISE_ID,
        targetMs: 20_000,
        shareRatio: 0.8,
      });
      for (let number = 1; number <= AGENTS; number++) {
        const agentId = asId<'agent'>(`agent_${number}`);
        const skills = [0, 1, 2].map((skill) => ({
          skill: `skill_${skill}`,
          level: 1 + (number % 5),
        }));
        await insist({ type: 'register-agent', agentId, skills, capacity: STANDARD_CAPACITY });
        await insist({ type: 'set-agent-state', agentId, state: 'ready' });
      }
    },
    start: (count) => {
      isStopping = false;
      for (let i = 0; i < count; i++) inBackground(arrive());
    },
    stop: async () => {
      isStopping = true;
      while (underway.size > 0) await Promise.all(underway);
    },
  };
}

function keptOf(
  arrival: Pick<KeptInteraction, 'workId' | 'channel' | 'customerId'>,
): KeptInteraction {
  const { workId } = arrival;
  const message = { id: `message_${workId}`, piiText: `words of ${workId}` };
  return { ...arrival, interactionId: `interaction_${workId}`, message };
}
