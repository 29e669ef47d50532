/** Something that a column of a file can hold. */
export interface ImportField {
  readonly name: string;
  /** What stands in it, in a few words. */
  readonly summary: string;
  /** Other headers by which it is recognised; case, spaces and punctuation do not count. */
  readonly synonyms: readonly string[];
  /** Whether several columns, and several values in one cell, may hold it. */
  readonly isMany?: true;
}
