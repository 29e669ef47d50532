/** One figure of a bench: its value, and what it is held against. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What was aimed at, in words; undefined where the figure is only to be known. */
  readonly aim?: string;
  readonly isMet?: boolean;
}

export interface Bench {
  readonly name: string;
  /** One sentence: what is measured. */
  readonly summary: string;
  readonly run: (say: (progress: string) => void) => Promise<readonly Figure[]>;
}
