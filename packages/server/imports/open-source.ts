import { ImportRefused } from './import-faults.ts';
import type { ImportKind } from './import-kind.ts';
import type { ImportCell, ImportRow } from './import-row.ts';
import type { InspectedFile } from './inspect-file.ts';
import { mapColumns, type MappedColumn } from './map-columns.ts';
import { type CsvRecord, type Delimiter, readRecords } from './read-records.ts';

/** How a file is to be read. */
export interface SourceOptions {
  /** Found in the header where nobody says it. */
  readonly delimiter: Delimiter | undefined;
  /** Field by column, where the header does not say it or says it otherwise. */
  readonly map: ReadonlyMap<string, string>;
}

/** A file whose header was understood. */
export interface Source {
  readonly columns: readonly MappedColumn[];
  /** Its rows from the first, by field; may be asked for more than once. */
  readonly rows: () => AsyncGenerator<ImportRow>;
}

/**
 * Reads the header of a file and says what its columns are.
 *
 * @throws {ImportRefused} it has no header, or none that this kind can work with.
 */
export async function openSource(
  file: InspectedFile,
  kind: Pick<ImportKind, 'fields' | 'required'>,
  { delimiter, map }: SourceOptions,
): Promise<Source> {
  const header = await firstRecord(file, delimiter);
  if (header === undefined) {
    throw new ImportRefused('file-empty', 'file', 'a first row that names the columns');
  }
  const columns = mapColumns(
    header.cells.map((cell) => cell.trim()),
    kind,
    map,
  );
  return { columns, rows: () => rowsOf(readRecords(file, delimiter), columns) };
}

async function firstRecord(
  file: InspectedFile,
  delimiter: Delimiter | undefined,
): Promise<CsvRecord | undefined> {
  for await (const record of readRecords(file, delimiter)) return record;
  return undefined;
}

async function* rowsOf(
  records: AsyncGenerator<CsvRecord>,
  columns: readonly MappedColumn[],
): AsyncGenerator<ImportRow> {
  let isHeader = true;
  for await (const { line, cells: texts } of records) {
    if (isHeader) {
      isHeader = false;
      continue;
    }
    const cells = new Map<string, ImportCell[]>();
    for (const [index, { column, field }] of columns.entries()) {
      const text = texts[index]?.trim().normalize('NFC') ?? '';
      if (field === undefined || text === '') continue;
      const earlier = cells.get(field);
      if (earlier === undefined) cells.set(field, [{ column, text }]);
      else earlier.push({ column, text });
    }
    const hasExcess = texts.slice(columns.length).some((text) => text.trim() !== '');
    yield { line, cells, hasExcess };
  }
}
