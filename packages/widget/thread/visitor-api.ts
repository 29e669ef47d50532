import type { AskedCallback, VisitorEntry, VisitorThread, WaitChoices } from '@rapport/protocol';
import { type FileSending, sendFile, type SentFile, type VisitorFile } from './send-file.ts';

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

/** The content of a file, or why it is not to be had: now, or ever. */
export type FetchedFile = Blob | 'unreached' | 'gone';

/** What a visitor says, with whom he is, where he has told. */
export interface Said {
  readonly piiText: string;
  readonly piiSubject?: string;
  readonly piiName?: string;
  readonly piiEmail?: string;
  /** Which the centre has. */
  readonly attachments?: readonly VisitorFile[];
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
  /** Tells that something is being written. */
  readonly typing: (token: string) => Promise<Asked<unknown>>;
  /** Tells what has been seen. */
  readonly read: (token: string, number: number) => Promise<Asked<unknown>>;
  readonly sendFile: (token: string, file: File, sending: FileSending) => Promise<SentFile>;
  readonly file: (token: string, attachmentId: string) => Promise<FetchedFile>;
  /** For whom the visitor may wait. */
  readonly choices: (token: string) => Promise<Asked<WaitChoices>>;
  /** For one of those alone; left out, for whoever is free first. */
  readonly choose: (token: string, agentId: string | undefined) => Promise<Asked<unknown>>;
  /** Has one of those call at a moment. */
  readonly callBack: (token: string, call: AskedCallback) => Promise<Asked<unknown>>;
  readonly cancelCallback: (token: string) => Promise<Asked<unknown>>;
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
      if (!isPassing(response)) return { ok: false, refusal: (await response.json()) as Refused };
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
    say: (token, { attachments = [], ...said }, key) => {
      const named = attachments.map(({ attachmentId, piiName }) => ({ attachmentId, piiName }));
      const body = { ...said, ...(named.length > 0 && { attachments: named }) };
      return ask('/messages', post(body, { ...bearer(token), 'idempotency-key': key }));
    },
    typing: (token) => ask('/typing', post(undefined, bearer(token))),
    read: (token, number) => ask('/read', post({ number }, bearer(token))),
    sendFile: (token, file, sending) => sendFile({ url: `${base}/files`, token }, file, sending),
    async file(token, attachmentId) {
      try {
        const url = `${base}/files/${encodeURIComponent(attachmentId)}`;
        const response = await fetch(url, { headers: bearer(token), credentials: 'omit' });
        if (response.ok) return await response.blob();
        return isPassing(response) ? 'unreached' : 'gone';
      } catch {
        // Whoever clicks again asks again.
        return 'unreached';
      }
    },
    choices: (token) => ask('/choices', { headers: bearer(token) }),
    choose: (token, agentId) =>
      ask('/choice', post(agentId === undefined ? {} : { agentId }, bearer(token))),
    callBack: (token, call) => ask('/callback', post(call, bearer(token))),
    cancelCallback: (token) => ask('/callback/cancel', post(undefined, bearer(token))),
    end: (token) => ask('/end', post(undefined, bearer(token))),
  };
}

/** Whether asking again may be answered otherwise. */
function isPassing({ status }: Response): boolean {
  return status >= 500 || status === 429;
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
