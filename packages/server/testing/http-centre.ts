import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { asId } from '@rapport/core';
import type { Role, Scope } from '@rapport/protocol';
import { type Logger, pino } from 'pino';
import type { Clock } from '../host/clock.ts';
import { serveHttp } from '../http/serve-http.ts';
import { createApiKey } from '../identity/api-keys.ts';
import { type Centre, openCentre } from '../open-centre.ts';
import { type Environment, readSettings } from '../read-settings.ts';
import type { Tracing } from '../tracing/tracing.ts';
import { createTestPerson, TEST_PASSWORD } from './test-person.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A centre that listens, and ways to call it. */
export interface HttpCentre extends AsyncDisposable {
  readonly centre: Centre;
  readonly address: string;
  readonly dataFolder: string;
  /** Makes a caller with a key of its own. */
  readonly callerWith: (scopes: readonly Scope[], agentId?: string) => Promise<Caller>;
  /** Makes a key and returns its secret. */
  readonly secretWith: (scopes: readonly Scope[], agentId?: string) => Promise<string>;
  /** Makes a person with these roles and signs him in. */
  readonly signedInAs: (roles: readonly Role[], options?: SignedInOptions) => Promise<SignedIn>;
}

export interface SignedInOptions {
  readonly agentId?: string;
  readonly ledTeamIds?: readonly string[];
}

/** Somebody who is signed in. */
export interface SignedIn {
  readonly personId: string;
  readonly email: string;
  /** The header, for what does not go through `caller`. */
  readonly cookie: string;
  readonly caller: Caller;
}

export interface CallOptions {
  readonly body?: unknown;
  readonly key?: string;
}

/** Calls the API and returns the status and the answer. */
export type Caller = (
  method: string,
  path: string,
  options?: CallOptions,
) => Promise<{ readonly status: number; readonly answer: Readonly<Record<string, unknown>> }>;

export interface HttpCentreOptions {
  /** Settings that differ from those of every test. */
  readonly environment?: Environment;
  readonly logger?: Logger;
  readonly clock?: Clock;
  readonly waitingMax?: number;
  readonly tracing?: Tracing;
}

export async function openHttpCentre(options: HttpCentreOptions = {}): Promise<HttpCentre> {
  const { environment, logger = pino({ level: 'silent' }), clock, waitingMax, tracing } = options;
  const root = await temporaryFolder();
  const settings = readSettings({
    RAPPORT_DATA: join(root, 'data'),
    RAPPORT_PORT: '0',
    ...environment,
  });
  const notice = (message: string): void => logger.warn(message);
  const centre = await openCentre(settings, {
    notice,
    ...(clock && { clock }),
    ...(waitingMax !== undefined && { waitingMax }),
    ...(tracing && { tracing }),
  });
  const server = await serveHttp(centre, settings, logger);
  const secretWith: HttpCentre['secretWith'] = async (scopes, agentId) => {
    const { secret } = await createApiKey(centre.database.kysely, {
      centre: centre.name,
      name: 'test',
      scopes,
      ...(agentId !== undefined && { agentId: asId<'agent'>(agentId) }),
    });
    return secret;
  };
  return {
    centre,
    address: server.address,
    dataFolder: settings.dataFolder,
    secretWith,
    callerWith: async (scopes, agentId) =>
      callerWith(server.address, await secretWith(scopes, agentId)),
    signedInAs: async (roles, options = {}) => {
      const person = await createTestPerson(centre, { roles, ...options });
      const { cookie } = await signIn(server.address, person.email);
      return { ...person, cookie, caller: callerAs(server.address, { cookie }) };
    },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await centre.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** A caller with this secret; undefined calls without one. */
export function callerWith(address: string, secret: string | undefined): Caller {
  return callerAs(address, secret === undefined ? {} : { authorization: `Bearer ${secret}` });
}

/** A caller with these headers, from our own pages. */
export function callerAs(address: string, headers: Readonly<Record<string, string>>): Caller {
  return async (method, path, { body, key } = {}) => {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: {
        origin: address,
        ...headers,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(key !== undefined && { 'idempotency-key': key }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return {
      status: response.status,
      answer: (await response.json()) as Readonly<Record<string, unknown>>,
    };
  };
}

/** Signs somebody in over HTTP; returns the status, and the header that his browser would send. */
export async function signIn(
  address: string,
  piiEmail: string,
  password = TEST_PASSWORD,
): Promise<{
  readonly status: number;
  readonly cookie: string;
  readonly retryAfter: string | null;
}> {
  const response = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { origin: address, 'content-type': 'application/json' },
    body: JSON.stringify({ piiEmail, password }),
  });
  return {
    status: response.status,
    cookie: cookieOf(response),
    retryAfter: response.headers.get('retry-after'),
  };
}

/** What a browser sends back after this answer. */
export function cookieOf({ headers }: Response): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0] ?? '')
    .filter((cookie) => !cookie.endsWith('='))
    .join('; ');
}
