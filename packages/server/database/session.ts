import pg from 'pg';

/** A client of its own, for what a pool cannot give: session locks, LISTEN, COPY. */
export interface Session extends AsyncDisposable {
  readonly client: pg.Client;
  /** Resolves when the session is over, for whatever reason. */
  readonly ended: Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Opens a session. Its breaking never ends the process: whoever cares waits for `ended`, everybody
 * else meets it in the next query.
 */
export async function openSession(connection: pg.ClientConfig): Promise<Session> {
  const client = new pg.Client(connection);
  const ended = new Promise<void>((resolve) => {
    client.once('end', resolve);
  });
  client.on('error', () => undefined);
  const close = async (): Promise<void> => {
    await client.end();
  };
  try {
    await client.connect();
  } catch (error) {
    await close();
    throw error;
  }
  return { client, ended, close, [Symbol.asyncDispose]: close };
}
