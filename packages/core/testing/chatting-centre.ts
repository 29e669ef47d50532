import { createDesk, type Desk } from '../desk.ts';
import type { Command, DeskEvent } from '../messages.ts';
import { POLICY } from '../routing/policy.ts';
import type { Instant } from '../time.ts';
import { attempt } from './desk-driver.ts';
import { accept, bond, complete, defer, onDuty, promise, ready, wrapUp, work } from './messages.ts';
import { letTimePass } from './random-centre.ts';
import { drawMatter } from './random-matters.ts';
import { drawTurn } from './random-turns.ts';
import { drawOne, drawWhole, type Random, seededRandom } from './seeded-random.ts';
import { watchWithOracle } from './watch-with-oracle.ts';

const AGENTS = ['ann', 'ben', 'cleo'] as const;
const CUSTOMERS = ['acme', 'bolt', 'crest'] as const;
/** The silence is short, so that customers fall silent often. */
const CHATTING = { ...POLICY, silenceMs: 4_000 };

/**
 * Draws a centre in which agents chat with more customers than they have room for, many of whom fall silent
 * and come back at once. The oracle looks at each event. Returns all of them.
 *
 * @throws {Error} what the oracle finds.
 */
export function runChattingCentre(seed: number, stepCount: number): readonly DeskEvent[] {
  const random = seededRandom(seed);
  const desk = createDesk(CHATTING);
  const watch = watchWithOracle(CHATTING);
  const events: DeskEvent[] = [];
  const take = (next: Parameters<typeof attempt>[1]): void => {
    const row = attempt(desk, next);
    watch(row, desk);
    events.push(...row.events);
  };
  let at = 1_750_000_000_000;
  for (const cause of setUp(random)) take({ at, cause });
  for (let step = 0; step < stepCount; step += 1) {
    at = letTimePass(random, { host: { desk, take }, at, isSleepy: false });
    const cause = drawNext(random, { desk, step, at });
    if (cause !== undefined) take({ at, cause });
  }
  return events;
}

function setUp(random: Random): readonly Command[] {
  return [
    promise({ targetMs: 60_000 }),
    ...AGENTS.flatMap((name) =>
      onDuty(name, {
        capacity: { units: drawOne(random, [4, 8, 9]), weights: { chat: 4, email: 3 } },
      }),
    ),
    ...CUSTOMERS.map((name) => bond(name, { owner: drawOne(random, AGENTS) })),
  ];
}

interface Moment {
  readonly desk: Desk;
  readonly step: number;
  readonly at: Instant;
}

function drawNext(random: Random, moment: Moment): Command | undefined {
  const { desk } = moment;
  const resting = [...desk.agents.values()].find(({ state }) => state !== 'ready');
  if (resting !== undefined) return ready(resting.id);
  const offered = [...desk.work.values()].find(({ status }) => status === 'offered');
  if (offered?.agent !== undefined && random() < 0.8) return accept(offered.id, offered.agent.id);
  return drawOther(random, moment);
}

function drawOther(random: Random, { desk, step, at }: Moment): Command | undefined {
  const kind = random();
  if (kind < 0.5) return drawTurn(random, { desk });
  if (kind < 0.6) return drawMatter(random, { desk, step });
  if (kind < 0.85 && desk.work.size < 14) {
    const channel = random() < 0.8 ? 'chat' : 'email';
    return work(`item-${step}`, { channel, customer: drawOne(random, CUSTOMERS) });
  }
  const carried = [...desk.work.values()].filter(({ status }) => status === 'active');
  if (carried.length === 0) return undefined;
  const { id, agent } = drawOne(random, carried);
  if (agent === undefined) return undefined;
  if (kind < 0.87) return defer(id, agent.id, at + drawWhole(random, 1, 30_000));
  return random() < 0.5 ? complete(id, agent.id) : wrapUp(id, agent.id);
}
