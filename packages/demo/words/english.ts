import type { Topic } from './topic.ts';

const THANKS = [
  'Thank you, that helps a lot.',
  'Perfect. Thank you for the quick answer.',
  'That is all I needed. Have a good day!',
  'Great, thanks. You have been very kind.',
];

const matter = (
  topic: Omit<Topic, 'language' | 'thanks' | 'disposition'> & Partial<Topic>,
): Topic => ({ language: 'en', thanks: THANKS, disposition: 'solved', ...topic });

/** What English-speaking customers come with. */
export const ENGLISH: readonly Topic[] = [
  matter({
    skill: 'heat-pumps',
    minLevel: 3,
    subjects: ['No hot water since this morning', 'Heat pump shows E-41', 'House is getting cold'],
    openings: [
      'our {model} shows E-41 on the display and there has been no hot water since this morning.',
      'the heating stopped during the night. The {model} blinks red and says E-41.',
      'it is getting cold in here: the {model} switched itself off and will not start again.',
    ],
    questions: [
      'I am sorry, that is unpleasant. Could you read me the number on the grey plate at the side?',
      'That should not happen. Is the circuit in your fuse box still on, and what is the serial number?',
    ],
    details: [
      'It says {serial}. The fuse is on.',
      'The plate says {serial}. I have already switched it off and on once, no change.',
    ],
    solutions: [
      'E-41 on a {model} is a stuck flow sensor. I have restarted it from here; it runs again, and the water is warm in about forty minutes. If it comes back, we send somebody on {day}.',
      'I can see the unit: the pressure fell below 0.9 bar. Please top it up to 1.5 with the blue tap. To be safe, a technician comes on {day} between 8 and 10.',
    ],
    note: 'E-41 after low pressure. Restarted from afar; technician booked in case it comes back.',
  }),
  matter({
    skill: 'repairs',
    minLevel: 2,
    subjects: ['The engineer did not come', 'Waited all morning', 'Missed appointment'],
    openings: [
      'nobody came this morning. I had taken half a day off for the appointment between 8 and 10.',
      'this is the second time that the engineer has not come. I do not have endless days off.',
      'I am still waiting for your technician. He was promised for today, order {order}.',
    ],
    questions: [
      'I am very sorry. May I have the order number, so that I see what went wrong?',
      'That must not happen, I apologise. Is the number that we have for you still right?',
    ],
    details: ['It is {order}.', 'Order {order}. And yes, you can call me on the number you have.'],
    solutions: [
      'The van broke down near {town} and nobody told you; that was our mistake. {tech} is with you on {day} as the first visit, and the call-out costs you nothing.',
      'I found it: the visit was moved and the message went to an old address. I have corrected it. {tech} comes on {day} at 8, and I watch it myself.',
    ],
    note: 'Missed visit, our fault. New one as first of the day; call-out waived.',
    disposition: 'follow-up',
  }),
  matter({
    skill: 'billing',
    minLevel: 2,
    subjects: ['Bill for last month', 'Charged twice?', 'Question about invoice {order}'],
    openings: [
      'my last bill is {amount} higher than usual, and nothing in the house has changed.',
      'it looks to me as if the service visit was charged twice on invoice {order}.',
      'could you explain the item "grid fee adjustment" of {amount} on invoice {order}?',
    ],
    questions: [
      'I will look at that with you. Is the meter reading on the second page the one you see at home?',
      'Of course. Do you have the invoice at hand, and which date stands at the top?',
    ],
    details: [
      'I see 18,204 on the meter; the bill says 18,904.',
      'Yes, in front of me. It is dated the first of the month.',
    ],
    solutions: [
      'Then the reading was taken down wrongly. I have corrected it; you get {amount} back with the next bill, and a new invoice today.',
      'You are right, the visit stands there twice. I have cancelled one, {amount} goes back to your account by {day}.',
    ],
    note: 'Bill corrected, credit given. Customer was polite about it.',
  }),
  matter({
    skill: 'contracts',
    minLevel: 1,
    subjects: [
      'We are moving house',
      'Moving out at the end of the month',
      'New tenant takes over',
    ],
    openings: [
      'we move to {town} next month and would like to take our contract with us.',
      'I am moving out at the end of the month. What do you need from me, and what happens to the service plan?',
    ],
    questions: [
      'Congratulations on the new place! Is there a heat pump already, or shall we plan one?',
      'Gladly. On which day do you hand over the keys?',
    ],
    details: [
      'There is an old gas boiler in it. We would like to replace it before winter.',
      'On the 28th. The next tenant knows about the service plan.',
    ],
    solutions: [
      'Then the contract moves with you and rests until the new unit runs. I have asked for a survey in {town}; you hear from us by {day}.',
      'All noted. Send me a photo of the meter on the day; the final bill comes within two weeks.',
    ],
    note: 'Move noted; final reading by photo, survey of the new house asked for.',
  }),
  matter({
    skill: 'contracts',
    minLevel: 2,
    subjects: [
      'New baby, earlier visit possible?',
      'Could you come sooner?',
      'Change of appointment',
    ],
    openings: [
      'our baby came three weeks early. Could the technician come before {day}? The nursery has no heating yet.',
      'I need to move the visit on {day}: I am in hospital for a small operation that week.',
    ],
    questions: [
      'Of course, we will find something. Are mornings or afternoons better for you?',
      'No trouble at all. Would somebody else be at home, or shall we wait for you?',
    ],
    details: [
      'Mornings, before eleven. And please do not ring the bell, knock.',
      'My daughter could be there in the afternoon.',
    ],
    solutions: [
      'I have moved you up: {tech} comes tomorrow at 9 and will knock. All the best to the three of you!',
      'Moved to {day} after 2 p.m., with {tech}, who has been at your house before. Get well soon.',
    ],
    note: 'Visit moved. Knock, do not ring.',
  }),
  matter({
    skill: 'solar',
    minLevel: 3,
    subjects: ['Solar yield has dropped', 'Panels produce nothing', 'App shows zero yield'],
    openings: [
      'the app has shown almost no yield since the storm, although the sun is out.',
      'one half of the roof produces nothing any more. The inverter shows a yellow light.',
    ],
    questions: [
      'Thank you for telling us. Which text stands beside the yellow light?',
      'Was there any work on the roof lately, or a power cut?',
    ],
    details: [
      'It says "string 2 isolation". The serial number is {serial}.',
      'There was a power cut on Monday night, for an hour or so.',
    ],
    solutions: [
      'That is a damp plug on string 2. It is safe, the other half goes on working. {tech} replaces it on {day}; it is covered by the guarantee.',
      'The inverter waits for a confirmation after the cut. I have given it from here: you should see it climb in five minutes.',
    ],
    note: 'String 2 isolation fault or restart after a cut; guarantee applies.',
  }),
  matter({
    skill: 'storage',
    minLevel: 2,
    subjects: ['Battery empties overnight', 'Storage does not charge', 'Question about my battery'],
    openings: [
      'since the update the battery is empty by ten in the evening. It used to last until morning.',
      'the storage stays at 20 % although the panels produce more than we use.',
    ],
    questions: ['Let me have a look. Which mode is shown at the top of the app?'],
    details: ['It says "Winter reserve". I do not remember choosing that.'],
    solutions: [
      'The update set the winter reserve for everybody, which was not a good idea. I have put yours back to "Own use"; tonight it lasts as before.',
      'In that mode it keeps a fifth for power cuts. I have lowered the reserve to 5 %, as you had it.',
    ],
    note: 'Reserve mode set back after the update.',
  }),
  matter({
    skill: 'heat-pumps',
    minLevel: 2,
    subjects: ['Noise at night', 'Neighbours complain about the outdoor unit', 'Humming outside'],
    openings: [
      'the outdoor unit hums so loudly at night that our neighbours have started to complain.',
      'there is a rattle from the {model} whenever it starts, and it starts often.',
    ],
    questions: ['I see. Is it a steady hum or does it come and go, and since when?'],
    details: ['It comes and goes, since the cold days. Mostly between two and five.'],
    solutions: [
      'That is the de-icing. I have switched on the quiet mode between 10 p.m. and 6 a.m.; if it still rattles, {tech} looks at the feet of the unit on {day}.',
    ],
    note: 'Quiet mode at night switched on. Ask the neighbours next week.',
    disposition: 'follow-up',
  }),
  matter({
    skill: 'contracts',
    minLevel: 3,
    subjects: ['Offer for a heat pump', 'Replacing our gas boiler', 'What would it cost?'],
    openings: [
      'we would like to replace our gas boiler next year and heard good things about the {model}. What would it cost us, roughly?',
      'our neighbours are happy with you. Could somebody look at whether our house from 1964 is fit for a heat pump?',
    ],
    questions: [
      'With pleasure. How many square metres are it, and how much gas did you use last year?',
    ],
    details: ['About 140 square metres, and 19,000 kWh.'],
    solutions: [
      'For such a house the {model} usually fits, with two larger radiators. A survey costs nothing: {tech} could come on {day}. I send you an outline with the subsidies today.',
    ],
    note: 'Interested in replacing gas. Survey proposed; send the outline with subsidies.',
    disposition: 'follow-up',
  }),
  matter({
    skill: 'billing',
    minLevel: 1,
    subjects: ['New bank account', 'Proof of address', 'Please send the invoice again'],
    openings: [
      'we have changed banks. Please take the next instalment from the new account; the form is on its way.',
      'could you send invoice {order} once more? Our bookkeeping has lost it.',
    ],
    questions: ['Certainly. Shall it go to the address that we have, or to somebody else?'],
    details: ['To the same address, please.'],
    solutions: [
      'Done: it is on its way to you, and I have noted it for the next time.',
      'Noted from the first of next month. You need not do anything else.',
    ],
    note: 'Account details or copy of an invoice; done.',
  }),
  matter({
    skill: 'projects',
    minLevel: 2,
    subjects: [
      'Progress of the boiler room',
      'Delivery to site in {town}',
      'Change to order {order}',
    ],
    openings: [
      'our site in {town} asks when the second pump arrives. The plumbers stand around otherwise.',
      'please change order {order} from one to two buffer tanks, if it is not too late.',
    ],
    questions: ['Let me check with the warehouse. Who receives it on site, and until what time?'],
    details: ['Mr Keller, until four in the afternoon. He has the keys of the yard.'],
    solutions: [
      'It leaves the warehouse tomorrow and is with you on {day} before noon. Mr Keller gets a call half an hour before.',
      'In time: the order is changed, the price follows today, and the date stays {day}.',
    ],
    note: 'Delivery confirmed with the warehouse; call ahead.',
  }),
  matter({
    skill: 'projects',
    minLevel: 3,
    subjects: ['Maintenance of {town} branch', 'Service report missing', 'Yearly inspection'],
    openings: [
      'the authority wants the yearly inspection of our cooling by the end of the month, and we have no date yet.',
      'we still miss the service report of the last visit in {town}.',
    ],
    questions: [
      'I am on it. Which of your buildings is it, and is the plant room open on Saturdays?',
    ],
    details: ['The branch in {town}. Saturday would even be better.'],
    solutions: [
      '{tech} does the inspection on {day}; you have the signed report the same evening.',
      'I found the report, it had not been released. It is in your portal now, and a copy is on its way.',
    ],
    note: 'Inspection or report for a branch arranged.',
  }),
];
