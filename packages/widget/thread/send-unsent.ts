import { once, pause, retryMs } from './retry.ts';
import type { Refused, Said, VisitorApi } from './visitor-api.ts';

/** Words on their way to the centre. */
export interface Unsent {
  readonly key: string;
  readonly at: number;
  readonly said: Said;
  /** Why it cannot be sent as it is. */
  readonly refused?: string;
  /** Whether that is because the centre has its files no more. */
  readonly isFileLost?: boolean;
}

/** What became of words, and what is left to send. */
interface Sending {
  readonly unsent: () => readonly Unsent[];
  readonly sent: (unsent: Unsent, number: number) => void;
  readonly refused: (unsent: Unsent, why: Refused) => void;
  /** The centre was not reached; it is asked again. */
  readonly failed: () => void;
}

/** Sends what is unsent, in order, each until the centre has it or will not have it as it is. */
export function unsentSender(
  { api, token }: { readonly api: VisitorApi; readonly token: () => string },
  { unsent, sent, refused, failed }: Sending,
): () => void {
  return once(async () => {
    for (let tries = 0; ;) {
      const next = unsent().find((each) => each.refused === undefined);
      if (next === undefined) return;
      const asked = await api.say(token(), next.said, next.key);
      if (asked.ok) {
        tries = 0;
        sent(next, asked.answer.number);
      } else if (asked.refusal !== undefined) refused(next, asked.refusal);
      else {
        failed();
        await pause(asked.retryMs ?? retryMs(tries++));
      }
    }
  });
}
