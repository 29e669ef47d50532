import type { DeskEvent } from '../messages.ts';
import type { Policy } from '../routing/policy.ts';
import type { Instant } from '../time.ts';
import type { WorkId } from '../id.ts';
import type { CustomerAwaited, CustomerFellSilent } from '../work/turn-messages.ts';
import { loadOf } from './oracle-choice.ts';
import { known, openItem } from './oracle-model.ts';
import type { Model, ModelItem } from './oracle-records.ts';

/** When customers whose turn it is count as silent. */
export function silencesOf({ places }: Model): readonly Instant[] {
  return [...places.active, ...places['on-hold']]
    .filter(({ silentAt, isSilent }) => silentAt !== 0 && !isSilent)
    .map(({ silentAt }) => silentAt);
}

/** What came back to somebody who was beyond his room already, and has to leave his hands. */
export type Overfull = Set<WorkId>;

/**
 * A customer falls silent when his time is over and not before; his chat comes back to whoever has it, who
 * may go beyond his room by this one. If he is beyond it, the chat leaves him, and nothing else does for that.
 * The model does not have the event yet.
 */
export function turnFaults(
  model: Model,
  event: DeskEvent,
  { at, policy, overfull }: { at: Instant; policy: Policy; overfull: Overfull },
): readonly string[] {
  switch (event.type) {
    case 'customer-awaited':
    case 'customer-fell-silent':
      return silenceFaults(known(openItem(model, event.workId), event.workId), event, {
        at,
        policy,
      });
    case 'customer-heard':
      noteReturn(model, known(openItem(model, event.workId), event.workId), overfull);
      return [];
    case 'work-released':
      return event.reason !== 'agent-full' || overfull.delete(event.workId)
        ? []
        : [`${event.workId} left ${event.agentId}, who may go beyond by one`];
    default:
      return [];
  }
}

function silenceFaults(
  item: ModelItem,
  event: CustomerAwaited | CustomerFellSilent,
  { at, policy }: { at: Instant; policy: Policy },
): readonly string[] {
  if (event.type === 'customer-fell-silent') {
    const isRight = item.silentAt !== 0 && item.silentAt <= at && !item.isSilent;
    return isRight ? [] : [`the customer of ${item.id} fell silent at ${at}`];
  }
  const isRight = item.channel === 'chat' && event.silentAt === at + policy.silenceMs;
  return isRight ? [] : [`${item.id} is silent from ${event.silentAt}`];
}

function noteReturn(model: Model, item: ModelItem, overfull: Overfull): void {
  if (!item.isSilent || item.agentId === undefined) return;
  const agent = known(model.agents.get(item.agentId), item.agentId);
  if (loadOf(model, agent) > agent.capacity.units) overfull.add(item.id);
}

/** At the end of a command nobody has what was to leave him. */
export function overfullFaults(overfull: Overfull): readonly string[] {
  const faults = [...overfull].map((id) => `${id} came back to somebody who was beyond his room`);
  overfull.clear();
  return faults;
}
