import { toast } from '../design/Toasts.tsx';
import { answered, api, Refused } from '../session/api.ts';
import { expectNoLonger, expectTyping } from './typed-ahead.ts';
import { say } from './words.ts';

const of = (workId: string) => ({ params: { path: { workId } } });
const about = (interactionId: string) => ({ params: { path: { interactionId } } });

export const goReady = (): Promise<boolean> =>
  told(() => answered(api.POST('/api/v1/me/state', { body: { state: 'ready' } })));

/** Takes it; what is typed from now on is written to the customer, as soon as there is where. */
export async function acceptOffer(workId: string): Promise<void> {
  expectTyping(workId);
  const isTaken = await told(() => answered(api.POST('/api/v1/work/{workId}/accept', of(workId))));
  expectNoLonger(workId, isTaken);
}

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

export const extendWrapUp = (workId: string, reason: string): Promise<boolean> =>
  told(() =>
    answered(
      api.POST('/api/v1/work/{workId}/wrap-up/extensions', { ...of(workId), body: { reason } }),
    ),
  );

export const completeWork = (workId: string, disposition: string): Promise<boolean> =>
  told(() =>
    answered(api.POST('/api/v1/work/{workId}/complete', { ...of(workId), body: { disposition } })),
  );

/** Says for whom the customer of a waiting item waits; whoever is free first where nobody is named. */
export const chooseWait = (workId: string, agentId?: string): Promise<boolean> =>
  told(() =>
    answered(
      api.POST('/api/v1/work/{workId}/choice', {
        ...of(workId),
        body: agentId === undefined ? {} : { agentId },
      }),
    ),
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

/** Says that an open item is about the same as another. Where that stands in the journal; undefined where it was refused. */
export const linkWork = (workId: string, toWorkId: string): Promise<number | undefined> =>
  written(() =>
    answered(api.POST('/api/v1/work/{workId}/link', { ...of(workId), body: { toWorkId } })),
  );

/** Says that it is about something else. */
export const unlinkWork = (workId: string): Promise<number | undefined> =>
  written(() => answered(api.POST('/api/v1/work/{workId}/unlink', of(workId))));

/** Promises the customer of a waiting item a call. @throws {Refused} he cannot be called so. */
export const promiseCallback = (
  workId: string,
  body: { readonly agentId: string; readonly dueAt: number; readonly piiPhone?: string },
): Promise<number> =>
  answered(api.POST('/api/v1/work/{workId}/callback', { ...of(workId), body })).then(
    ({ position }) => position,
  );

/** The customer is not called, and his item waits again. Where that stands in the journal; undefined where it was refused. */
export const cancelCallback = (workId: string): Promise<number | undefined> =>
  written(() => answered(api.POST('/api/v1/work/{workId}/callback/cancel', of(workId))));

/** Nobody answered the call that was promised: it comes back, or was the last. */
export const noteNoAnswer = (workId: string): Promise<boolean> =>
  told(() => answered(api.POST('/api/v1/work/{workId}/no-answer', of(workId))));

/** Puts it off until then; `resumeWork` takes it up again. */
export const deferWork = (workId: string, untilAt: number): Promise<boolean> =>
  told(() =>
    answered(api.POST('/api/v1/work/{workId}/defer', { ...of(workId), body: { untilAt } })),
  );

export const askForHelp = (interactionId: string, agentId: string): Promise<boolean> =>
  told(() =>
    answered(
      api.POST('/api/v1/interactions/{interactionId}/help', {
        ...about(interactionId),
        body: { agentId },
      }),
    ),
  );

/** The caller helps no longer, or whom the carrier names. */
export const endHelp = (interactionId: string, agentId?: string): Promise<boolean> =>
  told(() =>
    answered(
      api.POST('/api/v1/interactions/{interactionId}/help/end', {
        ...about(interactionId),
        body: agentId === undefined ? {} : { agentId },
      }),
    ),
  );

/** Leaves a note that colleagues alone see. */
export const leaveNote = (interactionId: string, piiText: string): Promise<boolean> =>
  told(() =>
    answered(
      api.POST('/api/v1/interactions/{interactionId}/messages', {
        ...about(interactionId),
        body: { piiText, isNote: true },
      }),
    ),
  );

/** Tells that this has been read; whether that is heard matters to nobody here. */
export function markRead(interactionId: string, ordinal: number): void {
  api
    .POST('/api/v1/interactions/{interactionId}/read', {
      ...about(interactionId),
      body: { ordinal },
    })
    .catch(() => undefined);
}

/** Tells that a reply is being written. */
export function tellTyping(interactionId: string): void {
  api
    .POST('/api/v1/interactions/{interactionId}/typing', { ...about(interactionId), body: {} })
    .catch(() => undefined);
}

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

/** The same, with the position of what was written; undefined where it was not done. */
async function written(
  work: () => Promise<{ readonly position: number }>,
): Promise<number | undefined> {
  let position: number | undefined;
  await told(async () => ({ position } = await work()));
  return position;
}
