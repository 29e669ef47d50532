import type { Requirement } from '../agents/skill.ts';
import type { Channel } from '../channel.ts';
import type { Desk } from '../desk.ts';

/** What an item asks for, and whether the desk added that of its channel. */
export interface AskedFor {
  readonly requirements: readonly Requirement[];
  readonly isChannelAsked?: true;
}

/**
 * What an item asks for besides what it was brought in with: where a skill stands for its channel, to be
 * assessed for that, at whatever level. An item asks for it from when it comes in, or is handed on asking for
 * something else; what waits when the kinds of skills change goes on as before.
 */
export function withChannelSkill(
  { skillKinds }: Pick<Desk, 'skillKinds'>,
  channel: Channel,
  requirements: readonly Requirement[],
): AskedFor {
  if (skillKinds.get(channel) !== 'channel') return { requirements };
  if (requirements.some(({ skill }) => skill === channel)) return { requirements };
  return {
    requirements: [...requirements, { skill: channel, minLevel: 1 }],
    isChannelAsked: true,
  };
}
