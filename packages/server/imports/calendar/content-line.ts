/** One property of a calendar, as its line says it. */
export interface Property {
  /** In capitals. */
  readonly name: string;
  /** By name in capitals; of several values the first. */
  readonly parameters: ReadonlyMap<string, string>;
  /** As it stands there, with what is escaped. */
  readonly value: string;
  /** Of the file, on which it begins. */
  readonly line: number;
}

const NAME = /^[\w.-]+/;
/** A value of a parameter: quoted, or up to the next sign that means something. */
const PARAMETER = /^;([\w-]+)=("[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*/;

/** What an unfolded line says; undefined where it is no property. */
export function readProperty(text: string, line: number): Property | undefined {
  const [name] = NAME.exec(text) ?? [];
  if (name === undefined) return undefined;
  const parameters = new Map<string, string>();
  let rest = text.slice(name.length);
  for (;;) {
    const [whole, key = '', value = ''] = PARAMETER.exec(rest) ?? [];
    if (whole === undefined) break;
    parameters.set(key.toUpperCase(), value.replace(/^"|"$/g, ''));
    rest = rest.slice(whole.length);
  }
  if (!rest.startsWith(':')) return undefined;
  // Some systems group properties, as `item1.SUMMARY`.
  const own = name.slice(name.lastIndexOf('.') + 1).toUpperCase();
  return { name: own, parameters, value: rest.slice(1), line };
}

/** A text as it is meant: without what escapes its commas, semicolons and lines. */
export function unescaped(value: string): string {
  return value
    .replace(/\\([\\;,nN"])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign))
    .trim()
    .normalize('NFC');
}

/** The texts of a list; a comma that is escaped is part of its text. */
export function listed(value: string): readonly string[] {
  const texts = value.match(/(?:\\.|[^,\\])+/gs) ?? [];
  return texts.map(unescaped).filter((text) => text !== '');
}
