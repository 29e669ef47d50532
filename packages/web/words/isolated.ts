import type { IntlMessageFormat } from 'intl-messageformat';

/** What a message is filled with. */
export type WordsValues = Readonly<Record<string, string | number | Date>>;

type Elements = ReturnType<IntlMessageFormat['getAst']>;

const FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
const FROM_LEFT = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\d]/u;
const BEGIN = '\u2068';
const END = '\u2069';

/**
 * The values of a message, where a name or a time that is read the other way than the page stands for
 * itself, so that it does not carry words around it to its other side.
 */
export function isolated(
  values: WordsValues,
  message: Elements,
  direction: 'ltr' | 'rtl',
): WordsValues {
  const isOther = direction === 'ltr' ? FROM_RIGHT : FROM_LEFT;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const isText = typeof value === 'string' && isOther.test(value) && isSaid(name, message);
      return [name, isText ? BEGIN + value + END : value];
    }),
  );
}

/** Whether a value is said, and does not only choose what is. */
function isSaid(name: string, message: Elements): boolean {
  return !message.some((element) => 'options' in element && element.value === name);
}
