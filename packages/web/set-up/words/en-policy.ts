/** What set-up says of the policy and of trying another one, in English. */
export const EN_POLICY = {
  'policy.hint':
    'The numbers in the rule by which the desk decides. What you save counts for what is decided from then on.',
  'policy.search': 'Find a number',
  'policy.changed-only': 'Only what differs from the default',
  'policy.none': 'No number is about “{typed}”. Try another word, or show all.',
  'policy.none-own': 'Every number is as it is by default.',
  'policy.own': 'Changed',
  'policy.range': '{min} to {max}, by default {usual}',
  'policy.wrong': 'From {min} to {max}.',
  'policy.wrong-whole': 'A whole number from {min} to {max}.',
  'policy.back': 'Back to the default',
  'policy.back-of': 'Back to the default: {name}',
  'policy.to-save':
    '{count, plural, =0 {Nothing is changed.} one {# number is changed.} other {# numbers are changed.}}',
  'policy.to-mend':
    '{count, plural, one {# number cannot be as typed.} other {# numbers cannot be as typed.}}',
  'policy.try-only': 'You can try numbers here; administrators set them.',
  'policy.saved': 'The policy is saved. It counts from now on.',
  'policy.reserves': 'Keep items for a while for somebody who knows their customer',
  'policy.unit.times': 'promised times',

  'policy.group.order': 'What is next',
  'policy.group.order-hint': 'Which of the waiting items a free agent is offered.',
  'policy.group.offers': 'Offers',
  'policy.group.offers-hint': 'How an agent is asked, and when somebody else is.',
  'policy.group.needs': 'What is asked for',
  'policy.group.needs-hint':
    'Whoever waits long may be served by somebody less suited. Shares are of the promised time; a language or a licence is asked for to the end.',
  'policy.group.choices': 'What the customer chooses',
  'policy.group.choices-hint': 'Where a customer would rather wait for somebody they know.',
  'policy.group.alerts': 'Alerts',
  'policy.group.alerts-hint': 'When an agent is told that an item gets late, and when others are.',
  'policy.group.duty': 'Wrap-up, pauses and breaks',
  'policy.group.duty-hint': 'What agents need beside their conversations.',
  'policy.group.bonds': 'Who counts as known',
  'policy.group.bonds-hint': 'What is earned with a customer fades; what was declared does not.',
  'policy.group.reservation': 'Keeping items for whoever knows the customer',
  'policy.group.reservation-hint':
    'It is done where it is worth more than it costs; both are counted in seconds of one customer’s waiting.',
  'policy.group.others': 'Others',

  'preview.title': 'Try it on a day of yours',
  'preview.hint':
    'Plays a past day once more, under the policy that holds and under the numbers as they stand beside. It changes nothing.',
  'preview.day': 'Day',
  'preview.day-hint': 'Yesterday when left empty, in the time zone of the centre.',
  'preview.day-wrong': 'Choose a day that is over.',
  'preview.start': 'Play it',
  'preview.again': 'Play it again',
  'preview.end': 'Stop',
  'preview.mend': 'Mend what cannot be as typed first.',
  'preview.reading': 'Reading what happened that day',
  'preview.playing-now': 'Playing it under the policy that holds',
  'preview.playing-yours': 'Playing it under your numbers',
  'preview.done': 'Played.',
  'preview.stopped': 'Stopped; nothing is kept of it.',
  'preview.failed': 'The day could not be played. The log of the centre says why.',
  'preview.replaced':
    'Somebody began another preview, which took the place of yours: there is one at a time.',
  'preview.empty': 'Nothing came in on {day}. Choose a day with work.',
  'preview.of': '{day}, per figure',
  'preview.recorded': 'Recorded',
  'preview.today': 'Policy now',
  'preview.changed': 'Your numbers',
  'preview.same': 'as now',
  'preview.points': '{points} points',
  'preview.stale': 'You have changed numbers since; these figures are of those before.',
  'preview.unchanged':
    'Your numbers are those of the policy now, so both columns are the same. Change one to compare.',
  'preview.compare':
    'Compare your numbers with the policy now: both rest on the same assumptions. How far the policy now is from what was recorded shows what those are worth.',
  'preview.cannot': 'A preview shows nothing of: {names}.',
  'preview.unfit':
    '{count, plural, one {# thing that happened did not fit and is left out, such as a break of somebody who was busy by then.} other {# things that happened did not fit and are left out, such as a break of somebody who was busy by then.}}',
  'preview.assumed': 'What is assumed',
  'preview.assumed-outside':
    'What came from outside comes as it did: items, customers, who was on duty, ready or on a break.',
  'preview.assumed-offers':
    'Whoever is offered something takes it, as quickly as it was taken that day. Nobody declines or misses an offer.',
  'preview.assumed-time':
    'An item takes as long as it took, whoever has it; what nobody answered, as long as the median of its channel.',
  'preview.assumed-patience':
    'Who gave up gives up after as long a wait. How much longer the others would have waited is drawn from how long those of that day did.',
  'preview.assumed-choices':
    'Nobody hands an item on, puts it off, or chooses to wait for somebody.',
  'preview.offered': 'Came in',
  'preview.service-level': 'Answered in time',
  'preview.service-level-means': 'Answered within its promise ÷ (came in − given up within it)',
  'preview.abandonment': 'Gave up',
  'preview.abandonment-means': 'Without those who gave up in less than 5 seconds',
  'preview.asa': 'Mean wait of the answered',
  'preview.wait': 'Mean wait of all',
  'preview.wait-90': 'Nine in ten wait at most',
  'preview.continuity': 'Reached somebody they know',
  'preview.continuity-means': 'Of those who are known to somebody',
  'preview.bond-kept': 'Reached the owner',
  'preview.occupancy': 'Agents busy',
  'preview.silo': 'Waited beside somebody free',
  'preview.silo-means': 'Silo seconds, of all items together',
} as const;
