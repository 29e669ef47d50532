/** The languages in which explanations are told. */
export const EXPLANATION_LANGUAGES = ['en', 'de'] as const;

export type ExplanationLanguage = (typeof EXPLANATION_LANGUAGES)[number];

const EN = {
  'place.waiting': 'Nobody has it: it has waited since {time}.',
  'place.offered': 'Nobody has taken it yet. {agent} has been asked since {time}.',
  'place.active': '{agent} has had it since {time}.',
  'place.on-hold': '{agent} has it; the customer is on hold since {time}.',
  'place.deferred': '{agent} put it off at {time}.',
  'place.paused': '{agent} has it, put aside while answering another item of the same matter.',
  'place.call-back': '{agent} has promised to call.',
  'place.wrap-up': '{agent} has served the customer, and has been writing it up since {time}.',
  'place.done': '{agent} completed it at {time}.',
  'place.abandoned': 'The customer gave up at {time}.',
  'because.most-urgent.known':
    'Of all that {agent} could take, this was the most urgent: {share} % of its promised time had gone by, and {agent} knows the customer.',
  'because.most-urgent.stranger':
    'Of all that {agent} could take, this was the most urgent: {share} % of its promised time had gone by.',
  'because.interrupting':
    'Nobody was free and {share} % of its promised time had passed, so {agent} was asked to put aside what can wait.',
  'because.nobody-free': 'Nobody who could take it was free.',
  'because.nobody-able': 'Nobody here had what it asks for.',
  'because.reserved':
    '{instead} was free, but it is kept for {agents}, who knows this customer and was expected to be free in time (likelihood {share} %).',
  'standing.best-suited': '{agent}, the best suited of those who were free,',
  'nobody-first': 'There is nobody who is asked first for this customer.',
  'because.reserved.nearly-sure':
    '{instead} was free, but it is kept for {agents}, who knows this customer and was almost certain to be free in time.',
  'next.complete.by':
    'Next: {agent} finishes the notes and closes it; otherwise it closes by itself at {time}.',
  'next.take-back': 'Next: {agent} takes the customer back; no time is set for that.',
  'customer.due': 'We promise an answer by {time}.',
  'customer.late': 'We had promised an answer by {time}. We are late, and we are sorry.',
  'because.paused': 'It came with another item of the same matter, which {agent} answered.',
  'because.chosen': 'The customer chose to wait for {agents}.',
  'standing.preferred': '{agent}, for whom it was meant,',
  'standing.handler': '{agent}, who already works on this matter,',
  'standing.owner': '{agent}, who looks after this customer,',
  'standing.deputy': '{agent}, a deputy for this customer,',
  'standing.topic-owner': '{agent}, who looks after this customer in what this is about,',
  'standing.topic-deputy': '{agent}, a deputy for this customer in what this is about,',
  'standing.account-owner': '{agent}, who looks after this customer’s account,',
  'standing.account-deputy': '{agent}, a deputy for this customer’s account,',
  'standing.earned': '{agent}, who has served this customer before,',
  'standing.deputy.many': '{agents}, deputies for this customer,',
  'standing.topic-deputy.many': '{agents}, deputies for this customer in what this is about,',
  'standing.account-deputy.many': '{agents}, deputies for this customer’s account,',
  'standing.earned.many': '{agents}, who have served this customer before,',
  'obstacle.lacks-skill.many': '{who} do not have the skills that this work needs.',
  'obstacle.signed-out.many': '{who} were not at work.',
  'obstacle.not-ready.many': '{who} were at work, but not available.',
  'obstacle.unreachable.many': '{who} could not be reached: the lines of their desks were lost.',
  'obstacle.full.many': '{who} were busy with other work.',
  'obstacle.being-offered.many': '{who} were just being asked about something else.',
  'obstacle.asked-enough.many':
    '{who} were asked twice and did not take it, so that others are asked now.',
  'obstacle.lacks-skill': '{who} does not have the skills that this work needs.',
  'obstacle.refused': '{who} is never asked for this customer, because one of the two wants it so.',
  'obstacle.asked-enough':
    '{who} was asked twice and did not take it, so that others are asked now.',
  'obstacle.excluded':
    '{who} was asked for it already or had it before, and can be asked again from {time}.',
  'obstacle.excluded.again': '{agent} can be asked again from {time}.',
  'obstacle.excluded.declined':
    '{who} was asked before and declined, and can be asked again from {time}.',
  'obstacle.excluded.missed':
    '{who} was asked before and did not answer, and can be asked again from {time}.',
  'obstacle.excluded.handed-on':
    '{who} had it before and handed it on, and can be asked again from {time}.',
  'obstacle.absent': '{who} is away until {time}.',
  'obstacle.signed-out': '{who} was not at work.',
  'obstacle.signed-out.until': '{who} was not at work, and is on duty again from {time}.',
  'obstacle.not-ready': '{who} was at work, but not available.',
  'obstacle.unreachable': '{who} could not be reached: the line of that desk was lost.',
  'obstacle.busy': '{who} was busy until {time}.',
  'obstacle.full': '{who} was busy with other work.',
  'obstacle.being-offered': '{who} was just being asked about something else.',
  'obstacle.break-near': '{who} is about to have a break, until {time}.',
  'obstacle.shift-ends': '{who} goes home: the shift ends at {time}.',
  'obstacle.callback-near': '{who} is kept free for a call promised for {time}.',
  'declined.declined': '{agent} was asked before and declined: {reason}.',
  'reason.busy': '“I am busy”',
  'reason.wrong-skill': '“I cannot do this”',
  'reason.conflict': '“Somebody else should take it”',
  'reason.break': '“I am about to leave”',
  'declined.missed': '{agent} was asked before and did not answer.',
  'declined.handed-on': '{agent} had it before and handed it on.',
  'declined.agent-not-ready': '{agent} was asked before and then paused.',
  'declined.agent-changed': '{agent} was asked before and then could no longer take it.',
  'declined.agent-unreachable': '{agent} was asked before and then could not be reached any more.',
  'declined.agent-absent': '{agent} had it before, or was asked, and is away now.',
  'declined.agent-full':
    '{agent} had it before, or was asked, and had no room when somebody came back.',
  met: 'The customer came before the call that had been promised, and that was the callback.',
  either: '{first} or {last}',
  both: '{first} and {last}',
  'declined.work-assigned':
    '{agent} was asked before; then somebody released it or gave it to somebody else.',
  'declined.matter-answered':
    '{agent} was asked before; then somebody answered another item of the same matter.',
  'declined.desk-resumed': '{agent} was asked before an interruption of the desk.',
  'handed-on':
    'It was handed on at {time}, after {wait} of waiting; what is promised counts from then.',
  credit: 'This customer goes before others until {time}.',
  'relaxed.site': 'Because it had waited for long, anybody at any site may take it since {time}.',
  'relaxed.level':
    'Because it had waited for long, it asks for a lower level of skill since {time}.',
  'relaxed.skill':
    'Because its promised time was over, it asks for no special skill any more since {time}.',
  'next.somebody-free':
    'Next: the first who is free and can do it is asked; when that is, nobody can say yet.',
  'next.somebody-able':
    'Next: whoever comes or learns to have what it asks for is asked; or it must ask for less.',
  'next.release': 'Next: {agents} is asked when free; from {time} on, anybody who can do it.',
  'next.answer':
    'Next: {agent} has until {time} to take it; otherwise the next who is free and can do it is asked.',
  'next.serve': 'Next: {agent} goes on with it, until it is done.',
  'next.complete': 'Next: {agent} finishes the notes and closes it.',
  'next.return': 'Next: it comes back to {agent} at {time}.',
  'next.return-after':
    'Next: {agent} settles it with the other item, or it waits again once that is done.',
  'next.call-back': 'Next: {agent} calls at {time}, as promised.',
  due: 'An answer is promised by {time}.',
  'due.over': 'An answer was promised by {time}.',
  'next.none': 'Next: nothing, it is closed.',
  agreed: 'It came in under version {version} of the agreement “{agreement}”.',
  promised: 'What is promised was changed for it at {time}.',
  'alert.predicted': 'Since {time} it has been expected to be answered later than promised.',
  'alert.approaching': 'At {time} it came near the time by which an answer is promised.',
  'alert.exceeded': 'An answer was promised by {time}; that time has passed.',
  'alert.handed-on': 'At {time} it was handed on for the third time.',
  'alert.told': '{agent} has been told so.',
  'alert.escalated': 'The supervisors have been alerted, and can give it to somebody at any time.',
  'alert.seen': 'Somebody saw to that at {time}.',
  'customer.waiting':
    'You are waiting: whoever is free first and can help you does so; when that is, nobody can say yet.',
  'customer.reserved':
    'You are waiting for {agents}, who knows you and is not free yet. From {time} on, whoever is free first and can help you does so.',
  'customer.offered':
    'We have just asked {agent} to help you. If that is not possible, we ask somebody else by {time} at the latest.',
  'customer.active': '{agent} is looking after you.',
  'customer.on-hold': '{agent} is looking after you and will be back in a moment.',
  'customer.deferred': '{agent} is looking after you.',
  'customer.paused': '{agent} is looking after this together with your other message.',
  'customer.call-back': '{agent} calls you at {time}.',
  'customer.wrap-up': '{agent} has looked after you.',
  'customer.done': '{agent} has looked after you.',
  'customer.abandoned': 'You left before anybody could help you.',
  'customer.back': '{agent}, who knows you, is back about {time}.',
  'customer.away': '{agent}, who knows you, is not free at the moment.',
  'customer.stranger': 'Nobody here knows you yet.',
} as const;

