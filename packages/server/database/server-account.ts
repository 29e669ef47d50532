import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { EmbeddedDatabaseBroken } from './database-faults.ts';

const run = promisify(execFile);

/** Whom the embedded server runs as. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const NAME = 'rapport';
const CREATE = [
  ['--system', '--user-group', '--no-create-home'],
  ['--home-dir', '/var/lib/rapport', '--shell', '/usr/sbin/nologin', NAME],
].flat();

/**
 * The system account `rapport`, created when it is missing: PostgreSQL refuses to run as root.
 *
 * @throws {EmbeddedDatabaseBroken} the account is missing and cannot be created.
 */
export async function ensureServerAccount(): Promise<Account> {
  const existing = await findAccount();
  if (existing !== undefined) return existing;
  let failure: unknown;
  try {
    await run('useradd', CREATE);
  } catch (cause) {
    // Perhaps another process was creating it at the same time; looking again tells.
    failure = cause;
  }
  const created = await findAccount();
  if (created !== undefined) return created;
  throw new EmbeddedDatabaseBroken(
    `the embedded PostgreSQL cannot run as root, and its account "${NAME}" could not be created`,
    { mend: `useradd ${CREATE.join(' ')}`, cause: failure },
  );
}

async function findAccount(): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', NAME]), run('id', ['-g', NAME])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch (error) {
    // `id` ends with 1 for an unknown name; anything else is no answer.
    if (error instanceof Error && 'code' in error && error.code === 1) return undefined;
    throw error;
  }
}
