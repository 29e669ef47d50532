import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LiveCentre, openLiveCentre } from '../testing/live-centre.ts';
import { openSocket } from '../testing/live-socket.ts';

let served: LiveCentre;

beforeAll(async () => {
  served = await openLiveCentre();
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

test.each([
  ['h2c', '/healthz', 200],
  ['h2c', '/api/v1/live', 426],
  ['websocket', '/healthz', 200],
  ['websocket', '/api/v1/elsewhere', 404],
])(
  'an offer to go on in %s at %s is answered as any request: %i',
  async (upgrade, path, status) => {
    const asked = request(`${served.address}${path}`, {
      headers: { connection: 'Upgrade', upgrade },
    });
    asked.end();
    const [response] = (await once(asked, 'response')) as [{ statusCode: number; resume(): void }];
    response.resume();
    expect(response.statusCode).toBe(status);
  },
);

test('those who come at once are counted too', async () => {
  const key = await served.secretWith(['floor:read']);
  // So that they are known at the same moment, all of them.
  const blocker = await served.centre.database.pool.connect();
  await blocker.query('begin; lock table api_key in access exclusive mode');
  const sockets = Array.from({ length: 30 }, () => openSocket(served.address, key));
  const opened = sockets.map((socket) =>
    once(socket, 'open').then(
      () => 'open',
      (error: unknown) => String(error),
    ),
  );
  await sleep(500);
  await blocker.query('commit');
  blocker.release();
  const outcomes = await Promise.all(opened);
  expect(outcomes.filter((outcome) => outcome === 'open')).toHaveLength(20);
  expect(outcomes.filter((outcome) => outcome.includes('429'))).toHaveLength(10);
  for (const socket of sockets) socket.terminate();
});

test('whoever is turned away keeps no socket, even if he does not close his side', async () => {
  const { port } = new URL(served.address);
  const socket = connect({ port: Number(port), host: '127.0.0.1', allowHalfOpen: true });
  socket.write(
    'GET /api/v1/live HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  );
  socket.resume();
  const failed = once(socket, 'error').catch((error: unknown) => [error]);
  await once(socket, 'end');
  // Who has closed answers what still comes with a reset.
  for (let tries = 0; tries < 10 && !socket.destroyed; tries++) {
    socket.write('anybody there?');
    await sleep(50);
  }
  expect(socket.destroyed).toBe(true);
  expect(String(await failed)).toMatch(/ECONNRESET|EPIPE/);
});
