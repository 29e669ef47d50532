/** What an agent can do, and how well: 1 (learning) to 5 (expert). */
export interface SkillLevel {
  readonly skill: string;
  readonly level: number;
  /** The day on which that was assessed, as `2026-05-01`; absent where nobody has. The desk decides by the level alone. */
  readonly assessedOn?: string;
}

/** What an item asks of whoever takes it. */
export interface Requirement {
  readonly skill: string;
  readonly minLevel: number;
}

const LEVEL_MIN = 1;
const LEVEL_MAX = 5;

/** Whether `level` is one that may be assessed or asked for. */
export function isLevel(level: number): boolean {
  return Number.isSafeInteger(level) && level >= LEVEL_MIN && level <= LEVEL_MAX;
}
