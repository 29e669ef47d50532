import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startRapport, temporaryFolder } from '@rapport/server/testing';
import { inject } from 'vitest';
import { PASSWORD } from './centre-template.ts';

/** Somebody's signed-in way to the API; the answer's body, which must be no problem. */
export type Call = (method: string, path: string, body?: object) => Promise<Answer>;
export type Answer = Readonly<Record<string, unknown>>;

/** A real `rapport start` with a folder and a port of its own. */
export interface RunningCentre extends AsyncDisposable {
  readonly address: string;
  /** Where its first administrator is made, while it has none. */
  readonly setUpUrl: string | undefined;
  /** Signs somebody in, as his browser would. */
  readonly signIn: (email: string) => Promise<Call>;
  /** Kills the server where it stands, and starts another one at the same address. */
  readonly killAndStart: () => Promise<void>;
}

/**
 * Starts an empty centre of its own with one administrator, or a new one with these settings. What is to
 * have happened before happens in its data folder first.
 */
export async function startCentre(
  settings?: Readonly<Record<string, string>>,
  past?: (dataFolder: string) => Promise<void>,
): Promise<RunningCentre> {
  const folder = await temporaryFolder();
  const data = join(folder, 'data');
  // With its owners, which a copy by Node would not keep.
  if (settings === undefined) await copy('cp', ['-a', inject('centreTemplate'), data]);
  await past?.(data);
  const own = { ...settings, RAPPORT_DATA: data };
  let server = await startRapport({ ...own, RAPPORT_PORT: '0' });
  const { address, setUpUrl } = server;
  return {
    address,
    setUpUrl,
    signIn: (email) => signIn(address, email),
    async killAndStart() {
      await server.endWith('SIGKILL');
      server = await startRapport({ ...own, RAPPORT_PORT: new URL(address).port });
    },
    async [Symbol.asyncDispose]() {
      await server.endWith('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const copy = promisify(execFile);

async function signIn(address: string, piiEmail: string): Promise<Call> {
  const response = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { origin: address, 'content-type': 'application/json' },
    body: JSON.stringify({ piiEmail, password: PASSWORD }),
  });
  if (!response.ok) throw new Error(`${piiEmail} was not let in: ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((each) => each.split(';', 1)[0])
    .join('; ');
  return (method, path, body) => call(`${address}/api/v1${path}`, method, { cookie, body });
}

async function call(
  url: string,
  method: string,
  { cookie, body }: { readonly cookie: string; readonly body: object | undefined },
): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: {
      origin: new URL(url).origin,
      cookie,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text}`);
  return text === '' ? {} : (JSON.parse(text) as Answer);
}
