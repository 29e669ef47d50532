/** `30,129`: the same on every machine, whatever its language. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `56.3 %`, or a dash where there is nothing to take a share of. */
export function percent(ratio: number | null): string {
  return ratio === null ? '–' : `${(ratio * 100).toFixed(1)} %`;
}

/** `3.1 points` of a hundred; a dash where there is nothing to compare. */
export function points(ratio: number | null): string {
  return ratio === null ? '–' : `${(ratio * 100).toFixed(1)} points`;
}

/** `27.9 s`, or `20 s` where it is whole; a dash where there is none. */
export function seconds(ms: number | null): string {
  if (ms === null) return '–';
  return `${ms % 1_000 === 0 ? grouped(ms / 1_000) : (ms / 1_000).toFixed(1)} s`;
}

/** `2,098 hours`. */
export function hours(ms: number): string {
  const count = Math.round(ms / 3_600_000);
  return `${grouped(count)} ${count === 1 ? 'hour' : 'hours'}`;
}

/** Pads on the left to `columns`. */
export function alignRight(text: string, columns: number): string {
  return text.padStart(columns);
}

/** `a, b and c`. */
export function ordinaryList(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