/** Every sentence of an explanation, by language. */
export const EXPLANATION_WORDS: Readonly<
  Record<ExplanationLanguage, Readonly<Record<keyof typeof EN, string>>>
> = {
  en: EN,
  de: {
    'place.waiting': 'Niemand hat es: Es wartet seit {time}.',
    'place.offered': 'Noch hat es niemand übernommen. Gefragt wird seit {time} {agent}.',
    'place.active': '{agent} hat es seit {time}.',
    'place.on-hold': '{agent} hat es; der Kunde wird seit {time} gehalten.',
    'place.deferred': '{agent} hat es um {time} zurückgestellt.',
    'place.paused':
      '{agent} hat es: Es liegt bereit, während etwas anderes derselben Sache beantwortet wird.',
    'place.call-back': '{agent} hat einen Rückruf versprochen.',
    'place.wrap-up': '{agent} hat den Kunden bedient und arbeitet es seit {time} nach.',
    'place.done': '{agent} hat es um {time} abgeschlossen.',
    'place.abandoned': 'Der Kunde hat um {time} aufgegeben.',
    'because.most-urgent.known':
      'Von allem, was {agent} übernehmen konnte, war es am dringendsten: {share} % der zugesagten Zeit waren um, und {agent} kennt den Kunden.',
    'because.most-urgent.stranger':
      'Von allem, was {agent} übernehmen konnte, war es am dringendsten: {share} % der zugesagten Zeit waren um.',
    'because.interrupting':
      'Niemand war frei, und {share} % der versprochenen Zeit waren vorbei; deshalb sollte {agent} beiseitelegen, was warten kann.',
    'because.nobody-free': 'Niemand, der es übernehmen könnte, war frei.',
    'because.nobody-able': 'Niemand hier hatte, was es verlangt.',
    'because.reserved':
      '{instead} war frei, aber es ist reserviert: {agents} kennt den Kunden und dürfte rechtzeitig frei sein (Wahrscheinlichkeit {share} %).',
    'standing.best-suited': '{agent} (passt von allen, die frei waren, am besten)',
    'nobody-first': 'Niemand wird für diesen Kunden zuerst gefragt.',
    'because.reserved.nearly-sure':
      '{instead} war frei, aber es ist reserviert: {agents} kennt den Kunden und ist so gut wie sicher rechtzeitig frei.',
    'next.complete.by':
      'Weiter: {agent} schreibt fertig und schließt es ab; sonst schließt es um {time} von selbst.',
    'next.take-back': 'Weiter: {agent} nimmt den Kunden wieder auf; eine Zeit dafür gibt es nicht.',
    'customer.due': 'Wir versprechen eine Antwort bis {time}.',
    'customer.late':
      'Wir hatten eine Antwort bis {time} versprochen. Wir sind zu spät, und das tut uns leid.',
    'because.paused': 'Es gehört zu derselben Sache wie etwas, das {agent} beantwortet hat.',
    'because.chosen': 'Der Kunde wollte auf {agents} warten.',
    'standing.preferred': '{agent} (dafür bestimmt)',
    'standing.handler': '{agent} (bearbeitet diese Sache schon)',
    'standing.owner': '{agent} (kümmert sich um den Kunden)',
    'standing.deputy': '{agent} (Vertretung)',
    'standing.topic-owner': '{agent} (dafür bei diesem Kunden zuständig)',
    'standing.topic-deputy': '{agent} (Vertretung dafür)',
    'standing.account-owner': '{agent} (zu wem die Firma gehört)',
    'standing.account-deputy': '{agent} (Vertretung für die Firma)',
    'standing.earned': '{agent} (kennt den Kunden)',
    'standing.deputy.many': '{agents} (Vertretungen)',
    'standing.topic-deputy.many': '{agents} (Vertretungen dafür)',
    'standing.account-deputy.many': '{agents} (Vertretungen für die Firma)',
    'standing.earned.many': '{agents} (kennen den Kunden)',
    'obstacle.lacks-skill.many': '{who} haben nicht die Fähigkeiten, die es verlangt.',
    'obstacle.signed-out.many': '{who} waren nicht bei der Arbeit.',
    'obstacle.not-ready.many': '{who} waren bei der Arbeit, aber nicht verfügbar.',
    'obstacle.unreachable.many':
      '{who} waren nicht zu erreichen: Die Verbindungen zu ihren Plätzen waren weg.',
    'obstacle.full.many': '{who} waren mit anderer Arbeit beschäftigt.',
    'obstacle.being-offered.many': '{who} wurden gerade etwas anderes gefragt.',
    'obstacle.asked-enough.many':
      '{who} wurden zweimal gefragt und haben es nicht genommen; nun werden andere gefragt.',
    'obstacle.lacks-skill': '{who} hat nicht die Fähigkeiten, die es verlangt.',
    'obstacle.refused': '{who} wird für diesen Kunden nie gefragt, weil eine Seite es so möchte.',
    'obstacle.asked-enough':
      '{who} wurde zweimal gefragt und hat es nicht genommen; nun werden andere gefragt.',
    'obstacle.excluded':
      '{who} wurde schon gefragt oder hatte es schon und kann ab {time} wieder gefragt werden.',
    'obstacle.excluded.again': '{agent} kann ab {time} wieder gefragt werden.',
    'obstacle.excluded.declined':
      '{who} wurde schon gefragt und hat abgelehnt; kann ab {time} wieder gefragt werden.',
    'obstacle.excluded.missed':
      '{who} wurde schon gefragt und hat nicht geantwortet; kann ab {time} wieder gefragt werden.',
    'obstacle.excluded.handed-on':
      '{who} hatte es schon und hat es weitergegeben; kann ab {time} wieder gefragt werden.',
    'obstacle.absent': '{who} ist bis {time} nicht da.',
    'obstacle.signed-out': '{who} war nicht bei der Arbeit.',
    'obstacle.signed-out.until': '{who} war nicht bei der Arbeit und ist ab {time} wieder da.',
    'obstacle.not-ready': '{who} war bei der Arbeit, aber nicht verfügbar.',
    'obstacle.unreachable': '{who} war nicht zu erreichen: Die Verbindung zum Platz war weg.',
    'obstacle.busy': '{who} war bis {time} beschäftigt.',
    'obstacle.full': '{who} war mit anderer Arbeit beschäftigt.',
    'obstacle.being-offered': '{who} wurde gerade etwas anderes gefragt.',
    'obstacle.break-near': '{who} hat gleich Pause, bis {time}.',
    'obstacle.shift-ends': '{who} geht gleich: Die Schicht endet um {time}.',
    'obstacle.callback-near': '{who} hat für {time} einen Rückruf versprochen.',
    'declined.declined': '{agent} wurde vorher gefragt und hat abgelehnt: {reason}.',
    'reason.busy': '„Ich bin beschäftigt“',
    'reason.wrong-skill': '„Ich kann das nicht“',
    'reason.conflict': '„Jemand anderes sollte es übernehmen“',
    'reason.break': '„Ich gehe gleich“',
    'declined.missed': '{agent} wurde vorher gefragt und hat nicht geantwortet.',
    'declined.handed-on': '{agent} hatte es vorher und hat es weitergegeben.',
    'declined.agent-not-ready': '{agent} wurde vorher gefragt und hat dann pausiert.',
    'declined.agent-changed':
      '{agent} wurde vorher gefragt und konnte es dann nicht mehr übernehmen.',
    'declined.agent-unreachable':
      '{agent} wurde vorher gefragt und war dann nicht mehr zu erreichen.',
    'declined.agent-absent': '{agent} hatte es vorher oder wurde gefragt und ist jetzt nicht da.',
    'declined.agent-full':
      '{agent} hatte es vorher oder wurde gefragt und hatte keinen Platz, als jemand wiederkam.',
    met: 'Der Kunde kam vor dem versprochenen Rückruf, und das war er.',
    either: '{first} oder {last}',
    both: '{first} und {last}',
    'declined.work-assigned':
      '{agent} wurde vorher gefragt; dann wurde es freigegeben oder jemand anderem zugewiesen.',
    'declined.matter-answered':
      '{agent} wurde gefragt; dann hat jemand etwas anderes derselben Sache beantwortet.',
    'declined.desk-resumed': '{agent} wurde vor einer Unterbrechung gefragt.',
    'handed-on':
      'Es wurde um {time} weitergegeben und hatte bis dahin {wait} gewartet; was zugesagt ist, zählt von da an.',
    credit: 'Dieser Kunde hat bis {time} Vorrang.',
    'relaxed.site': 'Weil es lange gewartet hat, darf es seit {time} jeder Standort übernehmen.',
    'relaxed.level': 'Weil es lange gewartet hat, verlangt es seit {time} weniger Können.',
    'relaxed.skill':
      'Weil die zugesagte Zeit um war, verlangt es seit {time} keine besondere Fähigkeit mehr.',
    'next.somebody-free':
      'Weiter: Wer es übernehmen kann und zuerst frei ist, wird gefragt; wann das ist, lässt sich noch nicht sagen.',
    'next.somebody-able':
      'Weiter: Wer dazukommt oder lernt, was es verlangt, wird gefragt; oder es muss weniger verlangen.',
    'next.release':
      'Weiter: {agents} wird gefragt, sobald frei; ab {time}, wer es übernehmen kann.',
    'next.answer':
      'Weiter: {agent} kann es bis {time} übernehmen; sonst wird gefragt, wer als Nächstes frei ist und es kann.',
    'next.serve': 'Weiter: {agent} arbeitet daran, bis es erledigt ist.',
    'next.complete': 'Weiter: {agent} schreibt fertig und schließt es ab.',
    'next.return': 'Weiter: Es kommt um {time} zu {agent} zurück.',
    'next.return-after':
      'Weiter: {agent} erledigt es mit dem anderen, oder es wartet wieder, sobald das abgeschlossen ist.',
    'next.call-back': 'Weiter: {agent} ruft um {time} an, wie versprochen.',
    due: 'Eine Antwort ist bis {time} zugesagt.',
    'due.over': 'Eine Antwort war bis {time} zugesagt.',
    'next.none': 'Weiter: nichts, es ist abgeschlossen.',
    agreed: 'Es kam unter Fassung {version} der Vereinbarung „{agreement}“ herein.',
    promised: 'Was zugesagt ist, wurde dafür um {time} geändert.',
    'alert.predicted': 'Seit {time} ist abzusehen, dass später als zugesagt geantwortet wird.',
    'alert.approaching': 'Um {time} war die Zeit, bis zu der eine Antwort zugesagt ist, fast um.',
    'alert.exceeded': 'Eine Antwort war bis {time} zugesagt; diese Zeit ist vorbei.',
    'alert.handed-on': 'Um {time} wurde es zum dritten Mal weitergegeben.',
    'alert.told': '{agent} weiß davon.',
    'alert.escalated': 'Die Aufsicht ist gewarnt und kann es jederzeit jemandem geben.',
    'alert.seen': 'Um {time} hat es jemand zur Kenntnis genommen.',
    'customer.waiting':
      'Du wartest: Wer zuerst frei ist und dir helfen kann, hilft dir; wann das ist, weiß noch niemand.',
    'customer.reserved':
      'Du wartest auf {agents}: kennt dich und ist noch nicht frei. Ab {time} hilft dir, wer zuerst frei ist und es kann.',
    'customer.offered':
      'Wir haben gerade {agent} gefragt, dir zu helfen. Geht das nicht, fragen wir spätestens um {time} jemand anderes.',
    'customer.active': '{agent} kümmert sich um dich.',
    'customer.on-hold': '{agent} kümmert sich um dich und ist gleich wieder da.',
    'customer.deferred': '{agent} kümmert sich um dich.',
    'customer.paused': '{agent} kümmert sich darum zusammen mit deiner anderen Nachricht.',
    'customer.call-back': '{agent} ruft dich um {time} an.',
    'customer.wrap-up': '{agent} hat sich um dich gekümmert.',
    'customer.done': '{agent} hat sich um dich gekümmert.',
    'customer.abandoned': 'Du bist gegangen, bevor dir jemand helfen konnte.',
    'customer.back': '{agent} kennt dich und ist gegen {time} wieder da.',
    'customer.away': '{agent} kennt dich und ist gerade nicht frei.',
    'customer.stranger': 'Hier kennt dich noch niemand.',
  },
};
