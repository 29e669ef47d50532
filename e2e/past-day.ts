import type { Command } from '@rapport/core';
import { accept, bond, complete, onDuty, promise, signedOut, work } from '@rapport/core/testing';
import { openCentre, readSettings } from '@rapport/server';

const SECOND = 1_000;
const KNOWN_PROMISE = { id: 'calls', targetMs: 20 * SECOND };

/**
 * Yesterday at noon, by the clock of whoever runs the tests: while Ted and Ann talk, a stranger calls, and
 * then somebody whom Ted looks after. Ted is free first and has the one who knows him, Ann the other.
 */
const HAPPENED: readonly (readonly [seconds: number, commands: readonly Command[]])[] = [
  [0, [promise(KNOWN_PROMISE), ...onDuty('ted'), ...onDuty('ann'), bond('vera', { owner: 'ted' })]],
  [10, [call('first'), accept('first', 'ann')]],
  [12, [call('second'), accept('second', 'ted')]],
  [30, [call('stranger')]],
  [35, [call('known', 'vera')]],
  [60, [complete('second', 'ted'), accept('known', 'ted')]],
  [61, [complete('first', 'ann'), accept('stranger', 'ann')]],
  [90, [complete('known', 'ted'), complete('stranger', 'ann')]],
  [99, [signedOut('ted'), signedOut('ann')]],
];

function call(name: string, customer?: string): Command {
  return work(name, { promise: KNOWN_PROMISE.id, ...(customer !== undefined && { customer }) });
}

/** Lets yesterday happen in the data folder of a centre that does not run. */
export async function letYesterdayHappen(dataFolder: string): Promise<void> {
  const noonAt = new Date().setHours(-12, 0, 0, 0);
  let now = noonAt;
  const settings = readSettings({ RAPPORT_DATA: dataFolder });
  const clock = { now: () => now, wakeAt: () => () => undefined };
  await using centre = await openCentre(settings, { notice: () => undefined, clock });
  for (const [seconds, commands] of HAPPENED) {
    now = noonAt + seconds * SECOND;
    for (const [index, command] of commands.entries()) {
      const commandId = `yesterday-${seconds}-${index}`;
      const given = await centre.host.execute(command, { commandId, actor: 'yesterday' });
      if (!given.ok) throw new Error(`${command.type} was refused: ${given.refusal.code}`);
    }
  }
}
