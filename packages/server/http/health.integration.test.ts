import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Writable } from 'node:stream';
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

test('who is connected when it closes is told so, also on what he opens meanwhile', async () => {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  const closing = await serveHttp(centre, settings, pino({ level: 'info' }, stream));
  const { port, hostname: host } = new URL(closing.address);
  const open = async (): Promise<{ ask: (request: string) => Promise<string> }> => {
    const socket = connect({ port: Number(port), host });
    await once(socket, 'connect');
    const ask = async (request: string): Promise<string> => {
      const heard = once(socket, 'data');
      socket.write(`${request} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n`);
      return String((await heard)[0]);
    };
    return { ask };
  };
  const [first, second] = [await open(), await open()];
  expect(await first.ask('GET /healthz')).toContain('200 OK');
  expect(await second.ask('GET /healthz')).toContain('200 OK');
  const closed = closing[Symbol.asyncDispose]();
  await expect.poll(() => lines.join('')).toContain('closing: ');
  const refused = await first.ask('POST /api/v1/work');
  expect(refused).toContain('503 Service Unavailable');
  expect(refused.toLowerCase()).toContain('retry-after: 1');
  expect(refused.toLowerCase()).toContain('connection: close');
  expect(await (await open()).ask('GET /readyz')).toContain('503 Service Unavailable');
  await closed;
  expect(lines.join('')).toContain('closed: ');
});
