import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startRapport, temporaryFolder } from '@rapport/server/testing';

/** The first administrator of every centre here, and everybody's password. */
export const ADMINISTRATOR = 'ada@example.org';
export const PASSWORD = 'correct horse battery staple';

/** Makes an empty centre with its administrator and stops it, to be copied: a start of it is half as long. */
export async function makeTemplate(): Promise<{
  readonly data: string;
  readonly drop: () => Promise<void>;
}> {
  const folder = await temporaryFolder();
  const data = join(folder, 'data');
  const server = await startRapport({
    RAPPORT_ADMIN_EMAIL: ADMINISTRATOR,
    RAPPORT_ADMIN_PASSWORD: PASSWORD,
    RAPPORT_DATA: data,
    RAPPORT_PORT: '0',
  });
  await server.endWith('SIGTERM');
  return { data, drop: () => rm(folder, { recursive: true, force: true }) };
}
