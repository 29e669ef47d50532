import type { EN_POLICY_NUMBERS } from './en-policy-numbers.ts';

/** What set-up says of each number of the policy, in German. */
export const DE_POLICY_NUMBERS: Readonly<Record<keyof typeof EN_POLICY_NUMBERS, string>> = {
  'field.bondBonus': 'Den Kunden zu kennen ist wert',
  'policy.about.bondBonus':
    'So weit geht ein Vorgang bei einem Berater vor, der den Kunden ganz kennt: ein Anteil der zugesagten Zeit.',
  'field.urgencyCap': 'Verspätung zählt bis',
  'policy.about.urgencyCap':
    'Zwischen Vorgängen verschiedener Art. Was noch später ist, wird nicht dringender, damit es nicht alles andere verdrängt.',
  'field.ringMsSynchronous': 'Klingeln, Live-Kanäle',
  'policy.about.ringMsSynchronous':
    'Telefon, Video, Chat und Schalter: wie lange ein Angebot auf seinen Berater wartet, bis jemand anderes gefragt wird.',
  'field.ringMsAsynchronous': 'Klingeln, andere Kanäle',
  'policy.about.ringMsAsynchronous': 'E-Mail und alles, wovor der Kunde nicht wartet.',
  'field.exclusionMs': 'Nicht noch einmal an denselben für',
  'policy.about.exclusionMs':
    'Wer einen Vorgang abgelehnt, verpasst oder weitergegeben hat, bekommt ihn so lange nicht angeboten.',
  'field.transferMsSynchronous': 'Zusage nach dem Weitergeben, live',
  'policy.about.transferMsSynchronous':
    'Ein Anruf oder Chat, der weitergegeben wird, soll von da an binnen dieser Zeit angenommen werden.',
  'field.transferMsAsynchronous': 'Zusage nach dem Weitergeben, sonst höchstens',
  'policy.about.transferMsAsynchronous':
    'Für Schriftliches, das weitergegeben wird, gilt von da an die bisherige Zusage, aber nicht länger als diese Zeit.',
  'field.creditsMax': 'Kunden mit Vorrang',
  'policy.about.creditsMax':
    'So viele Kunden gehen höchstens zugleich vor, jeder bis zu einem Tag und mit jemandem, der dafür einsteht.',
  'field.knownRingsMax': 'Zuerst fragen, wer den Kunden kennt',
  'policy.about.knownRingsMax':
    'So oft wird in einem Warten derselbe Berater vor anderen gefragt, weil er den Kunden kennt.',
  'field.siteShare': 'Kein Standort wird verlangt ab',
  'policy.about.siteShare': 'Von da an geht ein Vorgang an Leute jedes Standorts.',
  'field.levelShare': 'Eine Stufe weniger genügt ab',
  'policy.about.levelShare': 'Von da an darf die Fähigkeit eine Stufe tiefer sein.',
  'field.levelStepShare': 'Noch eine Stufe weniger, jeweils nach',
  'policy.about.levelStepShare': 'So viel später wieder eine Stufe weniger.',
  'field.skillShare': 'Kein Können wird verlangt ab',
  'policy.about.skillShare': 'Von da an bedient lieber irgendjemand als niemand.',
  'field.choiceMsSynchronous': 'Für den Gewählten reserviert, Live-Kanäle',
  'policy.about.choiceMsSynchronous':
    'So lange nach dem frühesten Moment, in dem dieser Berater frei sein könnte; dann darf ihn jeder nehmen.',
  'field.choiceMsAsynchronous': 'Für den Gewählten reserviert, andere Kanäle',
  'policy.about.choiceMsAsynchronous': 'Dasselbe, wo der Kunde inzwischen nicht da ist.',
  'field.approachingShare': 'Nahe an der Zusage ab',
  'policy.about.approachingShare':
    'Ab diesem Anteil der zugesagten Zeit ist ein Vorgang bald fällig.',
  'field.escalationMsSynchronous': 'Eine Warnung geht weiter nach, Live-Kanäle',
  'policy.about.escalationMsSynchronous':
    'So lange kann, wer sie hört, nichts tun, bis sie an die geht, die auf ihn achten.',
  'field.escalationMsAsynchronous': 'Eine Warnung geht weiter nach, andere Kanäle',
  'policy.about.escalationMsAsynchronous': 'Dasselbe, wo der Kunde inzwischen nicht da ist.',
  'field.handleMsSynchronous': 'Ein Vorgang dauert, Live-Kanäle',
  'policy.about.handleMsSynchronous':
    'Um vorherzusagen, was spät wird, bis genug davon gesehen wurden.',
  'field.handleMsAsynchronous': 'Ein Vorgang dauert, andere Kanäle',
  'policy.about.handleMsAsynchronous': 'Dasselbe von E-Mails und dergleichen.',
  'field.wrapUpMsSynchronous': 'Nachbereitung, Live-Kanäle',
  'policy.about.wrapUpMsSynchronous':
    'Wie lange jemand aufschreiben darf, was bleibt, bis er wieder als frei gilt.',
  'field.wrapUpMsAsynchronous': 'Nachbereitung, andere Kanäle',
  'policy.about.wrapUpMsAsynchronous': 'Dasselbe nach E-Mails und dergleichen.',
  'field.wrapUpExtensionsMax': 'Mehr Zeit für die Nachbereitung',
  'policy.about.wrapUpExtensionsMax': 'So oft für einen Vorgang, jedes Mal mit einem Grund.',
  'field.silenceMs': 'Ein stiller Chat wiegt nichts nach',
  'policy.about.silenceMs':
    'Wo der Besucher an der Reihe ist und nicht schreibt, hat sein Berater Platz für jemand anderen.',
  'field.windDownMs': 'Nichts Live vor einer Pause',
  'policy.about.windDownMs':
    'So lange vor einer Pause oder dem Ende einer Schicht wird niemandem ein Live-Vorgang angeboten.',
  'field.absenceUndoMs': 'Eine Abwesenheit wird ganz zurückgenommen innerhalb von',
  'policy.about.absenceUndoMs':
    'Dann bekommt der Berater seinen früheren Status zurück; später meldet er sich selbst.',
  'field.bondHalfLifeDays': 'Halb vergessen nach',
  'policy.about.bondHalfLifeDays':
    'Ohne einen guten Kontakt bleibt bis dahin die Hälfte von dem, was sich jemand bei einem Kunden verdient hat.',
  'field.outageWindowMs': 'Einen Ausfall vermuten binnen',
  'policy.about.outageWindowMs':
    'Wenn in dieser Zeit so viele Anrufe nicht annehmen oder ihre Verbindung verlieren; er ist vorbei, wenn das ebenso lange niemandem mehr geschieht.',
  'field.outageAgents': 'Einen Ausfall vermuten ab',
  'policy.about.outageAgents': 'So vielen verschiedenen Beratern.',
  'field.outageShare': 'Einen Ausfall vermuten ab diesem Anteil',
  'policy.about.outageShare':
    'Von denen im Dienst. Wo viele arbeiten, nimmt immer irgendwer gerade nicht ab.',
  'field.bondStrengthMin': 'Bekannt ab',
  'policy.about.bondStrengthMin':
    'Wer sich weniger verdient hat, gilt als unbekannt; 100 % heißt, jemanden ganz zu kennen.',
  'field.reservation.chatMsMax': 'Einen Chat reservieren, höchstens',
  'policy.about.reservation.chatMsMax': 'Ein Besucher, der länger wartet, verlässt die Seite.',
  'field.reservation.liveMsMax': 'Einen Anruf reservieren, höchstens',
  'policy.about.reservation.liveMsMax': 'Telefon, Video und Schalter.',
  'field.reservation.liveChanceMin': 'Einen Anruf reservieren, nur ab dieser Chance',
  'policy.about.reservation.liveChanceMin':
    'Dass jemand rechtzeitig frei ist, der den Anrufer kennt. Ist einer davon in der Nachbereitung, genügt weniger.',
  'field.reservation.shareOfPromise': 'Anderes reservieren, höchstens',
  'policy.about.reservation.shareOfPromise':
    'E-Mails und dergleichen: dieser Anteil der zugesagten Zeit. Der Rest reicht für jeden.',
  'field.reservation.liveMsPerDay': 'Live-Vorgänge reservieren, an einem Tag',
  'policy.about.reservation.liveMsPerDay':
    'Alle zusammen, die dasselbe verlangen. Auch ein erklärtes Warten ist ein Warten.',
  'field.reservation.knownLiveS': 'Wert der Bekanntschaft, Live-Kanäle',
  'policy.about.reservation.knownLiveS': 'So lange warten Kunden gern auf jemanden, der sie kennt.',
  'field.reservation.knownOtherwiseS': 'Wert der Bekanntschaft, andere Kanäle',
  'policy.about.reservation.knownOtherwiseS':
    'Niemand wartet vor einem Brief; gespart wird das Einlesen.',
  'field.reservation.waitOtherwiseS': 'Kosten einer Sekunde Warten, andere Kanäle',
  'policy.about.reservation.waitOtherwiseS': 'Auf Live-Kanälen kostet eine Sekunde eine Sekunde.',
  'field.reservation.abandonedS': 'Kosten eines Kunden, der aufgibt',
  'policy.about.reservation.abandonedS': 'Je mehr, desto weniger wird für jemanden reserviert.',
  'field.reservation.patienceMs': 'Geduld, bis sie bekannt ist',
  'policy.about.reservation.patienceMs':
    'Wie lange Kunden im Mittel warten, ehe sie aufgeben, bis es sich gezeigt hat.',
  'field.reservation.idleS': 'Kosten eines freien Kollegen',
  'policy.about.reservation.idleS': 'Für jede Sekunde, solange freie Kollegen selten sind.',
  'field.reservation.busyFromRatio': 'Freie Kollegen sind selten ab',
  'policy.about.reservation.busyFromRatio': 'Wenn dieser Anteil im Dienst keinen Platz hat.',
  'field.reservation.fullFromRatio': 'Nichts wird reserviert ab',
  'policy.about.reservation.fullFromRatio': 'Wenn dieser Anteil im Dienst keinen Platz hat.',
  'field.reservation.samplesMin': 'Gesehen, ehe geschätzt wird',
  'policy.about.reservation.samplesMin':
    'So viele Vorgänge. Schätzungen aus weniger sagen nichts, und nichts wird danach reserviert.',
};
