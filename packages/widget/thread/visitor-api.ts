import type { VisitorEntry, VisitorThread } from '@rapport/protocol';

/** What came of asking the centre: its answer, its refusal, or that it was not reached. */
export type Asked<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly refusal: Refused }
  | { readonly ok: false; readonly refusal: undefined; readonly retryMs: number | undefined };

/** A refusal that asking again would not change. */
export interface Refused {
  readonly type: string;
  readonly title: string;
  readonly field?: string;
}

/** What a visitor says, with whom he is, where he has told. */
export interface Said {
  readonly piiText: string;
  readonly piiSubject?: string;
  readonly piiName?: string;
  readonly piiEmail?: string;
}

export interface VisitorApi {
  readonly entry: () => Promise<Asked<VisitorEntry>>;
  readonly thread: (
    token: string,
    query: {
      readonly afterNumber: number;
      readonly known: string | undefined;
      readonly waitMs: number;
    },
  ) => Promise<Asked<VisitorThread>>;
  readonly say: (
    token: string,
    said: Said,
    key: string,
  ) => Promise<Asked<{ readonly number: number }>>;
  readonly end: (token: string) => Promise<Asked<unknown>>;
}

/** Longer than the centre lets a read wait. */
const ANSWER_MS_MAX = 40_000;

/** Asks the centre at `origin` as a visitor of an entry point. */
export function visitorApi(origin: string, entryId: string): VisitorApi {
  const base = `${origin}/api/v1/visitor/${encodeURIComponent(entryId)}`;
  const ask = async <Answer>(path: string, init: RequestInit): Promise<Asked<Answer>> => {
    const signal = AbortSignal.timeout(ANSWER_MS_MAX);
    try {
      const response = await fetch(base + path, { ...init, signal, credentials: 'omit' });
      if (response.ok) return { ok: true, answer: (await response.json()) as Answer };
      const isPassing = response.status >= 500 || response.status === 429;
      if (!isPassing) return { ok: false, refusal: (await response.json()) as Refused };
      const seconds = Number(response.headers.get('retry-after'));
      return { ok: false, refusal: undefined, retryMs: seconds > 0 ? seconds * 1_000 : undefined };
    } catch {
      // Not reached, or not answered in time: to be asked again.
      return { ok: false, refusal: undefined, retryMs: undefined };
    }
  };
  const post = (body: unknown, headers: Readonly<Record<string, string>>): RequestInit => ({
    method: 'POST',
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  return {
    entry: () => ask('', {}),
    thread(token, { afterNumber, known, waitMs }) {
      const query = new URLSearchParams({ afterNumber: `${afterNumber}`, waitMs: `${waitMs}` });
      if (known !== undefined) query.set('known', known);
      return ask(`/thread?${query.toString()}`, { headers: bearer(token) });
    },
    say: (token, said, key) =>
      ask('/messages', post(said, { ...bearer(token), 'idempotency-key': key })),
    end: (token) => ask('/end', post(undefined, bearer(token))),
  };
}

/** A new token: 256 bits of chance. */
export function mintToken(): string {
  return `visit_${base64url(crypto.getRandomValues(new Uint8Array(32)))}`;
}

/** The name of a message, so that sent twice it is said once. */
export function mintMessageKey(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(16)));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
