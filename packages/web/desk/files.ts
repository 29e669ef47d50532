import { ATTACHMENT_BYTES_MAX, mintKey } from '@rapport/protocol';
import { Refused } from '../session/api.ts';
import { locale } from '../words/words.ts';
import type { DraftFile } from './drafts.ts';
import { say } from './words.ts';

/** As many as one message brings. */
export const FILES_MAX = 10;

/** Takes a file in at the server. @throws {Refused} why it is not taken. */
export async function takeIn(interactionId: string, file: File): Promise<DraftFile> {
  if (file.size > ATTACHMENT_BYTES_MAX) {
    throw new Refused({
      type: 'file-too-large',
      title: say('composer.too-large', { name: file.name }),
    });
  }
  const response = await fetch(
    `/api/v1/interactions/${encodeURIComponent(interactionId)}/attachments`,
    {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        'idempotency-key': mintKey(),
      },
      body: file,
    },
  );
  const answer = (await response.json()) as {
    readonly attachmentId: string;
    readonly title: string;
  };
  if (!response.ok) throw new Refused({ type: 'refused', title: answer.title });
  // A name that people see is one line.
  const piiName = file.name.replaceAll(/\p{Cc}/gu, ' ').slice(0, 200) || 'file';
  return { attachmentId: answer.attachmentId, piiName, sizeBytes: file.size };
}

/** `120 kB`, `1.4 MB`. */
export function sizeText(sizeBytes: number): string {
  const isLarge = sizeBytes >= 1_000_000;
  return new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: isLarge ? 1 : 0,
  }).format(Math.max(sizeBytes / (isLarge ? 1_000_000 : 1_000), 1));
}
