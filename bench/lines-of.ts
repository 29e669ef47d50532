import type { Figure } from './bench.ts';

/** Returns the figures of a bench as a table: what was measured, the floor beside it, and the aim. */
export function linesOf(figures: readonly Figure[]): readonly string[] {
  const rows = figures.map(cellsOf);
  const header = ['', 'measured', 'floor', 'ratio', 'aim'];
  const isHeld = figures.some(({ floor, aim }) => floor !== undefined || aim !== undefined);
  const all = isHeld ? [header, ...rows] : rows;
  const widths = header.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        // Words begin in one line, figures end in one.
        return column === 0 || column === 4 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('   ')
      .trimEnd(),
  );
}

function cellsOf({ name, value, unit, floor, ratio, aim, isMet }: Figure): readonly string[] {
  return [
    name,
    `${numberText(value)} ${unit}`.trimEnd(),
    floor === undefined ? '' : `${numberText(floor)} ${unit}`.trimEnd(),
    ratio === undefined ? '' : `${numberText(ratio)} ×`,
    aim === undefined ? '' : `${aim}: ${isMet === true ? 'met' : 'missed'}`,
  ];
}

/** Three figures of a small number, all of a large one: nobody measures better than that. */
function numberText(value: number): string {
  const text = Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
  return text.toLocaleString('en', { maximumFractionDigits: 6 });
}
