import type { Problem } from '@rapport/protocol';
import { ImportBusy, ImportRefused, UndoRefused } from '../imports/import-faults.ts';

/** What the caller is told of an import that cannot be; undefined where the fault is of another kind. */
export function problemOfImport(error: unknown): Problem | undefined {
  if (error instanceof ImportRefused) {
    const { code, field, expected } = error;
    const status = code === 'file-too-large' ? 413 : 400;
    const title = `${field} is not valid; expected ${expected}.`;
    return { type: code, title, status, field, expected };
  }
  if (error instanceof ImportBusy) {
    return { type: error.code, title: 'Another import is being worked off.', status: 409 };
  }
  if (error instanceof UndoRefused) {
    const { code, message } = error;
    const title = `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
    return { type: code, title, status: code === 'import-unknown' ? 404 : 409 };
  }
  return undefined;
}
