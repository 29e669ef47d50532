import type { EN_POLICY } from './en-policy.ts';

/** What set-up says of the policy and of trying another one, in German. */
export const DE_POLICY: Readonly<Record<keyof typeof EN_POLICY, string>> = {
  'policy.hint':
    'Die Zahlen in der Regel, nach der verteilt wird. Was du speicherst, gilt für alles, was von da an entschieden wird.',
  'policy.search': 'Zahl suchen',
  'policy.changed-only': 'Nur was von der Vorgabe abweicht',
  'policy.none': 'Keine Zahl handelt von „{typed}“. Versuche ein anderes Wort, oder zeige alle.',
  'policy.none-own': 'Jede Zahl ist so, wie sie vorgegeben ist.',
  'policy.own': 'Geändert',
  'policy.range': '{min} bis {max}, Vorgabe {usual}',
  'policy.wrong': 'Von {min} bis {max}.',
  'policy.wrong-whole': 'Eine ganze Zahl von {min} bis {max}.',
  'policy.back': 'Zurück zur Vorgabe',
  'policy.back-of': 'Zurück zur Vorgabe: {name}',
  'policy.to-save':
    '{count, plural, =0 {Nichts ist geändert.} one {# Zahl ist geändert.} other {# Zahlen sind geändert.}}',
  'policy.to-mend':
    '{count, plural, one {# Zahl kann so nicht sein.} other {# Zahlen können so nicht sein.}}',
  'policy.try-only': 'Du kannst hier Zahlen ausprobieren; Administratoren setzen sie.',
  'policy.saved': 'Das Regelwerk ist gespeichert. Es gilt ab jetzt.',
  'policy.reserves': 'Vorgänge eine Weile für jemanden reservieren, der den Kunden kennt',
  'policy.unit.times': 'zugesagte Zeiten',

  'policy.group.order': 'Was als Nächstes kommt',
  'policy.group.order-hint': 'Welcher wartende Vorgang einem freien Berater angeboten wird.',
  'policy.group.offers': 'Angebote',
  'policy.group.offers-hint': 'Wie ein Berater gefragt wird, und wann jemand anderes.',
  'policy.group.needs': 'Was verlangt wird',
  'policy.group.needs-hint':
    'Wer lange wartet, darf von jemandem bedient werden, der weniger passt. Anteile sind die der zugesagten Zeit; eine Sprache oder eine Zulassung wird bis zum Ende verlangt.',
  'policy.group.choices': 'Was der Kunde wählt',
  'policy.group.choices-hint': 'Wo ein Kunde lieber auf jemanden wartet, den er kennt.',
  'policy.group.alerts': 'Warnungen',
  'policy.group.alerts-hint':
    'Wann ein Berater hört, dass ein Vorgang spät wird, und wann andere es hören.',
  'policy.group.duty': 'Nachbereitung, Stille und Pausen',
  'policy.group.duty-hint': 'Was Berater neben ihren Gesprächen brauchen.',
  'policy.group.bonds': 'Wer als bekannt gilt',
  'policy.group.bonds-hint':
    'Was man sich bei einem Kunden verdient hat, verblasst; was festgelegt ist, nicht.',
  'policy.group.reservation': 'Vorgänge für Bekannte reservieren',
  'policy.group.reservation-hint':
    'Es geschieht, wo es mehr wert ist, als es kostet; beides zählt in Sekunden, die ein Kunde wartet.',
  'policy.group.others': 'Weitere',

  'preview.title': 'An einem eigenen Tag ausprobieren',
  'preview.hint':
    'Spielt einen vergangenen Tag noch einmal, unter dem geltenden Regelwerk und unter den Zahlen nebenan. Es ändert nichts.',
  'preview.day': 'Tag',
  'preview.day-hint': 'Leer: gestern, in der Zeitzone des Zentrums.',
  'preview.day-wrong': 'Wähle einen Tag, der vorbei ist.',
  'preview.start': 'Abspielen',
  'preview.again': 'Noch einmal abspielen',
  'preview.end': 'Anhalten',
  'preview.mend': 'Berichtige zuerst, was so nicht sein kann.',
  'preview.reading': 'Liest, was an dem Tag geschah',
  'preview.playing-now': 'Spielt ihn unter dem geltenden Regelwerk',
  'preview.playing-yours': 'Spielt ihn unter deinen Zahlen',
  'preview.done': 'Abgespielt.',
  'preview.stopped': 'Angehalten; nichts davon bleibt.',
  'preview.failed':
    'Der Tag ließ sich nicht abspielen. Das Protokoll des Zentrums sagt, woran es liegt.',
  'preview.replaced':
    'Jemand hat eine andere Vorschau begonnen, die deine ersetzt hat: Es gibt eine zur selben Zeit.',
  'preview.empty': 'Am {day} kam nichts herein. Wähle einen Tag mit Arbeit.',
  'preview.of': '{day}, je Kennzahl',
  'preview.recorded': 'Aufgezeichnet',
  'preview.today': 'Geltend',
  'preview.changed': 'Deine Zahlen',
  'preview.same': 'wie jetzt',
  'preview.points': '{points} Punkte',
  'preview.stale': 'Du hast seither Zahlen geändert; diese Ergebnisse sind von vorher.',
  'preview.unchanged':
    'Deine Zahlen sind die geltenden, darum sind beide Spalten gleich. Ändere eine, um zu vergleichen.',
  'preview.compare':
    'Vergleiche deine Zahlen mit den geltenden: Beide beruhen auf denselben Annahmen. Wie weit die geltenden vom Aufgezeichneten entfernt sind, zeigt, was die Annahmen taugen.',
  'preview.cannot': 'Eine Vorschau zeigt nichts über: {names}.',
  'preview.unfit':
    '{count, plural, one {# Ereignis passte nicht und fehlt, etwa die Pause von jemandem, der da schon beschäftigt war.} other {# Ereignisse passten nicht und fehlen, etwa die Pause von jemandem, der da schon beschäftigt war.}}',
  'preview.assumed': 'Was angenommen wird',
  'preview.assumed-outside':
    'Was von draußen kam, kommt wie damals: Vorgänge, Kunden, und wer im Dienst, bereit oder in der Pause war.',
  'preview.assumed-offers':
    'Wem etwas angeboten wird, der nimmt es an, so schnell wie es an dem Tag angenommen wurde. Niemand lehnt ab oder verpasst etwas.',
  'preview.assumed-time':
    'Ein Vorgang dauert so lange wie damals, wer ihn auch hat; was niemand annahm, so lange wie der Median seines Kanals.',
  'preview.assumed-patience':
    'Wer aufgab, gibt nach ebenso langem Warten auf. Wie viel länger die anderen gewartet hätten, wird danach gezogen, wie lange es die Kunden dieses Tages taten.',
  'preview.assumed-choices':
    'Niemand gibt einen Vorgang weiter, stellt ihn zurück oder wählt, auf jemanden zu warten.',
  'preview.offered': 'Hereingekommen',
  'preview.service-level': 'Rechtzeitig angenommen',
  'preview.service-level-means':
    'In der zugesagten Zeit angenommen ÷ (hereingekommen − darin aufgegeben)',
  'preview.abandonment': 'Aufgegeben',
  'preview.abandonment-means': 'Ohne die, die in weniger als 5 Sekunden aufgaben',
  'preview.asa': 'Mittlere Wartezeit der Angenommenen',
  'preview.wait': 'Mittlere Wartezeit aller',
  'preview.wait-90': 'Neun von zehn warten höchstens',
  'preview.continuity': 'Erreichten jemanden, der sie kennt',
  'preview.continuity-means': 'Von denen, die jemandem bekannt sind',
  'preview.bond-kept': 'Erreichten, wer sie betreut',
  'preview.occupancy': 'Berater beschäftigt',
  'preview.silo': 'Neben jemand Freiem gewartet',
  'preview.silo-means': 'Silosekunden, von allen Vorgängen zusammen',
};
