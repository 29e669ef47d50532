import { isDeepStrictEqual } from 'node:util';
import { snapshotDesk } from '../evolution/snapshot.ts';
import type { Command } from '../messages.ts';
import type { Instant } from '../time.ts';
import { FragileHost } from './fragile-host.ts';
import { letTimePass } from './random-centre.ts';
import { drawCommand } from './random-command.ts';
import { drawPolicy } from './random-policy.ts';
import { BEGINS_AT, drawSetUp } from './random-set-up.ts';
import { drawOne, drawWhole, type Random, seededRandom } from './seeded-random.ts';
import { watchWithOracle } from './watch-with-oracle.ts';

const CRASH_POINTS = ['before-commit', 'before-publication'] as const;

/** A command on its way to the host. */
interface Message {
  readonly commandId: string;
  readonly command: Command;
  /** The step at which it comes. */
  readonly step: number;
}

/**
 * Lives a random centre under a random policy through a bad network and a process that keeps ending:
 * commands are lost, late, out of order or come twice; the process ends before a commit or between it
 * and its publication, or in between two commands; what it publishes does not always arrive. The oracle
 * watches every committed row.
 *
 * The history of a seed with fewer steps is the beginning of its history with more.
 *
 * @throws {Error} at the first breach of a guarantee; where an answered command is decided again; and
 * where the desk, or whoever followed what was published, is not what the rows say.
 */
export function runFaultyCentre({
  seed,
  stepCount,
}: {
  readonly seed: number;
  readonly stepCount: number;
}): void {
  const random = seededRandom(seed);
  const policy = drawPolicy(random);
  const host = new FragileHost(random, policy, watchWithOracle(policy));
  for (const [index, command] of drawSetUp(random).entries()) {
    host.give(`set-up-${index}`, command, BEGINS_AT);
  }
  const isUniform = random() < 0.5;
  const isSleepy = random() < 0.3;
  let underway: readonly Message[] = [];
  let at = BEGINS_AT;
  for (let step = 0; step < stepCount; step += 1) {
    at = letTimePass(random, { host, at, isSleepy });
    const command = drawCommand(random, { desk: host.desk, at, step, isUniform });
    underway = [...underway, ...drawMessages(random, command, step)];
    const arriving = underway.filter((message) => message.step <= step);
    underway = underway.filter((message) => message.step > step);
    for (const message of arriving) deliver(random, { host, message, at });
    if (random() < 0.02) host.takeSnapshot();
    if (random() < 0.02) host.restart(at);
    expectTrue(host);
  }
}

/** How often the same command comes, and when: once and at once, mostly. */
function drawMessages(random: Random, command: Command, step: number): readonly Message[] {
  const commandId = `command-${step}`;
  const fate = random();
  if (fate < 0.05) return [];
  const delay = fate < 0.15 ? drawWhole(random, 1, 6) : 0;
  const first = { commandId, command, step: step + delay };
  return fate < 0.9 ? [first] : [first, { ...first, step: step + drawWhole(random, 0, 8) }];
}

/** Gives the host a command until it answers, which must be what is durable of it, and that once. */
function deliver(
  random: Random,
  { host, message, at }: { host: FragileHost; message: Message; at: Instant },
): void {
  const { commandId, command } = message;
  const crash = random() < 0.04 ? drawOne(random, CRASH_POINTS) : undefined;
  const answer = host.give(commandId, command, at, crash) ?? host.give(commandId, command, at);
  const durable = host.rowsOf(commandId).map(({ events }) => events);
  const answered = answer === undefined || answer.refusal !== undefined ? [] : [answer.events];
  if (isDeepStrictEqual(answered, durable)) return;
  const said = JSON.stringify({ answered, durable });
  throw new Error(`${commandId} was answered otherwise than is durable: ${said}`);
}

/** The desk is what its rows say, and whoever follows them has the same. */
function expectTrue(host: FragileHost): void {
  host.catchUp();
  const [own, read] = [host.desk, host.reader].map((desk) => {
    return JSON.stringify([...snapshotDesk(desk)].filter(({ kind }) => kind !== 'desk'));
  });
  if (own !== read) throw new Error(`the reader has\n${read}\nwhere the desk has\n${own}`);
}
