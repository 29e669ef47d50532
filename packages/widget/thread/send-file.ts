import type { VisitorMessage } from '@rapport/protocol';

export type VisitorFile = NonNullable<VisitorMessage['attachments']>[number];

/** What became of a file on its way: the centre has it, or why not. */
export type SentFile =
  | { readonly ok: true; readonly file: VisitorFile }
  | { readonly ok: false; readonly why: 'lost' | 'cancelled' | (string & {}) };

export interface FileSending {
  /** The same for the same file sent again. */
  readonly key: string;
  readonly onProgress: (ratio: number) => void;
  readonly signal: AbortSignal;
}

/** Time enough for the largest file on a slow line. */
const SEND_MS_MAX = 180_000;

/** Sends a file to the centre as it is; a request of its own kind, because others tell no progress. */
export function sendFile(
  { url, token }: { readonly url: string; readonly token: string },
  file: File,
  { key, onProgress, signal }: FileSending,
): Promise<SentFile> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('authorization', `Bearer ${token}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('idempotency-key', key);
    request.responseType = 'json';
    request.timeout = SEND_MS_MAX;
    const fail = (why: SentFile & { ok: false }): void => resolve(why);
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / Math.max(total, 1));
    request.onerror = request.ontimeout = () => fail({ ok: false, why: 'lost' });
    request.onabort = () => fail({ ok: false, why: 'cancelled' });
    signal.addEventListener('abort', () => request.abort());
    request.onload = () => {
      if (request.status === 201) {
        const taken = request.response as Omit<VisitorFile, 'piiName'>;
        resolve({ ok: true, file: { ...taken, piiName: nameOf(file) } });
        return;
      }
      const refusal = request.response as { readonly type?: string } | null;
      fail({ ok: false, why: refusal?.type ?? 'lost' });
    };
    request.send(file);
  });
}

/** A name that people see is one line. */
function nameOf({ name }: File): string {
  return name.replaceAll(/\p{Cc}/gu, ' ').slice(0, 200) || 'file';
}
