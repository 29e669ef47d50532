import type { IncomingMessage } from 'node:http';
import { all, compile } from '@fastify/proxy-addr';
import type { Settings } from '../settings.ts';

/** Returns from which address a request came, as its proxies say as far as they are trusted. */
export function addressOf(
  trustProxy: Settings['trustProxy'],
): (request: IncomingMessage) => string {
  const isTrusted = trustProxy === undefined ? () => false : compile([...trustProxy]);
  // Of a socket that is closed already there is none.
  return (request) =>
    request.socket.remoteAddress === undefined ? '' : (all(request, isTrusted).at(-1) ?? '');
}
