import { toast } from '../design/Toasts.tsx';
import { answered, api, Refused } from '../session/api.ts';
import { say } from '../words/words.ts';

const of = (workId: string) => ({ params: { path: { workId } } });

export const acceptOffer = (workId: string): Promise<boolean> =>
  told(() => answered(api.POST('/api/v1/work/{workId}/accept', of(workId))));

export const declineOffer = (workId: string, reason: string): Promise<boolean> =>
  told(() =>
    answered(api.POST('/api/v1/work/{workId}/decline', { ...of(workId), body: { reason } })),
  );

export const holdWork = (workId: string): Promise<boolean> =>
  told(() => answered(api.POST('/api/v1/work/{workId}/hold', of(workId))));

export const resumeWork = (workId: string): Promise<boolean> =>
  told(() => answered(api.POST('/api/v1/work/{workId}/resume', of(workId))));

export const wrapUpWork = (workId: string): Promise<boolean> =>
  told(() => answered(api.POST('/api/v1/work/{workId}/wrap-up', of(workId))));

export const completeWork = (workId: string, disposition: string): Promise<boolean> =>
  told(() =>
    answered(api.POST('/api/v1/work/{workId}/complete', { ...of(workId), body: { disposition } })),
  );

export const transferWork = (workId: string, toAgentId?: string): Promise<boolean> =>
  told(() =>
    answered(
      api.POST('/api/v1/work/{workId}/transfer', {
        ...of(workId),
        body: toAgentId === undefined ? {} : { toAgentId },
      }),
    ),
  );

/** Whether it was done; where not, why stands in a toast. */
async function told(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    toast(error instanceof Refused ? error.message : say('sign-in.unreachable'));
    return false;
  }
}
