/** Why somebody does not take what he is offered, as codes that reports know. */
export const DECLINE_REASONS = ['busy', 'wrong-skill', 'conflict', 'break'] as const;
