import { openReplayDesk, readSettings } from '@rapport/server';
import type { CliWorld } from '../cli-command.ts';
import type { DurableDesk } from '../commands/replay.ts';

/** Opens a desk in the database that the settings name, and says how to look at what it keeps. */
export async function openDurableDesk({ environment, err }: CliWorld): Promise<DurableDesk> {
  const desk = await openReplayDesk(readSettings(environment));
  err(`Every decision is stored, as the centre ${desk.centre}. Check it with:\n`);
  err(`  RAPPORT_CENTRE=${desk.centre} npx rapport audit\n\n`);
  return { port: desk, [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose]() };
}
