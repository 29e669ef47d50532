import type { IncomingMessage } from 'node:http';
import { all, compile } from '@fastify/proxy-addr';
import type { Settings } from '../settings.ts';

/** Whence a request came, and what was called. */
export interface Forwarded {
  readonly address: string;
  readonly protocol: string;
}

/**
 * Returns what a request's proxies say of it, as far as they are trusted: what Fastify says of those
 * that it answers, for those that become live connections.
 */
export function forwardedBy(
  trustProxy: Settings['trustProxy'],
): (request: IncomingMessage) => Forwarded {
  const isTrusted = trustProxy === undefined ? () => false : compile([...trustProxy]);
  return (request) => {
    const { remoteAddress } = request.socket;
    // Of a socket that is closed already there is none.
    if (remoteAddress === undefined) return { address: '', protocol: 'http' };
    const said = String(request.headers['x-forwarded-proto'] ?? '')
      .split(',')
      .at(-1);
    return {
      address: all(request, isTrusted).at(-1) ?? remoteAddress,
      protocol: (isTrusted(remoteAddress, 0) && said?.trim()) || 'http',
    };
  };
}
