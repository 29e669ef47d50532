import type { Topic, TopicTerms } from './topic.ts';

const german = (topic: TopicTerms): Topic => ({
  language: 'de',
  disposition: 'solved',
  thanks: ['Vielen Dank, das hilft mir sehr.', 'Prima, danke für die schnelle Antwort!'],
  ...topic,
});

const french = (topic: TopicTerms): Topic => ({
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
    courses: [
      {
        opening: 'unsere {model} zeigt seit heute früh E-41, und wir haben kein warmes Wasser.',
        question: 'Das tut mir leid. Lesen Sie mir bitte die Nummer auf dem grauen Schild vor?',
        detail: 'Da steht {serial}. Aus- und eingeschaltet habe ich sie schon.',
        solution:
          'Ich habe das Gerät von hier aus neu gestartet, es läuft wieder. In vierzig Minuten ist das Wasser warm. Sollte es wiederkommen, schicken wir am {day} jemanden.',
      },
      {
        opening: 'die Heizung ist in der Nacht ausgegangen. Am Gerät blinkt es rot.',
        question: 'Was zeigt das Manometer neben dem blauen Hahn?',
        detail: 'Knapp 0,8, im roten Bereich.',
        solution:
          'Dann fehlt Wasser. Füllen Sie bitte bis 1,5 bar nach, sie springt von selbst an. Am {day} sieht jemand danach.',
      },
    ],
    note: 'Störung der Wärmepumpe, läuft wieder.',
  }),
  german({
    skill: 'billing',
    minLevel: 1,
    subjects: ['Frage zur Rechnung {order}', 'Abschlag zu hoch'],
    courses: [
      {
        opening: 'der neue Abschlag ist um {amount} höher als bisher. Können Sie mir das erklären?',
        question: 'Das sehe ich mir gern an. Welchen Zählerstand sehen Sie gerade?',
        detail: '18.204, auf der Rechnung steht 18.904.',
        solution:
          'Dann wurde falsch abgelesen. Ich habe es berichtigt, {amount} werden Ihnen bis {day} erstattet.',
      },
    ],
    note: 'Zählerstand berichtigt, Gutschrift.',
  }),
  german({
    skill: 'repairs',
    minLevel: 1,
    subjects: ['Techniker kam nicht', 'Neuer Termin'],
    courses: [
      {
        opening: 'heute Vormittag sollte jemand kommen, Auftrag {order}. Es war niemand da.',
        question: 'Das tut mir leid. Sind Sie vormittags oder nachmittags besser zu erreichen?',
        detail: 'Am liebsten vormittags, vor elf Uhr.',
        solution: 'Wir kommen am {day} als Erstes zu Ihnen. Die Anfahrt geht auf uns.',
      },
    ],
    note: 'Neuer Termin am Vormittag, Anfahrt erlassen.',
  }),
  french({
    skill: 'heat-pumps',
    minLevel: 2,
    subjects: ['Plus d’eau chaude', 'Pompe à chaleur en panne'],
    courses: [
      {
        opening: 'notre {model} affiche E-41 depuis ce matin et nous n’avons plus d’eau chaude.',
        question: 'C’est désagréable. Pouvez-vous me lire le numéro sur la plaque grise ?',
        detail: 'C’est {serial}. Je l’ai déjà éteinte et rallumée.',
        solution:
          'Je l’ai redémarrée à distance : elle fonctionne. L’eau sera chaude dans quarante minutes. Sinon, un technicien passe {day}.',
      },
    ],
    note: 'E-41, redémarrage à distance.',
  }),
  french({
    skill: 'billing',
    minLevel: 1,
    subjects: ['Question sur la facture {order}', 'Facture plus élevée'],
    courses: [
      {
        opening: 'la facture {order} est plus élevée de {amount} que d’habitude, pourquoi ?',
        question: 'Je regarde cela avec vous. Quel chiffre voyez-vous sur le compteur ?',
        detail: '18 204, et la facture indique 18 904.',
        solution: 'C’est corrigé : vous recevez {amount} sur votre compte avant {day}.',
      },
    ],
    note: 'Facture corrigée.',
  }),
];
