/** What calls for somebody's attention, in English. */
export const EN = {
  'notice.title': 'Messages to you',
  'notice.from': '{name}, {at, time, short}',
  'notice.read': 'Read',
  'attention.offered': '{name} is offered to you',
  'attention.offer-title': 'Offered: {name}',
  'attention.unread-title': '({count}) Rapport',
  'attention.wrote': '{name} wrote',
  'attention.left': '{left} left',
  'attention.accept': 'Accept',
  'attention.desk': 'Open my desk',
  'attention.sound': 'Volume',
  'attention.silent': 'No sound',
  'attention.try': 'Try it',
  'attention.desktop': 'Tell me on the desktop while this page is hidden',
  'attention.blocked': 'This browser does not let the page do that. Allow it in its settings.',
  'attention.hint':
    'An offer sounds once. Messages sound while you are elsewhere, and not one after the other.',
} as const;
