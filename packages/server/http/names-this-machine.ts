import type { IncomingMessage } from 'node:http';
import type { Problem } from '@rapport/protocol';

const NAMES: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

export const OTHER_NAME: Problem = {
  type: 'other-name',
  title: 'This centre is there for this machine alone, and answers by the name localhost.',
  status: 421,
};

/**
 * Whether a request calls this machine by a name that nobody else can give it. Any name may be made to
 * lead here, and then pages of that name could ask as if they were ours.
 */
export function namesThisMachine({
  headers: { host },
  socket,
}: Pick<IncomingMessage, 'headers' | 'socket'>): boolean {
  const { localPort, localAddress = '' } = socket;
  return [...NAMES, localAddress].some(
    (name) => host === `${name}:${String(localPort)}` || (localPort === 80 && host === name),
  );
}
