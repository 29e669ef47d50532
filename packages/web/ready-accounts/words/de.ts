import type { Messages } from '../../words/words.ts';
import type { EN } from './en.ts';

/** What the ready accounts on the sign-in page of a demo say, in German. */
export const DE: Messages<keyof typeof EN> = {
  'ready.title': 'Oder sei jemand bei {organisation}',
  'ready.hint': 'Eine Firma unserer Erfindung. Alle Namen und Kunden sind ausgedacht.',
  'ready.customers': 'Oder sei Kunde: sieh dir die Seite von {organisation} an',
  'ready.failed': 'Die fertigen Konten lassen sich nicht zeigen. Lade die Seite neu.',
  'ready.role.agent': 'Beratung',
  'ready.role.attendant': 'Vermittlung',
  'ready.role.staff': 'Belegschaft',
  'ready.role.supervisor': 'Teamleitung',
  'ready.role.planner': 'Planung',
  'ready.role.care-owner': 'Kundenverantwortung',
  'ready.role.administrator': 'Administration',
  'ready.does.agent': 'Kunden, die ihn kennen, fragen nach ihm, auf jedem Kanal',
  'ready.does.attendant': 'Nimmt an, was für die ganze Firma kommt',
  'ready.does.staff': 'Arbeitet hier und hilft, wenn gefragt',
  'ready.does.supervisor': 'Leitet alle sechs Teams und sieht Ärger, bevor er kommt',
  'ready.does.planner': 'Sorgt dafür, dass genug Leute da sind',
  'ready.does.care-owner': 'Steht dafür ein, wie Kunden behandelt werden',
  'ready.does.administrator': 'Leute, Teams, Zusagen, Schlüssel',
};
