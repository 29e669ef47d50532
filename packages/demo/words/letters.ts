import type { Matter } from './write-matter.ts';

const HELLO = { en: 'Hello', de: 'Guten Tag', fr: 'Bonjour' } as const;
const DEAR = { en: 'Dear', de: 'Guten Tag', fr: 'Bonjour' } as const;
const REGARDS = {
  en: 'Kind regards',
  de: 'Mit freundlichen Grüßen',
  fr: 'Bien cordialement',
} as const;
const HERE = {
  en: (name: string) => `Hello, this is ${name} at Halden & Birk.`,
  de: (name: string) => `Guten Tag, hier ist ${name} von Halden & Birk.`,
  fr: (name: string) => `Bonjour, ici ${name} de Halden & Birk.`,
} as const;

/** What a customer writes first: a line in a conversation, a letter elsewhere. */
export function firstWords(matter: Matter, isConversation: boolean, name: string): string {
  const { language, opening } = matter;
  if (isConversation) return `${HELLO[language]}, ${opening}`;
  const begins = language === 'en' ? capitalised(opening) : opening;
  return `${HELLO[language]},\n\n${begins}\n\n${REGARDS[language]}\n${name}`;
}

/** A colleague's letter that settles the matter. */
export function answerLetter(
  { language, solution }: Pick<Matter, 'language' | 'solution'>,
  customer: string,
  colleague: string,
): string {
  return `${DEAR[language]} ${customer},\n\n${solution}\n\n${REGARDS[language]}\n${colleague}\nHalden & Birk`;
}

/** A colleague's first line in a conversation: who he is, and what he needs to know. */
export function greeting(
  { language, question }: Pick<Matter, 'language' | 'question'>,
  colleague: string,
): string {
  return `${HERE[language](colleague)} ${question}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
