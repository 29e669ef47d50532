/** What set-up says of each number of the policy, in English: what it is called, and what it does. */
export const EN_POLICY_NUMBERS = {
  'field.bondBonus': 'Knowing the customer is worth',
  'policy.about.bondBonus':
    'So far ahead of others an item goes for an agent who knows its customer fully: a share of its promised time.',
  'field.urgencyCap': 'Lateness counts up to',
  'policy.about.urgencyCap':
    'Between items of different kinds. What is later still is no more urgent, so that it does not push aside everything else.',
  'field.ringMsSynchronous': 'Ringing, live channels',
  'policy.about.ringMsSynchronous':
    'Phone, video, chat and walk-up: how long an offer waits for its agent before somebody else is asked.',
  'field.ringMsAsynchronous': 'Ringing, other channels',
  'policy.about.ringMsAsynchronous':
    'E-mail and whatever else the customer is not waiting in front of.',
  'field.exclusionMs': 'Not again to the same agent for',
  'policy.about.exclusionMs':
    'Whoever declined, missed or handed on an item is not offered it again for so long.',
  'field.transferMsSynchronous': 'Promised after a transfer, live',
  'policy.about.transferMsSynchronous':
    'A call or chat that is handed on is promised to be answered within so long from then.',
  'field.transferMsAsynchronous': 'Promised after a transfer, otherwise at most',
  'policy.about.transferMsAsynchronous':
    'Written work that is handed on has what was promised for it before, from then, but no longer than this.',
  'field.creditsMax': 'Customers with a credit',
  'policy.about.creditsMax':
    'So many customers at most go before others at one time, each until a day and with somebody who answers for it.',
  'field.knownRingsMax': 'Asking first who knows the customer',
  'policy.about.knownRingsMax':
    'So often in one wait the same agent is asked before others because they know the customer.',
  'field.siteShare': 'No site is asked for from',
  'policy.about.siteShare': 'From then on an item goes to people of any site.',
  'field.levelShare': 'One level less is enough from',
  'policy.about.levelShare': 'From then on the skill may be one level lower.',
  'field.levelStepShare': 'Another level less, each time after',
  'policy.about.levelStepShare': 'So much later again, one level less.',
  'field.skillShare': 'No ability is asked for from',
  'policy.about.skillShare': 'From then on anybody serves it rather than nobody.',
  'field.choiceMsSynchronous': 'Kept for whom they chose, live channels',
  'policy.about.choiceMsSynchronous':
    'So long after the earliest moment at which that agent could be free; then anybody may take it.',
  'field.choiceMsAsynchronous': 'Kept for whom they chose, other channels',
  'policy.about.choiceMsAsynchronous': 'The same where the customer is not there meanwhile.',
  'field.approachingShare': 'Near its promise from',
  'policy.about.approachingShare': 'From this share of its promised time an item is due soon.',
  'field.escalationMsSynchronous': 'An alert goes on after, live channels',
  'policy.about.escalationMsSynchronous':
    'So long whoever is told may do nothing, before those who watch over them are told.',
  'field.escalationMsAsynchronous': 'An alert goes on after, other channels',
  'policy.about.escalationMsAsynchronous': 'The same where the customer is not there meanwhile.',
  'field.handleMsSynchronous': 'An item lasts, live channels',
  'policy.about.handleMsSynchronous':
    'For predicting what gets late, until the desk has seen enough of them.',
  'field.handleMsAsynchronous': 'An item lasts, other channels',
  'policy.about.handleMsAsynchronous': 'The same of e-mail and the like.',
  'field.wrapUpMsSynchronous': 'Wrap-up, live channels',
  'policy.about.wrapUpMsSynchronous':
    'How long somebody may write down what is left, before they count as free again.',
  'field.wrapUpMsAsynchronous': 'Wrap-up, other channels',
  'policy.about.wrapUpMsAsynchronous': 'The same after e-mail and the like.',
  'field.wrapUpExtensionsMax': 'More time for wrap-up',
  'policy.about.wrapUpExtensionsMax': 'So often for one item, each time with a reason.',
  'field.silenceMs': 'A silent chat weighs nothing after',
  'policy.about.silenceMs':
    'Where it is the visitor’s turn and they do not write, their agent has room for somebody else.',
  'field.windDownMs': 'Nothing live before a break',
  'policy.about.windDownMs':
    'So long before a break or the end of a shift, nobody is offered live work.',
  'field.absenceUndoMs': 'An absence is taken back as a whole within',
  'policy.about.absenceUndoMs':
    'Then the agent gets the state back from before; later, agents sign in themselves.',
  'field.bondHalfLifeDays': 'Half forgotten after',
  'policy.about.bondHalfLifeDays':
    'Without a good contact, half of what somebody has earned with a customer is left by then.',
  'field.outageWindowMs': 'Suspect an outage within',
  'policy.about.outageWindowMs':
    'Where so many miss calls or lose their lines in this time; it is over once nobody has for as long.',
  'field.outageAgents': 'Suspect an outage from',
  'policy.about.outageAgents': 'So many different agents.',
  'field.outageShare': 'Suspect an outage from this share',
  'policy.about.outageShare': 'Of those on duty. Where many work, a few miss a call at any time.',
  'field.bondStrengthMin': 'Known from',
  'policy.about.bondStrengthMin':
    'Whoever has earned less counts as unknown; 100 % is knowing somebody fully.',
  'field.reservation.chatMsMax': 'Keep a chat for at most',
  'policy.about.reservation.chatMsMax': 'A visitor who waits longer leaves the page.',
  'field.reservation.liveMsMax': 'Keep a call for at most',
  'policy.about.reservation.liveMsMax': 'Phone, video and walk-up.',
  'field.reservation.liveChanceMin': 'Keep a call only from this chance',
  'policy.about.reservation.liveChanceMin':
    'That somebody who knows the caller is free in time. Where one of them is wrapping up, less will do.',
  'field.reservation.shareOfPromise': 'Keep other items for at most',
  'policy.about.reservation.shareOfPromise':
    'E-mail and the like: this share of its promised time. The rest is enough for anybody.',
  'field.reservation.liveMsPerDay': 'Keep live items, in a day',
  'policy.about.reservation.liveMsPerDay':
    'All together, for items that need the same. A wait that explains itself is still a wait.',
  'field.reservation.knownLiveS': 'Worth of being known, live channels',
  'policy.about.reservation.knownLiveS':
    'So long customers gladly wait for somebody who knows them.',
  'field.reservation.knownOtherwiseS': 'Worth of being known, other channels',
  'policy.about.reservation.knownOtherwiseS':
    'Nobody waits in front of a letter; what it saves is reading up.',
  'field.reservation.waitOtherwiseS': 'Cost of a second’s wait, other channels',
  'policy.about.reservation.waitOtherwiseS': 'On live channels a second costs one second.',
  'field.reservation.abandonedS': 'Cost of a customer who gives up',
  'policy.about.reservation.abandonedS': 'The more, the less is kept for anybody.',
  'field.reservation.patienceMs': 'Patience, until it is known',
  'policy.about.reservation.patienceMs':
    'How long customers wait on average before they give up, until the desk has seen it.',
  'field.reservation.idleS': 'Cost of an idle colleague',
  'policy.about.reservation.idleS': 'For each second, while idle colleagues are rare.',
  'field.reservation.busyFromRatio': 'Idle colleagues are rare from',
  'policy.about.reservation.busyFromRatio': 'When this share of those on duty has no room.',
  'field.reservation.fullFromRatio': 'Nothing is kept beyond',
  'policy.about.reservation.fullFromRatio': 'When this share of those on duty has no room.',
  'field.reservation.samplesMin': 'Seen before it is estimated',
  'policy.about.reservation.samplesMin':
    'So many items. Estimates from fewer say nothing, and nothing is kept by them.',
} as const;
