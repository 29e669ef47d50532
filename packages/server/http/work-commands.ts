import { type AgentId, asId, type Command, type WorkId } from '@rapport/core';
import type { RouteInput } from '@rapport/protocol';

/** An item and the agent who carries it. */
interface Carried {
  readonly workId: WorkId;
  readonly agentId: AgentId;
}

export function transferOf(
  carried: Carried,
  { toAgentId, requirements }: RouteInput<'transferWork'>['body'],
): Command {
  return {
    type: 'transfer-work',
    ...carried,
    ...(toAgentId !== undefined && { toAgentId: asId<'agent'>(toAgentId) }),
    ...(requirements && { requirements }),
  };
}

export function completionOf(
  carried: Carried,
  { disposition, isPoor }: RouteInput<'completeWork'>['body'] & { readonly isPoor: boolean },
): Command {
  return {
    type: 'complete-work',
    ...carried,
    ...(disposition !== undefined && { disposition }),
    ...(isPoor && { isPoor }),
  };
}
