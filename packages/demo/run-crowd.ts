import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Scope } from '@rapport/protocol';
import { type Centre, createApiKey, revokeApiKey } from '@rapport/server';
import type { CrowdTask } from './crowd/crowd-task.ts';
import { READY_ACCOUNTS } from './organisation/accounts.ts';
import { AGENTS } from './organisation/agents.ts';

/** Simulated customers and colleagues in a process of their own. */
export interface RunningCrowd extends AsyncDisposable {
  /** Rejects when the process ends by itself. */
  readonly ended: Promise<void>;
}

export interface CrowdPlace {
  readonly centre: Centre;
  readonly address: string;
  readonly speed: number;
  readonly say: (text: string) => void;
}

const MODULE = fileURLToPath(new URL('crowd/main.ts', import.meta.url));
const COLLEAGUE_SCOPES: readonly Scope[] = [
  'agents:read',
  'customers:read',
  'interactions:read',
  'interactions:write',
  'work:read',
  'work:serve',
];
const CUSTOMER_SCOPES: readonly Scope[] = [
  'agents:read',
  'bonds:read',
  'customers:read',
  'interactions:read',
  'interactions:write',
  'work:read',
  'work:receive',
];
const KEY_NAME = 'Demo: ';
const LOOK_MS = 3_000;
const END_MS = 3_000;

/** Starts the crowd, with keys that were made for this run. */
export async function runCrowd(place: CrowdPlace): Promise<RunningCrowd> {
  const { centre, address, speed } = place;
  const db = centre.database.kysely;
  await revokeKeys(centre);
  const scopes = CUSTOMER_SCOPES;
  const key = { centre: centre.name, name: `${KEY_NAME}customers`, scopes };
  const customers = await createApiKey(db, key);
  const ready = new Set(READY_ACCOUNTS.map(({ agentId }) => agentId));
  const colleagues = [];
  for (const { agentId, name } of AGENTS) {
    if (ready.has(agentId)) continue;
    const terms = { name: `${KEY_NAME}${name}`, scopes: COLLEAGUE_SCOPES, agentId };
    const { secret } = await createApiKey(db, { centre: centre.name, ...terms });
    colleagues.push({ agentId, key: secret });
  }
  const child = fork(MODULE, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const exited = once(child, 'exit');
  const task: CrowdTask = { address, speed, customersKey: customers.secret, colleagues };
  child.send({ kind: 'begin', task });
  const looking = setInterval(() => {
    signedInAgents(centre)
      .then((agentIds) => child.connected && child.send({ kind: 'signed-in', agentIds }))
      .catch(() => undefined);
  }, LOOK_MS);
  return {
    ended: exited.then(([code]) => {
      throw new Error(`the simulated people ended by themselves (${String(code)})`);
    }),
    [Symbol.asyncDispose]: async () => {
      clearInterval(looking);
      child.kill('SIGTERM');
      await Promise.race([exited, sleep(END_MS, undefined, { ref: false })]);
      child.kill('SIGKILL');
    },
  };
}

/** Keys of a run that has ended open nothing any more. */
async function revokeKeys({ database, name }: Centre): Promise<void> {
  const keys = await database.kysely
    .selectFrom('api_key')
    .select('id')
    .where('centre', '=', name)
    .where('name', 'like', `${KEY_NAME}%`)
    .where('revoked_at', 'is', null)
    .execute();
  for (const { id } of keys) await revokeApiKey(database.kysely, name, id);
}

/** Agents as whom somebody is signed in in a browser. */
async function signedInAgents({ database, name }: Centre): Promise<readonly string[]> {
  const rows = await database.kysely
    .selectFrom('person as p')
    .innerJoin('auth_session as s', 's.user_id', 'p.user_id')
    .select('p.agent_id')
    .distinct()
    .where('p.centre', '=', name)
    .where('s.expires_at', '>', new Date())
    .execute();
  return rows.flatMap(({ agent_id }) => agent_id ?? []);
}
