import { isPlainText } from '@rapport/core';
import { cellOf, type ImportRow } from './import-row.ts';
import type { Note } from './plan-rows.ts';

const NAME_LENGTH_MAX = 200;

/** The code or id in a cell; undefined where there is none, or none that can be kept. */
export function readCode(row: ImportRow, field: string, note: Note): string | undefined {
  const cell = cellOf(row, field);
  if (cell === undefined || isPlainText(cell.text)) return cell?.text;
  note(cell, { code: 'code-invalid', expected: 'at most 200 visible characters' });
  return undefined;
}

/** The name in a cell, on one line; undefined where there is none, or one that is too long. */
export function readName(row: ImportRow, field: string, note: Note): string | undefined {
  const cell = cellOf(row, field);
  if (cell === undefined) return undefined;
  const name = cell.text.replace(/\s+/g, ' ');
  if (name.length <= NAME_LENGTH_MAX && !/[\p{Cc}\p{Cs}]/u.test(name)) return name;
  note(cell, { code: 'name-invalid', expected: 'at most 200 characters on one line' });
  return undefined;
}

/** A name as names are compared: without case, and with single spaces. */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
