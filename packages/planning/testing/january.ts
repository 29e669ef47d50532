import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { CALL_LOG } from '../replay/call-log-format.ts';
import { type CallLog, readCallLog } from '../replay/call-log-reader.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** Where the bank's January 1999 lies, if it is there: it is not ours to ship. */
const JANUARY_PATH = join(
  env['RAPPORT_REAL_DATA'] ?? join(ROOT, '../shared/data'),
  'call-log/january.txt',
);

/** Why tests on it are skipped, or false. */
export const JANUARY_MISSING = existsSync(JANUARY_PATH)
  ? false
  : `no call log at ${JANUARY_PATH}; RAPPORT_REAL_DATA names the folder of the data`;

export function readJanuary(): CallLog {
  const [header = '', ...lines] = readFileSync(JANUARY_PATH, 'utf8').split('\r\n');
  const reader = readCallLog(header, CALL_LOG);
  if (!reader.ok) throw new Error(`not a call log: ${reader.refusal.columns.join(', ')}`);
  for (const line of lines) reader.value.readLine(line);
  return reader.value.finish();
}
