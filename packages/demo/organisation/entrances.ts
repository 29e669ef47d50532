import type { RouteInput } from '@rapport/protocol';
import type { Matter } from '../words/write-matter.ts';

/** Where customers of the demo come in by themselves. */
export type Entrance = RouteInput<'defineEntryPoint'>['params'] & {
  readonly terms: RouteInput<'defineEntryPoint'>['body'];
};

const COLOUR = '#0b6b74';
const speaks = (skill: string) => [{ skill, minLevel: 2 }];

export const ENTRANCES: readonly Entrance[] = [
  chat('chat', 'Halden & Birk', { greeting: 'Good to see you. What can we do for you?' }),
  chat('repairs', 'Repairs, day and night', {
    promiseId: 'repairs',
    requirements: speaks('repairs'),
    greeting: 'Is it cold, or does it leak? Tell us what you see, and where you are.',
  }),
  chat('chat-deutsch', 'Halden & Birk', {
    requirements: speaks('german'),
    greeting: 'Schön, dass du da bist. Was können wir für dich tun?',
  }),
  chat('chat-francais', 'Halden & Birk', {
    requirements: speaks('french'),
    greeting: 'Bonjour. Que pouvons-nous faire pour vous ?',
  }),
  {
    entryId: 'write',
    terms: {
      ...{ name: 'Write to Halden & Birk', channel: 'web', isOpen: true, origins: [] },
      ...{ promiseId: 'letters', requirements: [], theme: { colour: COLOUR } },
      greeting: 'We answer within four hours of our working day.',
    },
  },
];

/** By which entrance somebody comes with this matter. */
export function entranceOf(
  channel: 'chat' | 'web',
  { skill, language }: Pick<Matter, 'skill' | 'language'>,
): string {
  if (channel === 'web') return 'write';
  if (language === 'de') return 'chat-deutsch';
  if (language === 'fr') return 'chat-francais';
  return skill === 'repairs' ? 'repairs' : 'chat';
}

function chat(
  entryId: string,
  name: string,
  more: Partial<Entrance['terms']> & Pick<Entrance['terms'], 'greeting'>,
): Entrance {
  return {
    entryId,
    terms: {
      ...{ name, channel: 'chat', isOpen: true, origins: [], promiseId: 'chats' },
      ...{ requirements: [], theme: { colour: COLOUR }, ...more },
    },
  };
}
