/** What the screens say, in English: ICU messages by name. Other languages have the same names. */
export const EN = {
  'app.name': 'Rapport',
  'app.skip': 'Skip to work area',
  'app.main': 'Main',

  'place.attendant': 'Attendant console',
  'place.desk': 'My desk',
  'place.floor': 'Live floor',
  'place.planner': 'Planner',
  'place.people': 'People',
  'place.reports': 'Reports',
  'place.set-up': 'Set-up',

  'channel.phone': 'Phone',
  'channel.video': 'Video',
  'channel.chat': 'Chat',
  'channel.walk-up': 'Walk-up',
  'channel.email': 'E-mail',
  'channel.web': 'Web form',
  'channel.sms': 'SMS',
  'channel.fax': 'Fax',
  'channel.social': 'Social',
  'channel.messaging': 'Messaging app',
  'channel.mobile': 'Mobile app',
  'channel.autolog': 'Machine',
  'channel.deskside': 'Deskside',

  'presence.available': 'Available',
  'presence.busy': 'Busy',
  'presence.away': 'Away',
  'presence.do-not-disturb': 'Do not disturb',
  'presence.off': 'Off work',
  'presence.unknown': 'No presence',

  'time.late-by': 'late by {time}',
  'time.left': '{time} left',
  'time.minutes-seconds':
    '{minutes, plural, =0 {} one {# minute} other {# minutes}} {seconds, plural, =0 {} one {# second} other {# seconds}}',

  unread: '{count, plural, one {# unread} other {# unread}}',
  vip: 'VIP',

  'theme.light': 'Use light theme',
  'theme.dark': 'Use dark theme',

  'palette.open': 'Search or run a command',
  'palette.title': 'Commands',
  'palette.hint': 'Type a command or a name',
  'palette.go': 'Go to {place}',
  'palette.none': 'Nothing is called “{typed}”. Try part of a word.',

  'live.on': 'Live',
  'live.connecting': 'Connecting',
  'live.lost': 'Reconnecting, last update {at, time, medium}',

  'action.cancel': 'Cancel',
  'action.close': 'Close',
  'action.retry': 'Try again',
  'action.undo': 'Undo',
  'action.details': 'Details',
} as const;
