const FACES = 6;
const letters = new Intl.Segmenter();
/** By name: finding them is dear, and lists draw the same people over and over. */
const known = new Map<string, string>();
const KNOWN_MAX = 5_000;

/** The initials of a name on a colour that is always the same for it. The name stands beside it. */
export function Face({ name, size = 24 }: { readonly name: string; readonly size?: number }) {
  const sum = Array.from(name).reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return (
    <span
      className="face"
      data-face={sum % FACES}
      style={{ '--size': `${size}px` } as React.CSSProperties}
      aria-hidden="true"
    >
      {initialsOf(name)}
    </span>
  );
}

function initialsOf(name: string): string {
  let initials = known.get(name);
  if (initials !== undefined) return initials;
  initials = firstLetters(name);
  if (known.size >= KNOWN_MAX) known.clear();
  known.set(name, initials);
  return initials;
}

/** First letters of the first and the last word, whatever the script. */
function firstLetters(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /\p{L}|\p{N}/u.test(word));
  const [first = '?'] = words;
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [first, last]
    .map((word) =>
      word === undefined
        ? ''
        : (letters.segment(word)[Symbol.iterator]().next().value?.segment ?? ''),
    )
    .join('')
    .toLocaleUpperCase();
}
