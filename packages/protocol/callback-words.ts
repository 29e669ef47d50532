type Words = (count: number) => string;

const inEnglish: Words = (count) =>
  `We called ${count} times, as promised, and did not reach you. Write here when you have time, and we go on from there.`;

/** What a customer is told whom nobody reached, by language. */
const UNREACHED: ReadonlyMap<string, Words> = new Map([
  ['en', inEnglish],
  [
    'de',
    (count) =>
      `Wir haben wie versprochen ${count}-mal angerufen und dich nicht erreicht. Schreib hier, wenn du Zeit hast, dann machen wir weiter.`,
  ],
]);

/**
 * The message for a customer whom nobody reached on the telephone, who was called so often: in his language,
 * where it is one of ours, else in English.
 */
export function unreachedText(language: string | undefined, count: number): string {
  const [own = ''] = (language ?? '').toLowerCase().split('-');
  return (UNREACHED.get(own) ?? inEnglish)(count);
}
