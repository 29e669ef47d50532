import type { VisitorMessage, VisitorProgress } from '@rapport/protocol';
import { once, pause, retryMs } from './retry.ts';
import type { VisitorApi } from './visitor-api.ts';

/** What a visitor lets be known beside his words. */
export interface Signs {
  /** The visitor writes; it is told now and then while he does. */
  readonly typed: () => void;
  /** What was said to the visitor up to now is before his eyes. */
  readonly seen: () => void;
}

const TYPING_EVERY_MS = 3_000;

/** Tells now and then that he writes, and once what he has seen. */
export function signsOf({
  api,
  token,
  state,
}: {
  readonly api: Pick<VisitorApi, 'read' | 'typing'>;
  readonly token: () => string;
  readonly state: () => {
    readonly messages: readonly VisitorMessage[];
    readonly progress: VisitorProgress | undefined;
  };
}): Signs {
  let typedAt = -Infinity;
  let toldNumber = 0;
  let dueNumber = 0;
  const seenNumber = (): number =>
    state().messages.findLast(({ from }) => from !== 'customer')?.number ?? 0;
  const tell = once(async () => {
    for (let tries = 0; toldNumber < dueNumber;) {
      const number = dueNumber;
      const told = await api.read(token(), number);
      if (told.ok || told.refusal !== undefined) toldNumber = number;
      else await pause(told.retryMs ?? retryMs(tries++));
    }
  });
  return {
    typed() {
      const { status } = state().progress ?? {};
      const now = performance.now();
      if (status === undefined || status === 'over' || now - typedAt < TYPING_EVERY_MS) return;
      typedAt = now;
      void api.typing(token());
    },
    seen() {
      // What comes while it is told may not be before his eyes.
      dueNumber = seenNumber();
      tell();
    },
  };
}
