import { ImportRefused } from './import-faults.ts';

/**
 * Reads which column is which field: `Column=field,Other column=field`. A column's own name may hold
 * `=`; one that holds a comma stands in double quotes.
 *
 * @throws {ImportRefused} it is not of this form.
 */
export function parseMap(text: string | undefined): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  if (text === undefined || text === '') return map;
  for (const part of text.match(/(?:"[^"]*"|[^",])+/g) ?? []) {
    const at = part.lastIndexOf('=');
    const column = part
      .slice(0, Math.max(at, 0))
      .trim()
      .replace(/^"(.*)"$/, '$1');
    const field = part.slice(at + 1).trim();
    if (column === '' || field === '' || map.has(column)) {
      throw new ImportRefused('map-invalid', 'map', 'Column=field,Other column=field, each once');
    }
    map.set(column, field);
  }
  return map;
}
