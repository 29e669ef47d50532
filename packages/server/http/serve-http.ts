import type { FastifyBaseLogger } from 'fastify';
import type { Centre } from '../open-centre.ts';
import type { Settings } from '../settings.ts';
import { createApp } from './create-app.ts';

/** A centre that listens. */
export interface HttpServer extends AsyncDisposable {
  /** Such as `http://127.0.0.1:7300`. */
  readonly address: string;
}

/**
 * Opens the centre to HTTP where the settings say.
 *
 * @throws {AddressTaken} somebody else listens there.
 */
export async function serveHttp(
  centre: Centre,
  { host, port }: Pick<Settings, 'host' | 'port'>,
  logger: FastifyBaseLogger,
): Promise<HttpServer> {
  const app = await createApp(centre, logger);
  try {
    const address = await app.listen({ host, port });
    return { address, [Symbol.asyncDispose]: () => app.close() };
  } catch (error) {
    await app.close();
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    throw new AddressTaken(`${host}:${port}`, error);
  }
}

/** Another program listens at this address. Not retryable as it is. */
export class AddressTaken extends Error {
  override readonly name = 'AddressTaken';
  readonly code = 'address-taken';
  readonly retryable = false;

  constructor(address: string, cause: unknown) {
    super(`another program listens at ${address}; choose another port with RAPPORT_PORT`, {
      cause,
    });
  }
}
