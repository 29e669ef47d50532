import type { AgentId, WorkId } from '../id.ts';
import type { Instant } from '../time.ts';

/** What happens next if nobody does anything else, and when, where that is known. */
export type NextStep =
  | { readonly code: 'release'; readonly agentIds: readonly AgentId[]; readonly byAt: Instant }
  | { readonly code: 'somebody-free' }
  | { readonly code: 'somebody-able' }
  | { readonly code: 'answer'; readonly agentId: AgentId; readonly byAt: Instant }
  | { readonly code: 'serve'; readonly agentId: AgentId }
  | { readonly code: 'complete'; readonly agentId: AgentId; readonly byAt?: Instant }
  | { readonly code: 'return' | 'call-back'; readonly agentId: AgentId; readonly at: Instant }
  | { readonly code: 'return-after'; readonly agentId: AgentId; readonly byWorkId: WorkId }
  | { readonly code: 'none' };
