import type { TopicTerms } from './topic.ts';

/** What people come with about the heating, the roof and the battery of their homes. */
export const ENGLISH_HOMES: readonly TopicTerms[] = [
  {
    skill: 'heat-pumps',
    minLevel: 3,
    subjects: ['No hot water since this morning', 'Heat pump shows E-41', 'House is getting cold'],
    courses: [
      {
        opening:
          'our {model} shows E-41 on the display and there has been no hot water since this morning.',
        question:
          'I am sorry, that is unpleasant. Could you read me the number on the grey plate at the side?',
        detail: 'It says {serial}. I have already switched it off and on once, no change.',
        solution:
          'E-41 on a {model} is a stuck flow sensor. I have restarted it from here; it runs again, and the water is warm in about forty minutes. If it comes back, we send somebody on {day}.',
      },
      {
        opening: 'the heating stopped during the night. The {model} blinks red and says E-41.',
        question:
          'That should not happen. What does the gauge beside the blue tap show, and is the fuse on?',
        detail: 'The gauge says 0.8, in the red part. The fuse is on.',
        solution:
          'Then it lacks water and protects itself. Please top it up to 1.5 bar with the blue tap; it starts by itself. To be safe, {tech} looks at it on {day} between 8 and 10.',
      },
    ],
    note: 'E-41. Runs again; technician booked in case it comes back.',
  },
  {
    skill: 'heat-pumps',
    minLevel: 2,
    subjects: ['Noise at night', 'Neighbours complain about the outdoor unit', 'Humming outside'],
    courses: [
      {
        opening:
          'the outdoor unit hums so loudly at night that our neighbours have started to complain.',
        question: 'I see. Is it a steady hum or does it come and go, and since when?',
        detail: 'It comes and goes, since the cold days. Mostly between two and five.',
        solution:
          'That is the de-icing. I have switched on the quiet mode between 10 p.m. and 6 a.m. Tell me next week what the neighbours say.',
      },
      {
        opening: 'there is a rattle from the {model} whenever it starts, and it starts often.',
        question: 'Does it stop when you press on the grille, and does the unit stand level?',
        detail: 'When I press on it, yes, then it is quiet.',
        solution:
          'Then a screw of the grille is loose, nothing worse. {tech} is near you on {day} anyway and fixes it on the way.',
      },
    ],
    note: 'Noise of the outdoor unit. Ask again next week.',
    disposition: 'follow-up',
  },
  {
    skill: 'solar',
    minLevel: 3,
    subjects: ['Solar yield has dropped', 'Panels produce nothing', 'App shows zero yield'],
    courses: [
      {
        opening:
          'one half of the roof produces nothing any more. The inverter shows a yellow light.',
        question: 'Thank you for telling us. Which text stands beside the yellow light?',
        detail: 'It says "string 2 isolation". The serial number is {serial}.',
        solution:
          'That is a damp plug on string 2. It is safe, the other half goes on working. {tech} replaces it on {day}; the guarantee covers it.',
      },
      {
        opening: 'the app has shown no yield since Monday, although the sun is out.',
        question: 'Was there any work on the roof lately, or a power cut?',
        detail: 'There was a power cut on Monday night, for an hour or so.',
        solution:
          'The inverter has been waiting for a confirmation since the cut. I have given it from here: you should see the yield climb in five minutes.',
      },
    ],
    note: 'Yield missing: plug under guarantee, or a restart after a power cut.',
  },
  {
    skill: 'storage',
    minLevel: 2,
    subjects: ['Battery empties overnight', 'Storage does not charge', 'Question about my battery'],
    courses: [
      {
        opening:
          'since the update the battery is empty by ten in the evening. It used to last until morning.',
        question: 'Let me have a look. Which mode is shown at the top of the app?',
        detail: 'It says "Winter reserve". I do not remember choosing that.',
        solution:
          'The update set the winter reserve for everybody, which was not a good idea. I have put yours back to "Own use"; tonight it lasts as before.',
      },
      {
        opening: 'the storage stays at 20 % although the panels produce more than we use.',
        question: 'That sounds like a reserve. Did you ask for one in case of power cuts?',
        detail: 'We did, two years ago. We could do with less now.',
        solution:
          'I have lowered the reserve from a fifth to 5 %. It begins to charge with the next sun; you can change it in the app under "Reserve".',
      },
    ],
    note: 'Reserve of the battery set as the customer wants it.',
  },
  {
    skill: 'contracts',
    minLevel: 3,
    subjects: ['Offer for a heat pump', 'Replacing our gas boiler', 'What would it cost?'],
    courses: [
      {
        opening:
          'we would like to replace our gas boiler next year and heard good things about the {model}. What would it cost us, roughly?',
        question:
          'With pleasure. How many square metres are it, and how much gas did you use last year?',
        detail: 'About 140 square metres, and 19,000 kWh.',
        solution:
          'For such a house the {model} usually fits, with two larger radiators. A survey costs nothing: {tech} could come on {day}. I send you an outline with the subsidies today.',
      },
      {
        opening:
          'our neighbours are happy with you. Could somebody look at whether our house from 1964 is fit for a heat pump?',
        question: 'Gladly, and greetings to the neighbours. Are the radiators as old as the house?',
        detail: 'Most of them. The windows are new, since 2015.',
        solution:
          'New windows are half of the way. {tech} could measure the radiators on {day}; you get a plan room by room, whether you buy from us or not.',
      },
    ],
    note: 'Interested in replacing gas. Survey proposed.',
    disposition: 'follow-up',
  },
  {
    skill: 'contracts',
    minLevel: 1,
    subjects: [
      'We are moving house',
      'Moving out at the end of the month',
      'New tenant takes over',
    ],
    courses: [
      {
        opening: 'we move to {town} next month and would like to take our contract with us.',
        question:
          'Congratulations on the new place! Is there a heat pump already, or shall we plan one?',
        detail: 'There is an old gas boiler in it. We would like to replace it before winter.',
        solution:
          'Then the contract moves with you and rests until the new unit runs. I have asked for a survey in {town}; you hear from us by {day}.',
      },
      {
        opening:
          'I am moving out at the end of the month. What do you need from me, and what happens to the service plan?',
        question: 'Gladly. On which day do you hand over the keys, and who comes after you?',
        detail: 'On the 28th. The next tenant would like to keep the service plan.',
        solution:
          'All noted. Send me a photo of the meter on the day; the final bill comes within two weeks, and I write to the next tenant.',
      },
    ],
    note: 'Move noted; final reading by photo.',
  },
];
