import { returnText } from '../design/moment-text.ts';
import { toast } from '../design/Toasts.tsx';
import { answered, api } from '../session/api.ts';
import { told, undo } from './acts.ts';
import type { Person } from './floor-model.ts';
import { say } from './words/words.ts';

/** Says that somebody is absent; it can be taken back with what nobody has touched since. */
export async function declareAbsence(
  { name, presence: { agentId } }: Person,
  { untilAt, deputy }: { readonly untilAt: number; readonly deputy: Person | undefined },
): Promise<void> {
  const deputyId = deputy?.presence.agentId;
  await answered(
    api.PUT('/api/v1/agents/{agentId}/absence', {
      params: { path: { agentId } },
      body: { untilAt, ...(deputyId !== undefined && { deputyId }) },
    }),
  );
  const until = returnText(untilAt);
  toast(
    deputy === undefined
      ? say('floor.done.absent', { name, until })
      : say('floor.done.absent-deputy', { name, until, deputy: deputy.name }),
    () => undo(() => cancel(agentId)),
  );
}

/** Takes somebody's absence back. */
export function cancelAbsence({ name, presence: { agentId } }: Person): Promise<boolean> {
  return told(async () => {
    await cancel(agentId);
    toast(say('floor.done.back', { name }));
  });
}

function cancel(agentId: string): Promise<unknown> {
  return answered(
    api.DELETE('/api/v1/agents/{agentId}/absence', { params: { path: { agentId } } }),
  );
}
