import type { ImportRow } from './import-row.ts';
import type { MappedColumn } from './map-columns.ts';

/** A file whose header, or calendar, was understood. */
export interface Source {
  readonly columns: readonly MappedColumn[];
  /** Its rows from the first, by field; may be asked for more than once. */
  readonly rows: () => AsyncGenerator<ImportRow>;
}
