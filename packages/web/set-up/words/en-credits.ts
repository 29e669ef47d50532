/** What set-up says of customers who go before others, in English. */
export const EN_CREDITS = {
  'credits.hint':
    'Customers who go before others for a while, with who answers for each. Whoever has waited one and a half times what was promised goes before those who are not yet due.',
  'credits.none': 'Nobody goes before others.',
  'credits.new': 'Let somebody go before',
  'credits.priority': 'Priority',
  'credits.priority-hint':
    'What they come in with has at least this. 1 is worth one whole promised time.',
  'credits.until': 'Until',
  'credits.last-day': 'Last day',
  'credits.owner': 'Answers for it',
  'credits.you': 'You',
  'credits.address': 'E-mail or telephone of the customer',
  'credits.address-hint': 'By which they are known here.',
  'credits.nobody': 'No customer is known by this address.',
  'credits.counts': '{count} of at most {max} go before others now. Whoever saves answers for it.',
  'credits.granted': '{name} goes before others.',
  'credits.end': 'End it now',
  'credits.ended': '{name} goes before others no more.',
} as const;
