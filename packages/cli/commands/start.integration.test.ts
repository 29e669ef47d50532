import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@rapport/server/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../run-cli.ts';
import { startCommand } from './start.ts';

let folder: string;

beforeAll(async () => {
  folder = await temporaryFolder();
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Starts a centre, lets `use` use what it printed, and stops it. */
async function started(
  argv: readonly string[],
  environment: Readonly<Record<string, string>>,
  use: (out: string) => Promise<void> | void,
): Promise<void> {
  const stop = new AbortController();
  const printed = Promise.withResolvers<string>();
  const place = {
    RAPPORT_DATA: join(folder, 'data'),
    RAPPORT_PORT: '0',
    RAPPORT_LOG_LEVEL: 'silent',
  };
  const ended = runCli(
    argv,
    {
      environment: { ...place, ...environment },
      out: printed.resolve,
      err: (text) => printed.reject(new Error(text)),
      isTerminal: false,
      stop: stop.signal,
    },
    { version: '0.0.0', commands: [startCommand] },
  );
  try {
    await use(await printed.promise);
  } finally {
    stop.abort();
    expect(await ended).toBe(0);
  }
}

const linkIn = (out: string): string | undefined => /http\S+\/set-up#[\w-]{43}/.exec(out)?.[0];

test('a start shows how to make the first administrator, another link each time, until there is one', async () => {
  let first: string | undefined;
  await started(['start'], {}, (out) => {
    first = linkIn(out);
    expect(first).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/set-up#/);
  });
  const shown = { RAPPORT_PUBLIC_URL: 'https://desk.example.org' };
  await started(['start', '--json'], shown, async (out) => {
    const { address, setUpUrl } = JSON.parse(out) as { address: string; setUpUrl: string };
    expect(setUpUrl).toMatch(/^https:\/\/desk\.example\.org\/set-up#/);
    const setUp = async (link = '') => {
      const token = link.split('#')[1];
      const response = await fetch(`${address}/api/v1/set-up`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          token,
          piiName: 'Ann',
          piiEmail: 'ann@example.org',
          password: 'a password to begin with',
        }),
      });
      return response.status;
    };
    expect(await setUp(first)).toBe(403);
    expect(await setUp(setUpUrl)).toBe(201);
  });
  await started(['start'], {}, (out) => expect(linkIn(out)).toBeUndefined());
});

test('the settings may name the first administrator', async () => {
  const environment = {
    RAPPORT_CENTRE: 'north',
    RAPPORT_ADMIN_EMAIL: 'ann@example.org',
    RAPPORT_ADMIN_PASSWORD: 'a password to begin with',
  };
  for (let start = 0; start < 2; start++) {
    await started(['start'], environment, (out) => expect(linkIn(out)).toBeUndefined());
  }
});
