import type { Messages } from '../../words/words.ts';
import type { EN } from './en.ts';

/** The same in German. */
export const DE: Messages<keyof typeof EN> = {
  'notice.title': 'Nachrichten an dich',
  'notice.from': '{name}, {at, time, short} Uhr',
  'notice.read': 'Gelesen',
  'alert.predicted': '{channel}: wird zu spät',
  'alert.handed-on': '{channel}: dreimal weitergegeben',
  'alert.find-somebody': 'Finde jemanden, der es zu Ende bringt.',
  'alert.approaching': '{channel}: bald fällig',
  'alert.exceeded': '{channel}: zu spät',
  'alert.due': 'Zugesagt bis {at, time, short} Uhr.',
  'alert.hurry': 'Nimm es, sobald du kannst.',
  'alert.hand-one-over': 'Gib etwas von dir weiter, damit du es nehmen kannst.',
  'alert.call-back-later': 'Biete an, später zurückzurufen.',
  'alert.more': '{count, plural, one {# weiterer} other {# weitere}}',
  'alert.seen': 'Gesehen',
  'attention.offered': '{name} wird dir angeboten',
  'attention.offer-title': 'Angeboten: {name}',
  'attention.unread-title': '({count}) Neu in Rapport',
  'attention.wrote': '{name} hat geschrieben',
  'attention.left': 'noch {left}',
  'attention.accept': 'Annehmen',
  'attention.desk': 'Zum Arbeitsplatz',
  'attention.sound': 'Lautstärke',
  'attention.silent': 'Kein Ton',
  'attention.try': 'Ausprobieren',
  'attention.desktop': 'Auf dem Bildschirm melden, solange diese Seite verdeckt ist',
  'attention.blocked':
    'Dieser Browser lässt das nicht zu. In seinen Einstellungen kann es erlaubt werden.',
  'attention.hint':
    'Ein Angebot klingt einmal. Nachrichten klingen, solange du woanders bist, und nicht eine nach der anderen.',
};
