import { ENGLISH_HOMES } from './english-homes.ts';
import { ENGLISH_OTHERS } from './english-others.ts';
import type { Topic, TopicTerms } from './topic.ts';

const THANKS = [
  'Thank you, that helps a lot.',
  'Perfect. Thank you for the quick answer.',
  'That is all I needed. Have a good day!',
  'Great, thanks. You have been very kind.',
];

const matter = (terms: TopicTerms): Topic => ({
  language: 'en',
  thanks: THANKS,
  disposition: 'solved',
  ...terms,
});

/** What English-speaking customers come with. */
export const ENGLISH: readonly Topic[] = [...ENGLISH_HOMES, ...ENGLISH_OTHERS].map(matter);
