import type { ImportField } from './import-field.ts';
import { ImportRefused } from './import-faults.ts';

/** A column of the file, and what it is read as; without a field it is left alone. */
export interface MappedColumn {
  readonly column: string;
  readonly field: string | undefined;
}

/** A header without what people write differently: case, spaces, punctuation, accents. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * Says what each column of a header is read as: what `map` names for it, else the field whose name or
 * synonym it is. A field that holds one value takes the first such column.
 *
 * @throws {ImportRefused} `map` names a column or a field that there is not, or a field that is needed
 * has no column.
 */
export function mapColumns(
  header: readonly string[],
  {
    fields,
    required,
  }: { fields: readonly ImportField[]; required: readonly (readonly string[])[] },
  map: ReadonlyMap<string, string>,
): readonly MappedColumn[] {
  const chosen = explicitFields(header, fields, map);
  const taken = new Set(chosen.values());
  const columns = header.map((column, index): MappedColumn => {
    const explicit = chosen.get(index);
    if (explicit !== undefined) return { column, field: explicit };
    const field = recognised(column, fields);
    if (field === undefined || (field.isMany !== true && taken.has(field.name))) {
      return { column, field: undefined };
    }
    taken.add(field.name);
    return { column, field: field.name };
  });
  // Without a header the first row is somebody's data, which nobody repeats.
  if (taken.size === 0) {
    const names = fields.map(({ name }) => name).join(', ');
    throw new ImportRefused('field-missing', 'map', `a first row that names columns, as ${names}`);
  }
  for (const group of required) {
    if (group.some((name) => taken.has(name))) continue;
    const names = group.join(' or ');
    throw new ImportRefused(
      'field-missing',
      'map',
      `a column for ${names}; there are the columns ${header.join(', ')}`,
    );
  }
  return columns;
}

function recognised(column: string, fields: readonly ImportField[]): ImportField | undefined {
  // "Phone 2" is another telephone number.
  const key = folded(column);
  const bare = key.replace(/\d+$/, '');
  return (
    fields.find((field) => namesOf(field).includes(key)) ??
    fields.find((field) => field.isMany === true && namesOf(field).includes(bare))
  );
}

function namesOf({ name, synonyms }: ImportField): readonly string[] {
  return [name, ...synonyms].map(folded);
}

function explicitFields(
  header: readonly string[],
  fields: readonly ImportField[],
  map: ReadonlyMap<string, string>,
): ReadonlyMap<number, string> {
  const chosen = new Map<number, string>();
  for (const [column, name] of map) {
    const index = header.findIndex((each) => each === column || folded(each) === folded(column));
    if (index === -1) {
      throw new ImportRefused('column-unknown', 'map', `one of the columns ${header.join(', ')}`);
    }
    const field = fields.find((each) => each.name === name);
    if (field === undefined) {
      const names = fields.map((each) => each.name).join(', ');
      throw new ImportRefused('field-unknown', 'map', `one of the fields ${names}`);
    }
    if (field.isMany !== true && [...chosen.values()].includes(name)) {
      throw new ImportRefused('field-doubled', 'map', `one column alone for ${name}`);
    }
    chosen.set(index, name);
  }
  return chosen;
}
