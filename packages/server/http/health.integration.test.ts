import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Centre, openCentre } from '../open-centre.ts';
import { readSettings } from '../read-settings.ts';
import { type Settings } from '../settings.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { AddressTaken, type HttpServer, serveHttp } from './serve-http.ts';

const logger = pino({ level: 'silent' });

let root: string;
let settings: Settings;
let centre: Centre;
let server: HttpServer;

beforeAll(async () => {
  root = await temporaryFolder();
  settings = readSettings({ RAPPORT_DATA: join(root, 'data'), RAPPORT_PORT: '0' });
  centre = await openCentre(settings, { notice: () => undefined });
  server = await serveHttp(centre, settings, logger);
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await centre.close();
  await rm(root, { recursive: true, force: true });
});

const get = (path: string) => fetch(`${server.address}${path}`);

describe('health over HTTP', () => {
  test('the process says that it lives, and the centre that it takes work', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ status: 'ok' });
    const ready = await get('/readyz');
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }]);
  });

  test('a second one at the same address is told who is in the way', async () => {
    const { port } = new URL(server.address);
    await expect(serveHttp(centre, { ...settings, port: Number(port) }, logger)).rejects.toThrow(
      AddressTaken,
    );
  });

  test('a centre that has closed lives on and is not ready', async () => {
    await centre.host.close();
    const ready = await get('/readyz');
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'not-ready' }]);
    expect((await get('/healthz')).status).toBe(200);
  });
});
