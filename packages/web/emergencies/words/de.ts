import type { EmergencyWordsId } from './en.ts';

/** When everybody is needed at once, in German. */
export const DE: Readonly<Record<EmergencyWordsId, string>> = {
  'emergency.region': 'Notlagen',
  'emergency.bar':
    '{reason}{scope, select, all {} other {, {skill}}}: Bis {until} wird niemand für jemanden freigehalten.',
  'emergency.by': 'Seit {at, time, short}{isNamed, select, yes {, {name}} other {}}.',
  'emergency.end': 'Beenden',
  'emergency.title': 'Alle werden auf einmal gebraucht',
  'emergency.what':
    'Nichts wird mehr für jene aufgehoben, die den Kunden kennen, und was aufgehoben war, wird jetzt frei; wer ihn kennt und frei ist, wird weiter zuerst gefragt. Wer selbst auf jemanden warten will, wartet weiter auf ihn, und versprochene Anrufe werden gemacht.',
  'emergency.reason': 'Warum',
  'emergency.reason.outage': 'Ausfall',
  'emergency.reason.weather': 'Unwetter',
  'emergency.reason.safety': 'Jemand ist in Gefahr',
  'emergency.reason.staff': 'Wir sind zu wenige',
  'emergency.reason.other': 'Notlage',
  'emergency.scope': 'Für',
  'emergency.scope-all': 'alle Arbeit',
  'emergency.scope-skill': 'was {skill} verlangt',
  'emergency.until': 'Endet von selbst',
  'emergency.in': 'in {hours, plural, one {einer Stunde} other {# Stunden}}',
  'emergency.go': 'Ausrufen',
  'emergency.declared': 'Bis {until} wird niemand für jemanden freigehalten.',
  'emergency.ended': 'Die Notlage ist vorbei.',
  'outage.bar':
    'Seit {at, time, short} {count, plural, one {hat eine Person Anrufe} other {haben # Berater Anrufe}} nicht angenommen oder die Verbindung verloren: Vielleicht ist die Telefonanlage ausgefallen.',
  'outage.hint':
    'Das geht von selbst, sobald wieder ein Anruf angenommen wird oder niemand mehr einen verpasst.',
  'outage.declare': 'Notlage ausrufen',
  'emergency.fault': 'Das ist nicht angekommen; versuche es noch einmal.',
};
