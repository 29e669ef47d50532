/** What was asked cannot be imported as it is. Nothing was changed. Not retryable. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
  readonly retryable = false;
  readonly code: string;
  /** Which part of what was asked it is about: `map`, `file`, `kind`, `region` … */
  readonly field: string;
  readonly expected: string;

  constructor(code: string, field: string, expected: string) {
    super(`this cannot be imported: ${field} is not valid; expected ${expected}`);
    this.code = code;
    this.field = field;
    this.expected = expected;
  }
}

/** Another import of this centre is being worked off. Retry when it is done. */
export class ImportBusy extends Error {
  override readonly name = 'ImportBusy';
  readonly code = 'import-busy';
  readonly retryable = true;

  constructor(centre: string) {
    super(`the centre ${centre} is importing something already; try again when that is done`);
  }
}

/** There is no such import, or it cannot be undone: the reason is the code. Not retryable. */
export class UndoRefused extends Error {
  override readonly name = 'UndoRefused';
  readonly retryable = false;
  readonly code: 'import-unknown' | 'import-forgotten' | 'nothing-to-undo';

  constructor(code: UndoRefused['code']) {
    super(UNDO_REFUSALS[code]);
    this.code = code;
  }
}

const UNDO_REFUSALS: Readonly<Record<UndoRefused['code'], string>> = {
  'import-unknown': 'there is no such import',
  'import-forgotten': 'the import is too old: what was there before has been forgotten',
  'nothing-to-undo': 'the import changed nothing, or was undone already',
};
