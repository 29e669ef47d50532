/** What the standard dispositions are called, in English; other languages have the same names. */
export const EN = {
  'disposition.answered': 'Question answered',
  'disposition.follow-up': 'We come back to it',
  'disposition.handed-over': 'Handed to another department',
  'disposition.no-answer': 'Nobody answered',
  'disposition.solved': 'Solved',
  'disposition.spam': 'Unwanted advertising',
  'disposition.wrong-place': 'Not ours',
} as const;

export type DispositionWordsId = keyof typeof EN;
