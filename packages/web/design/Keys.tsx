/** Keys as they stand on the keyboard: `Ctrl K`. Those who listen hear of them by `aria-keyshortcuts`. */
export function Keys({ keys }: { readonly keys: string }) {
  return <kbd aria-hidden="true">{keys}</kbd>;
}

/** What keys do here, at the foot of a pane. */
export function KeyHints({
  hints,
}: {
  readonly hints: readonly (readonly [keys: string, does: string])[];
}) {
  return (
    <footer className="key-hints" aria-hidden="true">
      {hints.map(([keys, does]) => (
        <span key={does}>
          {keys.split(' ').map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
          {does}
        </span>
      ))}
    </footer>
  );
}
