import type { Draw } from './draw-with.ts';

/** As much of a JSON schema as values are drawn from. */
export interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** What there is in the centre, by the name of the field that speaks of it. */
export type KnownIds = Readonly<Record<string, readonly string[]>>;

/** A value that the schema takes. Ids are mostly those of things that are there. */
export function soundValue(draw: Draw, schema: Schema, known: KnownIds, name = ''): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return draw.one(schema.enum);
  if (schema.anyOf !== undefined) return soundValue(draw, draw.one(schema.anyOf), known, name);
  switch (schema.type) {
    case 'object':
      return soundObject(draw, schema, known);
    case 'array':
      return Array.from({ length: draw.whole(schema.minItems ?? 0, 2) }, () =>
        soundValue(draw, schema.items ?? {}, known, name),
      );
    case 'integer':
    case 'number':
      return soundNumber(draw, schema, name);
    case 'boolean':
      return draw.chance(0.5);
    case 'null':
      return null;
    default:
      return soundText(draw, schema, known[name]);
  }
}

function soundObject(draw: Draw, schema: Schema, known: KnownIds): object {
  const { properties = {}, required = [] } = schema;
  const fields = Object.entries(properties).filter(
    ([name]) => required.includes(name) || draw.chance(0.3),
  );
  return Object.fromEntries(
    fields.map(([name, field]) => [name, soundValue(draw, field, known, name)]),
  );
}

function soundNumber(draw: Draw, schema: Schema, name: string): number {
  // A position that is not there yet would make everybody wait for it.
  if (name === 'after') return 0;
  const least = schema.minimum ?? schema.exclusiveMinimum ?? 0;
  const most = Math.min(schema.maximum ?? 1_000, least + 1_000);
  return schema.type === 'integer' || schema.exclusiveMinimum === undefined
    ? draw.whole(Math.ceil(least), Math.floor(most))
    : most;
}

const TEXTS = [
  'a',
  'Ted',
  'Zoë O’Neill',
  '日本語',
  '🙂',
  'x'.repeat(200),
  'a b',
  "' or 1=1 --",
  '%',
];

function soundText(draw: Draw, schema: Schema, known: readonly string[] = []): string {
  if (known.length > 0 && draw.chance(0.8)) return draw.one(known);
  const { minLength = 0, maxLength = 200 } = schema;
  const text = draw.one(TEXTS);
  return text.length < minLength || text.length > maxLength
    ? 'y'.repeat(Math.max(minLength, 1))
    : text;
}
