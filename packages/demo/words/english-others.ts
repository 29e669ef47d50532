import type { TopicTerms } from './topic.ts';

/** What people come with about visits, bills and the sites of their firms. */
export const ENGLISH_OTHERS: readonly TopicTerms[] = [
  {
    skill: 'repairs',
    minLevel: 2,
    subjects: ['The engineer did not come', 'Waited all morning', 'Missed appointment'],
    courses: [
      {
        opening:
          'nobody came this morning. I had taken half a day off for the appointment between 8 and 10.',
        question: 'I am very sorry. May I have the order number, so that I see what went wrong?',
        detail: 'It is {order}. This is the second time.',
        solution:
          'The van broke down near {town} and nobody told you; that was our mistake. {tech} is with you on {day} as the first visit, and the call-out costs you nothing.',
      },
      {
        opening:
          'I am still waiting for your technician. He was promised for today, order {order}.',
        question:
          'That must not happen, I apologise. Is the number that we have for you still right?',
        detail: 'Yes, but nobody has called me.',
        solution:
          'I found it: the visit was moved and the message went to an old address. I have corrected it. {tech} comes on {day} at 8, and I watch it myself.',
      },
    ],
    note: 'Missed visit, our fault. New one as first of the day; call-out waived.',
    disposition: 'follow-up',
  },
  {
    skill: 'repairs',
    minLevel: 1,
    subjects: [
      'New baby, earlier visit possible?',
      'Could you come sooner?',
      'Change of appointment',
    ],
    courses: [
      {
        opening:
          'our baby came three weeks early. Could the technician come before {day}? The nursery has no heating yet.',
        question:
          'Congratulations! Of course, we will find something. Are mornings or afternoons better?',
        detail: 'Mornings, before eleven. And please do not ring the bell, knock.',
        solution:
          'I have moved you up: {tech} comes tomorrow at 9 and will knock. All the best to the three of you!',
      },
      {
        opening:
          'I need to move the visit on {day}: I am in hospital for a small operation that week.',
        question: 'No trouble at all. Would somebody else be at home, or shall we wait for you?',
        detail: 'My daughter could be there, in the afternoon of the same day.',
        solution:
          'Then we come on {day} after 2 p.m., with {tech}, who has been at your house before. Get well soon.',
      },
    ],
    note: 'Visit moved to suit the family.',
  },
  {
    skill: 'billing',
    minLevel: 2,
    subjects: ['Bill for last month', 'Charged twice?', 'Question about invoice {order}'],
    courses: [
      {
        opening:
          'my last bill is {amount} higher than usual, and nothing in the house has changed.',
        question:
          'I will look at that with you. Is the meter reading on the second page the one you see at home?',
        detail: 'No: I see 18,204 on the meter, the bill says 18,904.',
        solution:
          'Then the reading was taken down wrongly. I have corrected it; you get {amount} back with the next bill, and a new invoice today.',
      },
      {
        opening: 'it looks to me as if the service visit was charged twice on invoice {order}.',
        question: 'Let me check. Which dates stand beside the two visits?',
        detail: 'Both say the fourth of last month. One visit was enough for us.',
        solution:
          'You are right, it stands there twice. I have cancelled one, {amount} goes back to your account by {day}.',
      },
    ],
    note: 'Bill corrected, credit given.',
  },
  {
    skill: 'billing',
    minLevel: 1,
    subjects: ['New bank account', 'Please send the invoice again'],
    courses: [
      {
        opening:
          'we have changed banks. Please take the next instalment from the new account; the form is on its way.',
        question: 'Certainly. From which month on shall it count?',
        detail: 'From the next one, please.',
        solution:
          'Noted from the first of next month. The form is all that we need; you need not do anything else.',
      },
      {
        opening: 'could you send invoice {order} once more? Our bookkeeping has lost it.',
        question: 'Certainly. Shall it go to the address that we have, or to somebody else?',
        detail: 'To the same address, please.',
        solution:
          'It is on its way to you. You also find all invoices of two years in your portal.',
      },
    ],
    note: 'Account details or a copy of an invoice; done.',
  },
  {
    skill: 'projects',
    minLevel: 2,
    subjects: [
      'Progress of the boiler room',
      'Delivery to site in {town}',
      'Change to order {order}',
    ],
    courses: [
      {
        opening:
          'our site in {town} asks when the second pump arrives. The plumbers stand around otherwise.',
        question: 'Let me check with the warehouse. Who receives it on site, and until what time?',
        detail: 'Mr Keller, until four in the afternoon. He has the keys of the yard.',
        solution:
          'It leaves the warehouse tomorrow and is with you on {day} before noon. Mr Keller gets a call half an hour before.',
      },
      {
        opening: 'please change order {order} from one to two buffer tanks, if it is not too late.',
        question: 'It should be in time. Is the room high enough for both beside each other?',
        detail: 'They stand behind each other, there are 2.4 metres.',
        solution:
          'That fits. The order is changed, the price follows today, and the date stays {day}.',
      },
    ],
    note: 'Order or delivery for a site settled with the warehouse.',
  },
  {
    skill: 'projects',
    minLevel: 3,
    subjects: ['Maintenance of {town} branch', 'Service report missing', 'Yearly inspection'],
    courses: [
      {
        opening:
          'the authority wants the yearly inspection of our cooling by the end of the month, and we have no date yet.',
        question: 'I am on it. Which of your buildings is it, and is it open on Saturdays?',
        detail: 'The branch in {town}. Saturday would even be better.',
        solution:
          '{tech} does the inspection on Saturday; you have the signed report the same evening.',
      },
      {
        opening: 'we still miss the service report of the last visit in {town}.',
        question: 'I am looking for it. Do you remember who was there?',
        detail: '{tech}, on a rainy day two weeks ago.',
        solution:
          'I found it, it had not been released. It is in your portal now, and a copy is on its way.',
      },
    ],
    note: 'Inspection or report for a branch arranged.',
  },
];
