import { asId, type Command, type DeskEvent, STANDARD_CAPACITY } from '@rapport/core';
import type { Centre } from '@rapport/server';

const AGENTS = 1_000;
const SKILLS = 50;
const CUSTOMERS = 50_000;
const PROMISE_ID = asId<'promise'>('promise_1');

/** Commands for one centre, straight to its host, by many at a time. */
export interface CommandLoad {
  /** Defines the promise and signs the agents in. */
  readonly setUp: () => Promise<void>;
  /** Takes items in and serves them to the end, until the time is over; returns how many commands that were. */
  readonly serve: (untilMs: number) => Promise<number>;
  /** Takes in items that nobody can serve. */
  readonly pileUp: (untilMs: number) => Promise<number>;
}

/** Keeps `outstanding` commands under way, each under an id that `commandId` gives. */
export function commandLoad(
  { host }: Centre,
  { outstanding, commandId }: { outstanding: number; commandId: () => string },
): CommandLoad {
  let commandCount = 0;
  let workCount = 0;
  const give = async (command: Command): Promise<readonly DeskEvent[]> => {
    const outcome = await host.execute(command, { commandId: commandId(), actor: 'bench' });
    if (!outcome.ok) throw new Error(`${command.type} was refused: ${outcome.refusal.code}`);
    commandCount++;
    return outcome.events;
  };
  const receive = (minLevel: number): Promise<readonly DeskEvent[]> => {
    const number = workCount++;
    return give({
      type: 'receive-work',
      workId: asId<'work'>(`work_${number}`),
      channel: 'phone',
      customerId: asId<'customer'>(`customer_${(number * 7_919) % CUSTOMERS}`),
      requirements: [{ skill: `skill_${number % SKILLS}`, minLevel }],
      promiseId: PROMISE_ID,
    });
  };
  const serveOne = async (): Promise<void> => {
    for (const event of await receive(1)) {
      if (event.type !== 'work-offered') continue;
      const { workId, agentId } = event;
      await give({ type: 'accept-offer', workId, agentId });
      await give({ type: 'complete-work', workId, agentId });
    }
  };
  const abreast = async (work: () => Promise<unknown>): Promise<void> => {
    await Promise.all(Array.from({ length: outstanding }, work));
  };
  const counted = async (untilMs: number, work: () => Promise<unknown>): Promise<number> => {
    const before = commandCount;
    await abreast(async () => {
      while (performance.now() < untilMs) await work();
    });
    return commandCount - before;
  };
  return {
    setUp: async () => {
      await give({
        type: 'define-promise',
        promiseId: PROMISE_ID,
        targetMs: 20_000,
        shareRatio: 0.8,
      });
      let next = 0;
      await abreast(async () => {
        while (next < AGENTS) await signIn(next++, give);
      });
    },
    serve: (untilMs) => counted(untilMs, serveOne),
    // Nobody's level is that high.
    pileUp: (untilMs) => counted(untilMs, () => receive(5)),
  };
}

async function signIn(
  number: number,
  give: (command: Command) => Promise<readonly DeskEvent[]>,
): Promise<void> {
  const agentId = asId<'agent'>(`agent_${number}`);
  const skills = [0, 1, 2].map((step) => ({
    skill: `skill_${(number + step * 7) % SKILLS}`,
    level: 3,
  }));
  await give({ type: 'register-agent', agentId, skills, capacity: STANDARD_CAPACITY });
  await give({ type: 'set-agent-state', agentId, state: 'ready' });
}
