import { basename } from 'node:path';
import {
  type CallLog,
  type CallLogFormat,
  type CallLogReader,
  readCallLog,
} from '@rapport/planning';
import { UsageError } from '../cli-command.ts';
import { NoCallsInLog } from './no-calls-in-log.ts';
import { readLines } from './read-lines.ts';

/** How a call log is to be read. */
export interface CallLogFile {
  readonly path: string;
  readonly format: CallLogFormat;
  /** Of the rows that are set aside for the same fault. */
  readonly dirtyRowsKeptMax: number;
  readonly stop: AbortSignal;
  readonly onProgress: (readRatio: number) => void;
}

/**
 * Reads a call log from a file, however large, without holding its text in memory.
 *
 * @throws {UsageError} the file cannot be opened, is empty, or is no call log.
 * @throws {NoCallsInLog} no row is a call for an agent.
 */
export async function readCallLogFile(file: CallLogFile): Promise<CallLog> {
  const { path, stop, onProgress } = file;
  let reader: CallLogReader | undefined;
  for await (const { lines, readRatio } of readLines(path, stop)) {
    for (const line of lines) {
      if (reader === undefined) reader = readerFor(line, file);
      else reader.readLine(line);
    }
    onProgress(readRatio);
  }
  if (reader === undefined) throw new UsageError(`'${path}' is empty.`);
  const log = reader.finish();
  if (log.calls.length === 0) throw new NoCallsInLog(basename(path), log);
  return log;
}

function readerFor(
  headerLine: string,
  { path, format, dirtyRowsKeptMax }: CallLogFile,
): CallLogReader {
  const reader = readCallLog(headerLine, format, dirtyRowsKeptMax);
  if (reader.ok) return reader.value;
  const { columns } = reader.refusal;
  const missing = `${columns.length === 1 ? 'the column' : 'the columns'} ${columns.join(', ')}`;
  throw new UsageError(`'${basename(path)}' is not a call log: its first line lacks ${missing}.`);
}
