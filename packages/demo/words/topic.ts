/** How one exchange goes: what is asked fits what was said. Texts may hold slots, as in `{model}`. */
export interface Course {
  /** What the customer says first. */
  readonly opening: string;
  /** What the colleague asks in a conversation. */
  readonly question: string;
  readonly detail: string;
  readonly solution: string;
}

/** A matter that customers come with. */
export interface Topic {
  readonly language: 'en' | 'de' | 'fr';
  readonly skill: string;
  readonly minLevel: number;
  readonly subjects: readonly string[];
  readonly courses: readonly Course[];
  readonly thanks: readonly string[];
  /** What the colleague writes down for the others. */
  readonly note: string;
  readonly disposition: 'solved' | 'follow-up' | 'wrong-place';
}

/** What is said of a topic that follows its language's custom. */
export type TopicTerms = Omit<Topic, 'language' | 'thanks' | 'disposition'> & Partial<Topic>;
