import type { Messages } from '../../words/words.ts';
import type { DispositionWordsId } from './en.ts';

/** What the standard dispositions are called, in German. */
export const DE: Messages<DispositionWordsId> = {
  'disposition.answered': 'Frage beantwortet',
  'disposition.follow-up': 'Wir kommen darauf zurück',
  'disposition.handed-over': 'An eine andere Abteilung gegeben',
  'disposition.no-answer': 'Niemand hat geantwortet',
  'disposition.solved': 'Gelöst',
  'disposition.spam': 'Unerwünschte Werbung',
  'disposition.wrong-place': 'Nicht unseres',
};
