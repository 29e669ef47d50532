/** When everybody is needed at once, in English. */
export const EN = {
  'emergency.region': 'Emergencies',
  'emergency.bar':
    '{reason}{scope, select, all {} other {, {skill}}}: nobody is kept for anybody until {until}.',
  'emergency.by': 'Since {at, time, short}{isNamed, select, yes {, {name}} other {}}.',
  'emergency.end': 'End it',
  'emergency.title': 'Everybody is needed at once',
  'emergency.what':
    'Nothing is kept any more for those who know the customer, and what was kept is released now; who knows them and is free is still asked first. Whoever has chosen to wait for somebody goes on waiting for them, and promised calls are made.',
  'emergency.reason': 'Why',
  'emergency.reason.outage': 'Outage',
  'emergency.reason.weather': 'Bad weather',
  'emergency.reason.safety': 'Somebody is in danger',
  'emergency.reason.staff': 'Too few of us',
  'emergency.reason.other': 'Emergency',
  'emergency.scope': 'For',
  'emergency.scope-all': 'all work',
  'emergency.scope-skill': 'what asks for {skill}',
  'emergency.until': 'Ends by itself',
  'emergency.in': 'in {hours, plural, one {an hour} other {# hours}}',
  'emergency.go': 'Declare',
  'emergency.declared': 'Nobody is kept for anybody until {until}.',
  'emergency.ended': 'The emergency is over.',
  'outage.bar':
    '{count, plural, one {One agent has} other {# agents have}} missed calls or lost the line since {at, time, short}: perhaps the telephone system is down.',
  'outage.hint': 'This goes by itself, once a call is answered again or nobody misses any.',
  'outage.declare': 'Declare an emergency',
  'emergency.fault': 'That did not go through; try again.',
} as const;

export type EmergencyWordsId = keyof typeof EN;
