import type { Problem } from '@rapport/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../settings.ts';
import { networkOf } from '../identity/network-of.ts';
import { type Allowance, type RateLimit, rateLimit } from './rate-limit.ts';

export type RateLimitSettings = Pick<Settings, 'rateLimitAddress' | 'rateLimitPrincipal'>;

/** Who may go on asking. Each returns what to tell those who may not. */
export interface RequestLimits {
  /** Counts a request of somebody who is not known yet, by his address. */
  readonly ofStranger: (request: FastifyRequest, reply: FastifyReply) => Problem | undefined;
  /** He is known now: counts the request as his, and not as a stranger's. */
  readonly ofPrincipal: (
    request: FastifyRequest,
    reply: FastifyReply,
    principalId: string,
  ) => Problem | undefined;
}

/**
 * Requests count by address until it is known whose they are. So whoever guesses keys, or asks
 * without one, is turned away before anything is looked up, and colleagues behind one address do not
 * use up each other's share.
 */
export function requestLimits(settings: RateLimitSettings): RequestLimits {
  const addresses = limitOf(settings.rateLimitAddress);
  const principals = limitOf(settings.rateLimitPrincipal);
  return {
    ofStranger: ({ ip }, reply) => taken(addresses, networkOf(ip), reply),
    ofPrincipal: ({ ip }, reply, principalId) => {
      addresses?.giveBack(networkOf(ip));
      return taken(principals, principalId, reply);
    },
  };
}

function limitOf(perMinute: number): RateLimit | undefined {
  return perMinute === 0 ? undefined : rateLimit(perMinute);
}

function taken(
  limit: RateLimit | undefined,
  asker: string,
  reply: FastifyReply,
): Problem | undefined {
  if (limit === undefined) return undefined;
  const allowance = limit.take(asker);
  const seconds = Math.max(1, Math.ceil(allowance.waitMs / 1_000));
  showLimit(reply, limit, allowance);
  if (allowance.isAllowed) return undefined;
  reply.header('retry-after', seconds);
  const title = `Too many requests: the next one may come in ${seconds} s.`;
  return { type: 'too-many-requests', title, status: 429 };
}

/** Source: draft-ietf-httpapi-ratelimit-headers-10. */
function showLimit(
  reply: FastifyReply,
  { perMinute }: RateLimit,
  { remainingCount, waitMs }: Allowance,
): void {
  const seconds = Math.ceil(waitMs / 1_000);
  reply.header('ratelimit-policy', `"minute";q=${perMinute};w=60`);
  reply.header('ratelimit', `"minute";r=${remainingCount};t=${seconds}`);
}
