import { createServer } from 'node:net';

/** Returns a port that nobody listens on now; the system does not give it out again soon. */
export async function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = createServer().listen(0, '127.0.0.1', () => {
    const address = server.address();
    const port = typeof address === 'object' ? (address?.port ?? NaN) : NaN;
    server.close(() => resolve(port));
  });
  return await promise;
}
