import { Agent, request } from 'undici';
import { retryAfterMs } from './retry-schedule.ts';
import { type Resolve, systemResolve, targetConnector, TargetRefused } from './target-connector.ts';
import type { Permits } from './target-rule.ts';
import { signedHeaders } from './sign-message.ts';

/** Long enough for a receiver that is slow, and short enough that a dead one is known for one. */
const TIMEOUT_MS = 10_000;
/** Nobody reads what receivers answer; so much is let in to keep the connection. */
const ANSWER_BYTES_MAX = 65_536;
const KEEP_ALIVE_MS = 10_000;

/** What a receiver gets, ready to be signed. */
export interface Message {
  readonly url: string;
  /** The same each time that it is sent. */
  readonly id: string;
  readonly body: string;
  readonly secrets: readonly string[];
  /** Where the trace stands that this belongs to. */
  readonly traceparent?: string | undefined;
}

/** Why a message was not taken. */
export type SendFault =
  /** The rule does not let webhooks go there. */
  | 'address-refused'
  /** The receiver wants nothing more, ever: 410. */
  | 'gone'
  | 'host-unknown'
  /** It answered with another address: none is followed. */
  | 'redirect'
  /** The key that sealed the signing secret is not at hand; nothing was sent. */
  | 'secret-unreadable'
  /** It answered with another status than 2xx. */
  | 'status'
  | 'timeout'
  | 'tls'
  | 'unreachable';

/** What came of one try. */
export type Attempt =
  | { readonly ok: true; readonly status: number }
  | {
      readonly ok: false;
      readonly fault: SendFault;
      readonly status?: number;
      readonly retryAfterMs?: number | undefined;
    };

/** Sends messages over connections that it keeps for a while. */
export interface Sender {
  /** Resolves with undefined when it was called off: then nobody knows whether the message arrived. */
  readonly send: (message: Message) => Promise<Attempt | undefined>;
  /** Calls off whatever is under way. */
  readonly stop: () => Promise<void>;
}

export function createSender({
  permits,
  resolve = systemResolve,
  timeoutMs = TIMEOUT_MS,
}: {
  readonly permits: Permits;
  readonly resolve?: Resolve | undefined;
  readonly timeoutMs?: number | undefined;
}): Sender {
  const stopping = new AbortController();
  const agent = new Agent({
    connect: targetConnector({ permits, resolve }),
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAliveMaxTimeout: KEEP_ALIVE_MS,
  });
  return {
    send: async ({ url, id, body, secrets, traceparent }) => {
      const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(timeoutMs)]);
      const at = Date.now();
      try {
        const response = await request(url, {
          method: 'POST',
          dispatcher: agent,
          signal,
          headers: {
            'content-type': 'application/cloudevents+json',
            'user-agent': 'Rapport',
            ...(traceparent !== undefined && { traceparent }),
            ...signedHeaders({ id, body, at }, secrets),
          },
          body,
        });
        await response.body.dump({ limit: ANSWER_BYTES_MAX, signal }).catch(() => {
          // The status has said it all; the connection is closed.
        });
        return attemptOf(response.statusCode, firstOf(response.headers['retry-after']), at);
      } catch (error) {
        return stopping.signal.aborted ? undefined : { ok: false, fault: faultOf(error) };
      }
    },
    stop: async () => {
      stopping.abort();
      await agent.destroy();
    },
  };
}

function attemptOf(status: number, retryAfter: string | undefined, now: number): Attempt {
  if (status >= 200 && status < 300) return { ok: true, status };
  const isRedirect = status >= 300 && status < 400;
  const fault = status === 410 ? 'gone' : isRedirect ? 'redirect' : 'status';
  return { ok: false, fault, status, retryAfterMs: retryAfterMs(retryAfter, now) };
}

function firstOf(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

const TIMEOUTS = /^(UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT|ETIMEDOUT)$/;
const TLS_FAULTS = /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_|EPROTO)/;

function faultOf(error: unknown): SendFault {
  if (error instanceof TargetRefused) return 'address-refused';
  if (!(error instanceof Error)) return 'unreachable';
  if (error.name === 'TimeoutError') return 'timeout';
  const code = 'code' in error ? String(error.code) : '';
  if (TIMEOUTS.test(code)) return 'timeout';
  if (/^(ENOTFOUND|EAI_)/.test(code)) return 'host-unknown';
  return TLS_FAULTS.test(code) ? 'tls' : 'unreachable';
}
