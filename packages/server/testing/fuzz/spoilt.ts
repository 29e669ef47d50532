import type { Draw } from './draw-with.ts';

/** The same value with one thing in it made worse: changed, missing, or one too many. */
export function spoilt(draw: Draw, value: unknown): unknown {
  if (Array.isArray(value) && value.length > 0 && draw.chance(0.7)) {
    const at = draw.whole(0, value.length - 1);
    return value.with(at, spoilt(draw, value[at]));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return nastyValue(draw);
  const fields = Object.entries(value);
  const [name] = fields.length > 0 ? draw.one(fields) : [undefined];
  switch (draw.whole(0, 3)) {
    case 0:
      return Object.fromEntries(fields.filter(([each]) => each !== name));
    case 1:
      return Object.fromEntries([...fields, [nastyText(draw), nastyValue(draw)]]);
    default:
      return Object.fromEntries(
        fields.map(([each, field]) => [each, each === name ? spoilt(draw, field) : field]),
      );
  }
}

/** A text that somebody's code somewhere could not bear. */
export function nastyText(draw: Draw): string {
  return draw.one(NASTY_TEXTS);
}

const NASTY_TEXTS = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'a\udc00',
  '\u202e',
  '\u200b',
  '\n',
  '\r\nX: y',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  "'; drop table journal; --",
  '${1}',
  '../../etc/passwd',
  '🙂'.repeat(200),
  'é'.repeat(201),
  'x'.repeat(10_000),
  'NaN',
  '-0',
  '\x7f',
];

/** A value of any type, often an unusual one. */
export function nastyValue(draw: Draw): unknown {
  return draw.one<() => unknown>([
    () => nastyText(draw),
    () =>
      draw.one([0, -1, 1.5, 1e308, -1e308, 2 ** 53, 2 ** 63, 5e-324, -0, 8_640_000_000_000_001]),
    () => draw.one([null, true, false]),
    () => [],
    () => ({}),
    () => [nastyText(draw)],
    () => Array.from({ length: 500 }, () => ({})),
    () => ({ [nastyText(draw)]: nastyText(draw) }),
    () => nested(draw.whole(2, 400)),
  ])();
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}
