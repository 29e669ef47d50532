import { createHash, randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import process from 'node:process';
import type { RouteInput, VisitorThread } from '@rapport/protocol';

type Words = RouteInput<'sayAsVisitor'>['body'];

/** Somebody at an entrance, as his browser would be there. */
export interface Visit {
  /** Whether it was taken in. */
  readonly say: (words: Words) => Promise<boolean>;
  /** Tells that he writes. */
  readonly typing: () => Promise<void>;
  /** Whether he was answered so often since his first words, before he lost patience or it ended. */
  readonly isAnswered: (count: number, withinMs: number) => Promise<boolean>;
  readonly end: () => Promise<void>;
}

/** Where somebody comes in, and who he is: the same one has the same token and the same address. */
export interface Coming {
  readonly centre: string;
  readonly entryId: string;
  readonly customerId: string;
}

const WAIT_MS = 20_000;
const TRIES = 4;
const TRY_AGAIN_MS = 1_500;
/** Whoever comes back to the same entrance goes on with what he said there. */
const tokens = new Map<string, string>();

export function openVisit({ centre, entryId, customerId }: Coming): Visit {
  const name = `${entryId} ${customerId}`;
  const token = tokens.get(name) ?? `visit_${randomBytes(32).toString('base64url')}`;
  tokens.set(name, token);
  const ask = askerAt(`${centre}/api/v1/visitor/${entryId}`, token, ownAddress(centre, customerId));
  let firstNumber: number | undefined;
  let known = '';
  return {
    async say(words) {
      const said = await ask<{ number: number }>('POST', '/messages', words);
      firstNumber ??= said?.number;
      return said !== undefined;
    },
    async typing() {
      await ask('POST', '/typing');
    },
    async isAnswered(count, withinMs) {
      const untilAt = performance.now() + withinMs;
      for (let leftMs = withinMs; leftMs > 0; leftMs = untilAt - performance.now()) {
        const waitMs = Math.ceil(Math.min(leftMs, WAIT_MS));
        const query = `afterNumber=${firstNumber ?? 0}&known=${known}&waitMs=${waitMs}`;
        const thread = await ask<VisitorThread>('GET', `/thread?${query}`);
        if (thread === undefined) return false;
        known = thread.version;
        const answers = thread.messages.filter(({ from }) => from === 'agent');
        const last = answers.at(-1);
        if (last !== undefined) await ask('POST', '/read', { number: last.number });
        if (answers.length >= count) return true;
        if (thread.progress?.status === 'over') return false;
      }
      return false;
    },
    async end() {
      await ask('POST', '/end');
    },
  };
}

type Ask = <Answer>(
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
) => Promise<Answer | undefined>;

/** Asks as this visitor; undefined where it was refused, or nobody answered a few times. */
function askerAt(base: string, token: string, localAddress: string | undefined): Ask {
  const agent = new Agent({
    keepAlive: false,
    ...(localAddress !== undefined && { localAddress }),
  });
  return async <Answer>(method: 'GET' | 'POST', path: string, body?: unknown) => {
    const key = randomBytes(12).toString('base64url');
    for (let tries = 0; tries < TRIES; tries++) {
      const headers = {
        authorization: `Bearer ${token}`,
        'idempotency-key': key,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      };
      const answer = await exchange(`${base}${path}`, { method, headers, agent }, body);
      if (answer.status >= 200 && answer.status < 300) return JSON.parse(answer.text) as Answer;
      if (answer.status !== 429 && answer.status < 500) return undefined;
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS * (tries + 1)));
    }
    return undefined;
  };
}

/** What the centre answers; 503 where it does not. */
function exchange(
  url: string,
  options: { method: string; headers: Record<string, string>; agent: Agent },
  body: unknown,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve) => {
    const asked = request(url, options, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 503, text }));
    });
    asked.on('error', () => resolve({ status: 503, text: '' }));
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/**
 * Everybody comes from an address of his own, where this machine has as many: the centre counts visitors
 * by it, and a town behind one address would keep itself out.
 */
function ownAddress(centre: string, customerId: string): string | undefined {
  if (process.platform !== 'linux' || new URL(centre).hostname !== '127.0.0.1') return undefined;
  const [a = 0, b = 0, c = 0] = createHash('sha256').update(customerId).digest();
  return `127.${1 + (a % 200)}.${b}.${1 + (c % 250)}`;
}
