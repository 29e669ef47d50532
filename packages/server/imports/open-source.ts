import type { Instant } from '@rapport/core';
import { isCalendar } from './calendar/is-calendar.ts';
import { openCalendar } from './calendar/open-calendar.ts';
import { ImportRefused } from './import-faults.ts';
import type { ImportKind } from './import-kind.ts';
import type { ImportCell, ImportRow } from './import-row.ts';
import type { InspectedFile } from './inspect-file.ts';
import { mapColumns, type MappedColumn } from './map-columns.ts';
import type { Source } from './source.ts';
import { type CsvRecord, type Delimiter, readRecords } from './read-records.ts';

/** How a file is to be read. */
export interface SourceOptions {
  /** Whose calendar it is; a file in CSV says it in a column. */
  readonly agent: string | undefined;
  /** By whose clocks a calendar is read. */
  readonly timeZone: string;
  /** When the import began: of a calendar without an end some time from then on counts. */
  readonly begunAt: Instant;
  /** Found in the header where nobody says it. */
  readonly delimiter: Delimiter | undefined;
  /** Field by column, where the header does not say it or says it otherwise. */
  readonly map: ReadonlyMap<string, string>;
}

/**
 * Reads the header of a file and says what its columns are.
 *
 * @throws {ImportRefused} it has no header, or none that this kind can work with.
 */
export async function openSource(
  file: InspectedFile,
  kind: Pick<ImportKind, 'fields' | 'required' | 'hasCalendars'>,
  options: SourceOptions,
): Promise<Source> {
  const { delimiter, map, agent } = options;
  if (await isCalendar(file)) {
    if (kind.hasCalendars === true) return await openCalendar(file, options);
    throw new ImportRefused('file-not-csv', 'file', 'a file in CSV; calendars are for rosters');
  }
  if (agent !== undefined) {
    throw new ImportRefused('agent-in-column', 'agent', 'a calendar; in CSV a column names agents');
  }
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
