import type { FastifyBaseLogger } from 'fastify';
import type { Centre } from '../open-centre.ts';
import type { Settings } from '../settings.ts';
import { type AppSettings, createApp } from './create-app.ts';

/** A centre that listens. */
export interface HttpServer extends AsyncDisposable {
  /** Such as `http://127.0.0.1:7300`. */
  readonly address: string;
}

/** Who has not read his answer by then has gone; a service manager waits 90 s at most. */
const CLOSE_MS_MAX = 10_000;

/**
 * Opens the centre to HTTP where the settings say. Closing answers what has begun, turns new requests
 * away, and ends within ten seconds whatever the other sides do.
 *
 * @throws {AddressTaken} somebody else listens there.
 */
export async function serveHttp(
  centre: Centre,
  settings: AppSettings & Pick<Settings, 'host' | 'port'>,
  logger: FastifyBaseLogger,
): Promise<HttpServer> {
  const { host, port } = settings;
  const app = await createApp(centre, settings, logger);
  const close = async (): Promise<void> => {
    const cutOff = setTimeout(() => app.server.closeAllConnections(), CLOSE_MS_MAX);
    await app.close();
    clearTimeout(cutOff);
    app.log.info('closed: nobody is connected any more');
  };
  try {
    const address = await app.listen({ host, port });
    return { address, [Symbol.asyncDispose]: close };
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
