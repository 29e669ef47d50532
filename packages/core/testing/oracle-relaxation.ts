import { isDeepStrictEqual } from 'node:util';
import type { Requirement } from '../agents/skill.ts';
import type { DeskEvent } from '../messages.ts';
import type { Relaxation } from '../routing/relaxation-messages.ts';
import type { Instant } from '../time.ts';
import { momentOf } from './oracle-alerts.ts';
import { openItem } from './oracle-model.ts';
import type { Model, ModelItem } from './oracle-records.ts';

interface Step {
  readonly step: Relaxation;
  readonly share: number;
  readonly left: readonly Requirement[];
}

/** Sites go first, then a level at a time, abilities last; a language and a licence never. */
function nextStep({ kinds, policy }: Model, item: ModelItem): Step | undefined {
  const { requirements } = item;
  const sites = requirements.filter(({ skill }) => kinds.get(skill) === 'site');
  if (sites.length > 0) {
    const left = requirements.filter((each) => !sites.includes(each));
    return { step: 'site', share: policy.siteShare, left };
  }
  const abilities = requirements.filter(({ skill }) => kinds.get(skill) === 'ability');
  if (abilities.length === 0) return undefined;
  if (abilities.some(({ minLevel }) => minLevel > 1)) {
    const left = requirements.map((each) =>
      abilities.includes(each) && each.minLevel > 1
        ? { skill: each.skill, minLevel: each.minLevel - 1 }
        : each,
    );
    const share = policy.levelShare + item.loweredCount * policy.levelStepShare;
    return { step: 'level', share, left };
  }
  const left = requirements.filter((each) => !abilities.includes(each));
  return { step: 'skill', share: policy.skillShare, left };
}

/** Whatever comes over a channel that a skill stands for asks for that skill, and nothing else was added. */
export function channelFaults(model: Model, event: DeskEvent): readonly string[] {
  if (event.type !== 'work-received' && event.type !== 'work-transferred') return [];
  const { workId, requirements, isChannelAsked } = event;
  const channel = event.type === 'work-received' ? event.channel : openItem(model, workId)?.channel;
  if (requirements === undefined || channel === undefined) return [];
  const isDue = model.kinds.get(channel) === 'channel';
  const asked = requirements.filter(({ skill }) => skill === channel);
  const isRight = isChannelAsked
    ? isDue &&
      asked.length === 1 &&
      isDeepStrictEqual(requirements.at(-1), { skill: channel, minLevel: 1 })
    : !isDue || asked.length === 1;
  return isRight ? [] : [`${workId} does not ask for what it should, over ${channel}`];
}

/** An item asks for less only while it waits for anybody, when that is due, and by one step. */
export function relaxationFaults(model: Model, event: DeskEvent, at: Instant): readonly string[] {
  if (event.type !== 'work-relaxed') return [];
  const item = openItem(model, event.workId);
  const next = item && nextStep(model, item);
  if (item === undefined || next === undefined) return [`${event.workId} had nothing to let go of`];
  const asked = (each: readonly Requirement[]): string =>
    JSON.stringify(each.map(({ skill, minLevel }) => [skill, minLevel]).sort());
  const isRight = next.step === event.step && asked(next.left) === asked(event.requirements);
  return [
    ...(isRight ? [] : [`${item.id} asks for less than it should, or for more`]),
    ...(item.reservation === undefined ? [] : [`${item.id} asks for less while it is reserved`]),
    ...(momentOf(model, item, next.share) <= at ? [] : [`${item.id} asks for less too early`]),
  ];
}

/** When a waiting item asks for less next; Infinity where it never does. */
export function relaxationDueAt(model: Model, item: ModelItem): Instant {
  const next = item.reservation === undefined ? nextStep(model, item) : undefined;
  return next === undefined ? Infinity : momentOf(model, item, next.share);
}
