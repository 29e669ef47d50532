/**
 * Returns the name that was probably meant by `typed`: the one fewest keystrokes away, if that is
 * few for its length, or the only one that begins with it; on a tie, the first in `names`.
 *
 * Returns undefined when nothing is near enough to be worth suggesting.
 */
export function nearestName(typed: string, names: readonly string[]): string | undefined {
  const meant = typed.toLowerCase();
  const begun = names.filter((name) => meant !== '' && name.startsWith(meant));
  if (begun.length === 1) return begun[0];
  let nearest: string | undefined;
  // A third of the letters may be wrong; in a short word one may, or everything would be near.
  let keystrokesMax = Math.max(1, Math.floor(meant.length / 3));
  for (const name of names) {
    const keystrokes = keystrokesBetween(meant, name);
    if (keystrokes > keystrokesMax) continue;
    nearest = name;
    keystrokesMax = keystrokes - 1;
  }
  return nearest;
}

/**
 * Counts letters inserted, left out, replaced, or swapped with their neighbour.
 *
 * Source: the optimal string alignment distance.
 */
function keystrokesBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        cell(last, column) + 1,
        cell(current, column - 1) + 1,
        cell(last, column - 1) + (isSame ? 0 : 1),
        isSwapped ? cell(beforeLast, column - 2) + 1 : Infinity,
      );
    }
    beforeLast = last;
    last = current;
  }
  return cell(last, b.length);
}

function cell(cells: readonly number[], column: number): number {
  return cells[column] ?? Infinity;
}
