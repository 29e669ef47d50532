import type { IncomingHttpHeaders } from 'node:http';
import type { Problem } from '@rapport/protocol';
import type { Settings } from '../settings.ts';
import { networkOf } from '../identity/network-of.ts';
import type { Identity } from '../identity/open-identity.ts';
import { type Allowance, type RateLimit, rateLimit } from './rate-limit.ts';

export type RateLimitSettings = Pick<Settings, 'rateLimitAddress' | 'rateLimitPrincipal'>;

/** A request, as far as it is counted. */
export interface Asked {
  readonly ip: string;
  readonly headers: IncomingHttpHeaders;
  /** Takes the headers that say how much is left; the later value holds. */
  readonly tell: (header: string, value: string) => void;
}

/** What became of a request that was counted. */
export interface RequestCount {
  /** What to tell whoever may not go on asking. */
  readonly problem: Problem | undefined;
  /** It is known now whose it is: counts it as his alone. Returns what to tell him if he may not. */
  readonly isOf: (principalId: string) => Problem | undefined;
}

/** Counts a request before anything is looked up for it. */
export type CountRequest = (asked: Asked) => RequestCount;

/**
 * Requests count by address until it is known whose they are. So whoever guesses keys, or asks
 * without one, is turned away before anything is looked up, and colleagues behind one address do not
 * use up each other's share. A key or session that was somebody's before counts as his from the
 * start: no stranger at his address keeps him out.
 */
export function countRequests(
  settings: RateLimitSettings,
  { knownId }: Pick<Identity, 'knownId'>,
): CountRequest {
  const addresses = limitOf(settings.rateLimitAddress);
  const principals = limitOf(settings.rateLimitPrincipal);
  return (asked) => {
    const known = knownId(asked.headers);
    if (known !== undefined) {
      const problem = taken(principals, known, asked);
      const isOf = (id: string) => (id === known ? undefined : taken(principals, id, asked));
      return { problem, isOf };
    }
    const network = networkOf(asked.ip);
    return {
      problem: taken(addresses, network, asked),
      isOf(id) {
        addresses?.giveBack(network);
        return taken(principals, id, asked);
      },
    };
  };
}

function limitOf(perMinute: number): RateLimit | undefined {
  return perMinute === 0 ? undefined : rateLimit(perMinute);
}

function taken(
  limit: RateLimit | undefined,
  asker: string,
  { tell }: Pick<Asked, 'tell'>,
): Problem | undefined {
  if (limit === undefined) return undefined;
  const allowance = limit.take(asker);
  const seconds = Math.max(1, Math.ceil(allowance.waitMs / 1_000));
  showLimit(tell, limit, allowance);
  if (allowance.isAllowed) return undefined;
  tell('retry-after', String(seconds));
  const title = `Too many requests: the next one may come in ${seconds} s.`;
  return { type: 'too-many-requests', title, status: 429 };
}

/** Source: draft-ietf-httpapi-ratelimit-headers-10. */
function showLimit(
  tell: Asked['tell'],
  { perMinute }: RateLimit,
  { remainingCount, waitMs }: Allowance,
): void {
  const seconds = Math.ceil(waitMs / 1_000);
  tell('ratelimit-policy', `"minute";q=${perMinute};w=60`);
  tell('ratelimit', `"minute";r=${remainingCount};t=${seconds}`);
}
