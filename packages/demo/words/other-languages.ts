import type { Topic } from './topic.ts';

const german = (topic: Omit<Topic, 'language' | 'thanks' | 'disposition'>): Topic => ({
  language: 'de',
  disposition: 'solved',
  thanks: ['Vielen Dank, das hilft mir sehr.', 'Prima, danke für die schnelle Antwort!'],
  ...topic,
});

const french = (topic: Omit<Topic, 'language' | 'thanks' | 'disposition'>): Topic => ({
  language: 'fr',
  disposition: 'solved',
  thanks: ['Merci beaucoup, c’est très clair.', 'Parfait, merci et bonne journée !'],
  ...topic,
});

/** What customers come with who speak German or French. */
export const OTHER_LANGUAGES: readonly Topic[] = [
  german({
    skill: 'heat-pumps',
    minLevel: 2,
    subjects: ['Kein warmes Wasser', 'Wärmepumpe zeigt E-41'],
    openings: [
      'unsere {model} zeigt seit heute früh E-41, und wir haben kein warmes Wasser.',
      'die Heizung ist in der Nacht ausgegangen. Am Gerät blinkt es rot.',
    ],
    questions: ['Das tut mir leid. Lesen Sie mir bitte die Nummer auf dem grauen Schild vor?'],
    details: ['Da steht {serial}. Die Sicherung ist drin.'],
    solutions: [
      'Ich habe das Gerät von hier aus neu gestartet, es läuft wieder. In vierzig Minuten ist das Wasser warm. Sollte es wiederkommen, schicken wir am {day} jemanden.',
    ],
    note: 'E-41, aus der Ferne neu gestartet.',
  }),
  german({
    skill: 'billing',
    minLevel: 1,
    subjects: ['Frage zur Rechnung {order}', 'Abschlag zu hoch'],
    openings: [
      'der neue Abschlag ist um {amount} höher als bisher. Können Sie mir das erklären?',
      'auf der Rechnung {order} steht die Wartung zweimal.',
    ],
    questions: ['Das sehe ich mir gern an. Welchen Zählerstand sehen Sie gerade?'],
    details: ['18.204, auf der Rechnung steht 18.904.'],
    solutions: [
      'Dann wurde falsch abgelesen. Ich habe es berichtigt, {amount} werden Ihnen bis {day} erstattet.',
    ],
    note: 'Zählerstand berichtigt, Gutschrift.',
  }),
  german({
    skill: 'repairs',
    minLevel: 1,
    subjects: ['Techniker kam nicht', 'Termin verschieben'],
    openings: [
      'heute Vormittag sollte jemand kommen, Auftrag {order}. Es war niemand da.',
      'ich muss den Termin am {day} leider verschieben, geht es auch eine Woche später?',
    ],
    questions: ['Das klären wir sofort. Sind Sie vormittags oder nachmittags besser zu erreichen?'],
    details: ['Am liebsten vormittags, vor elf Uhr.'],
    solutions: ['{tech} kommt am {day} als Erstes zu Ihnen. Die Anfahrt geht auf uns.'],
    note: 'Neuer Termin am Vormittag, Anfahrt erlassen.',
  }),
  french({
    skill: 'heat-pumps',
    minLevel: 2,
    subjects: ['Plus d’eau chaude', 'Pompe à chaleur en panne'],
    openings: [
      'notre {model} affiche E-41 depuis ce matin et nous n’avons plus d’eau chaude.',
      'le chauffage s’est arrêté cette nuit et un voyant rouge clignote.',
    ],
    questions: ['Je suis désolé. Pouvez-vous me lire le numéro sur la plaque grise ?'],
    details: ['C’est {serial}. Le disjoncteur est bien enclenché.'],
    solutions: [
      'Je l’ai redémarrée à distance : elle fonctionne. L’eau sera chaude dans quarante minutes. Sinon, un technicien passe le {day}.',
    ],
    note: 'E-41, redémarrage à distance.',
  }),
  french({
    skill: 'billing',
    minLevel: 1,
    subjects: ['Question sur la facture {order}', 'Changement de banque'],
    openings: [
      'la facture {order} est plus élevée de {amount} que d’habitude, pourquoi ?',
      'nous avons changé de banque ; que devons-nous vous envoyer ?',
    ],
    questions: ['Je regarde cela avec vous. Avez-vous la facture sous les yeux ?'],
    details: ['Oui, elle date du premier du mois.'],
    solutions: ['C’est corrigé : vous recevez {amount} sur votre compte avant le {day}.'],
    note: 'Facture corrigée.',
  }),
];
