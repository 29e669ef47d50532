import { toast } from '../design/Toasts.tsx';
import { answered, api, Refused } from '../session/api.ts';
import type { FloorItem, Person } from './floor-model.ts';
import { isUnanswered } from './floor-model.ts';
import { say } from './words/words.ts';

/** An item, and what its customer is called. */
export interface Named {
  readonly item: FloorItem;
  readonly name: string;
}

/** Moves an item to somebody; says what came of it, and undoes it on demand. */
export function moveTo({ item, name: customer }: Named, to: Person): Promise<boolean> {
  const { workId, agentId, preferredId } = item;
  const toAgentId = to.presence.agentId;
  const isThere = to.presence.state === 'ready';
  return told(async () => {
    if (isUnanswered(item)) {
      await assign(toAgentId, workId);
      toast(
        say(isThere ? 'floor.done.asked' : 'floor.done.asked-away', { customer, name: to.name }),
        () =>
          undo(() => (preferredId === undefined ? release(workId) : assign(preferredId, workId))),
      );
      return;
    }
    if (agentId === undefined) return;
    await transfer(agentId, workId, { toAgentId });
    toast(say('floor.done.moved', { customer, name: to.name }), () =>
      undo(() => assign(agentId, workId)),
    );
  });
}

/** Lets an item be for whoever the rule chooses. */
export function moveToBest({ item, name: customer }: Named): Promise<boolean> {
  const { workId, agentId, preferredId } = item;
  return told(async () => {
    const done = say('floor.done.released', { customer });
    if (isUnanswered(item)) {
      await release(workId);
      // What the rule kept for somebody it does not keep again.
      const back =
        preferredId === undefined ? undefined : () => undo(() => assign(preferredId, workId));
      toast(done, back);
      return;
    }
    if (agentId === undefined) return;
    await transfer(agentId, workId, {});
    toast(done, () => undo(() => assign(agentId, workId)));
  });
}

/** Ends a wrap-up on behalf of who has forgotten it. That cannot be undone. */
export function finish({ workId, agentId }: FloorItem): Promise<boolean> {
  return told(async () => {
    if (agentId === undefined) return;
    const params = { path: { agentId, workId } };
    await answered(
      api.POST('/api/v1/agents/{agentId}/work/{workId}/complete', { params, body: {} }),
    );
    toast(say('floor.done.finished'));
  });
}

/** Says that the alert of an item was seen, so that nobody else is told of it. */
export function seeAlert(workId: string): Promise<boolean> {
  return told(async () => {
    const params = { path: { workId } };
    await answered(api.POST('/api/v1/work/{workId}/alert/acknowledge', { params }));
  });
}

/** Tells somebody something; it can be taken back until he has read it. */
export async function sendMessage(to: Person, piiText: string): Promise<void> {
  const { agentId } = to.presence;
  const { noticeId } = await answered(
    api.POST('/api/v1/agents/{agentId}/notices', {
      params: { path: { agentId } },
      body: { piiText },
    }),
  );
  toast(say('floor.done.sent', { name: to.name }), () =>
    undo(() =>
      answered(
        api.DELETE('/api/v1/agents/{agentId}/notices/{noticeId}', {
          params: { path: { agentId, noticeId } },
        }),
      ),
    ),
  );
}

/** What went wrong, in words. */
export function reasonOf(error: unknown): string {
  return error instanceof Refused ? error.message : say('sign-in.unreachable');
}

function assign(agentId: string, workId: string): Promise<unknown> {
  const params = { path: { agentId, workId } };
  return answered(api.POST('/api/v1/agents/{agentId}/work/{workId}/assign', { params }));
}

function release(workId: string): Promise<unknown> {
  return answered(api.POST('/api/v1/work/{workId}/release', { params: { path: { workId } } }));
}

function transfer(
  agentId: string,
  workId: string,
  body: { readonly toAgentId?: string },
): Promise<unknown> {
  const params = { path: { agentId, workId } };
  return answered(api.POST('/api/v1/agents/{agentId}/work/{workId}/transfer', { params, body }));
}

/** Undoes something, and says so. */
export function undo(work: () => Promise<unknown>): void {
  void told(async () => {
    await work();
    toast(say('floor.done.undone'));
  });
}

/** Whether it was done; where not, why stands in a toast. */
export async function told(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    toast(reasonOf(error));
    return false;
  }
}
