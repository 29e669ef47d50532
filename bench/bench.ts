/** One figure of a bench: its value, and what it is held against. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What a floor or a peer came to in the same run, in the same unit. */
  readonly floor?: number;
  /** Value to floor, round by round, and of those the median. */
  readonly ratio?: number;
  /** What was aimed at, in words; undefined where the figure is only to be known. */
  readonly aim?: string;
  readonly isMet?: boolean;
}

export interface Bench {
  readonly name: string;
  /** One sentence: what is measured. */
  readonly summary: string;
  /** Why it cannot be run here, and what would mend that; undefined where it can. */
  readonly obstacle?: () => string | undefined;
  /** It takes so long that it is run by its name alone. */
  readonly isLong?: true;
  readonly run: (say: (progress: string) => void) => Promise<readonly Figure[]>;
}
