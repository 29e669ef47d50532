import type { DeskEvent } from '../messages.ts';
import type { Policy } from '../routing/policy.ts';
import type { Instant } from '../time.ts';
import { isLive } from './oracle-choice.ts';
import { known, openItem } from './oracle-model.ts';
import type { Model } from './oracle-records.ts';

/**
 * A wrap-up ends by itself when its time is over and not before, and takes longer only so often. The model
 * has the event already.
 */
export function wrapUpFaults(
  model: Model,
  event: DeskEvent,
  { at, policy }: { at: Instant; policy: Policy },
): readonly string[] {
  if (event.type === 'wrap-up-ended') {
    const endsAt = openItem(model, event.workId)?.wrapUpEndsAt ?? 0;
    return endsAt > 0 && endsAt <= at ? [] : [`the wrap-up of ${event.workId} ended at ${at}`];
  }
  if (event.type !== 'work-wrapped-up' && event.type !== 'wrap-up-extended') return [];
  const item = known(openItem(model, event.workId), event.workId);
  const ms = isLive(item) ? policy.wrapUpMsSynchronous : policy.wrapUpMsAsynchronous;
  const isRight =
    event.type === 'work-wrapped-up'
      ? event.endsAt === at + ms
      : item.extensionCount <= policy.wrapUpExtensionsMax;
  return isRight ? [] : [`${item.id} is wrapped up until ${event.endsAt}`];
}
