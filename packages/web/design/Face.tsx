const FACES = 6;

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

/** First letters of the first and the last word, whatever the script. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /\p{L}|\p{N}/u.test(word));
  const [first = '?'] = words;
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [first, last]
    .map((word) =>
      word === undefined
        ? ''
        : (new Intl.Segmenter().segment(word)[Symbol.iterator]().next().value?.segment ?? ''),
    )
    .join('')
    .toLocaleUpperCase();
}
