import { type Decision, emit } from '../decision.ts';
import type { Refusal } from '../messages.ts';
import { renewWindDown } from '../roster/pass-wind-down.ts';
import { endVainReservations, renewReservations } from '../routing/end-reservation.ts';
import { feedAgents } from '../routing/feed-agent.ts';
import { policyFault, policyNumbers, policyOf } from './policy-fields.ts';
import type { SetPolicy } from './policy-messages.ts';

/** Decides a command about the policy. Returns why it is refused, or undefined once its events are emitted. */
export function decidePolicy({ policy }: SetPolicy, decision: Decision): Refusal | undefined {
  const fault = policyFault(policy);
  if (fault !== undefined) return { code: 'field-invalid', ...fault };
  const { desk } = decision;
  const { windDownMs } = desk.policy;
  // What is no number of the policy goes no further.
  emit(decision, { type: 'policy-set', v: 1, policy: policyOf(policyNumbers(policy)) });
  if (desk.policy.windDownMs !== windDownMs) {
    const rostered = [...desk.agents.values()].filter(({ roster }) => roster !== undefined);
    // By id, because who came first must not matter; and all before anybody is interrupted for what another can take.
    const inOrder = rostered.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const freed = inOrder.filter((agent) => renewWindDown(decision, agent));
    feedAgents(decision, freed);
    for (const agent of inOrder) endVainReservations(decision, agent);
  }
  renewReservations(decision, desk.work.values());
  return undefined;
}
