import { wordsOf } from '../words/words.ts';

const EN = {
  'notice.title': 'Messages to you',
  'notice.from': '{name}, {at, time, short}',
  'notice.read': 'Read',
} as const;

/** The words of messages to agents. */
export const { useWords } = await wordsOf({
  en: EN,
  load: {
    de: () =>
      Promise.resolve({
        'notice.title': 'Nachrichten an Sie',
        'notice.from': '{name}, {at, time, short}',
        'notice.read': 'Gelesen',
      }),
  },
});
