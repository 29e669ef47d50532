import type { EN_CREDITS } from './en-credits.ts';

/** What set-up says of customers who go before others, in German. */
export const DE_CREDITS: Readonly<Record<keyof typeof EN_CREDITS, string>> = {
  'credits.hint':
    'Wer eine Zeit lang vorgeht, und wer dafür einsteht. Wer anderthalbmal so lang gewartet hat, wie zugesagt war, geht vor denen, die noch nicht fällig sind.',
  'credits.none': 'Niemand geht vor.',
  'credits.new': 'Jemanden vorgehen lassen',
  'credits.priority': 'Priorität',
  'credits.priority-hint':
    'Womit sie kommen, hat mindestens diese. 1 ist eine ganze zugesagte Zeit wert.',
  'credits.until': 'Bis',
  'credits.last-day': 'Letzter Tag',
  'credits.owner': 'Steht dafür ein',
  'credits.you': 'Du',
  'credits.address': 'E-Mail oder Telefon',
  'credits.address-hint': 'Wodurch sie hier bekannt sind.',
  'credits.nobody': 'Unter dieser Adresse ist niemand bekannt.',
  'credits.counts': '{count} von höchstens {max} gehen jetzt vor. Wer speichert, steht dafür ein.',
  'credits.granted': '{name} geht vor.',
  'credits.end': 'Jetzt beenden',
  'credits.ended': '{name} geht nicht mehr vor.',
};
