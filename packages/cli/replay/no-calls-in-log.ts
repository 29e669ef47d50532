import type { CallLog } from '@rapport/planning';
import { dirtyRowText } from './dirty-row-text.ts';
import { grouped } from './figure-text.ts';

/** A file that has the header of a call log, and no row that is a call for an agent. */
export class NoCallsInLog extends Error {
  override readonly name = 'NoCallsInLog';
  readonly code = 'no-calls-in-log';

  constructor(fileName: string, log: CallLog) {
    super(`No row of '${fileName}' is a call for an agent; ${reasonOf(log)}.`);
  }
}

function reasonOf({ rowCount, dirtyRows: [first] }: CallLog): string {
  if (first !== undefined)
    return `the first fault: line ${first.lineNumber}, ${dirtyRowText(first)}`;
  if (rowCount === 0) return 'it has no rows below its header';
  const all = rowCount === 1 ? 'its one row is' : `all of its ${grouped(rowCount)} rows are`;
  return `${all} callers who left in the menu, phantom calls or headers`;
}
