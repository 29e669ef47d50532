/** A matter that customers come with, and how it goes: parts that fit each other whichever is drawn. */
export interface Topic {
  readonly language: 'en' | 'de' | 'fr';
  readonly skill: string;
  readonly minLevel: number;
  readonly subjects: readonly string[];
  /** What the customer says first; texts may hold slots, as in `{model}`. */
  readonly openings: readonly string[];
  /** What the colleague asks in a conversation. */
  readonly questions: readonly string[];
  readonly details: readonly string[];
  readonly solutions: readonly string[];
  readonly thanks: readonly string[];
  /** What the colleague writes down for the others. */
  readonly note: string;
  readonly disposition: 'solved' | 'follow-up' | 'wrong-place';
}
