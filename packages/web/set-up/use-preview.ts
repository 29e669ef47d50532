import type { PolicyPreview } from '@rapport/protocol';
import { useEffect, useState } from 'react';
import { answered, api, Refused } from '../session/api.ts';

/** A preview that was begun here, and the numbers that it tries. */
export interface BegunPreview {
  readonly preview: PolicyPreview;
  readonly tried: Readonly<Record<string, number>>;
}

/** What has become of a preview that is shown no more. */
export type PreviewEnd = 'stopped' | 'replaced';

export interface PreviewControl {
  readonly begun: BegunPreview | undefined;
  readonly ended: PreviewEnd | undefined;
  /** Why it could not be begun or asked after, in words. */
  readonly fault: Refused | undefined;
  readonly isBusy: boolean;
  readonly start: (numbers: Readonly<Record<string, number>>, day?: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const KEPT_AS = 'rapport-policy-preview';
const ASK_EVERY_MS = 500;
const ASK_AGAIN_MS = 3_000;

/** The preview that was begun in this window; it goes on while its room is left. */
export function usePreview(unreachable: string): PreviewControl {
  const [begun, setBegun] = useState(kept);
  const [ended, setEnded] = useState<PreviewEnd>();
  const [fault, setFault] = useState<Refused>();
  const [isBusy, setBusy] = useState(false);
  const show = (next: BegunPreview | undefined, end?: PreviewEnd): void => {
    if (next === undefined) sessionStorage.removeItem(KEPT_AS);
    else sessionStorage.setItem(KEPT_AS, JSON.stringify(next));
    setBegun(next);
    setEnded(end);
    setFault(undefined);
  };
  const refusedOf = (error: unknown): Refused =>
    error instanceof Refused ? error : new Refused({ type: 'unreachable', title: unreachable });
  const isRunning = begun?.preview.status === 'running';
  useEffect(() => {
    if (begun === undefined || !isRunning) return undefined;
    const ask = async (): Promise<void> => {
      try {
        const preview = await readPreview(begun.preview.previewId);
        if (timer !== undefined) show({ ...begun, preview });
      } catch (error) {
        if (timer === undefined) return;
        const refused = refusedOf(error);
        if (refused.type === 'not-found') show(undefined, 'replaced');
        else {
          setFault(refused);
          timer = setTimeout(() => void ask(), ASK_AGAIN_MS);
        }
      }
    };
    let timer: ReturnType<typeof setTimeout> | undefined = setTimeout(
      () => void ask(),
      ASK_EVERY_MS,
    );
    return () => {
      clearTimeout(timer);
      timer = undefined;
    };
  });
  const act = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      setFault(refusedOf(error));
    } finally {
      setBusy(false);
    }
  };
  return {
    begun,
    ended,
    fault,
    isBusy,
    start: (numbers, day) =>
      act(async () => {
        const body = { numbers, ...(day !== undefined && { day }) };
        show({
          preview: await answered(api.POST('/api/v1/policy/preview', { body })),
          tried: numbers,
        });
      }),
    stop: () =>
      act(async () => {
        const params = { path: { previewId: begun?.preview.previewId ?? '' } };
        await answered(api.DELETE('/api/v1/policy/preview/{previewId}', { params }));
        show(undefined, 'stopped');
      }),
  };
}

async function readPreview(previewId: string): Promise<PolicyPreview> {
  const params = { path: { previewId } };
  return await answered(api.GET('/api/v1/policy/preview/{previewId}', { params }));
}

function kept(): BegunPreview | undefined {
  const text = sessionStorage.getItem(KEPT_AS);
  return text === null ? undefined : (JSON.parse(text) as BegunPreview);
}
