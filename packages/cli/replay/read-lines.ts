import { type FileHandle, open } from 'node:fs/promises';
import { UsageError } from '../cli-command.ts';

/** Longer lines are cut here: what is no text may have no line ends, and must not fill the memory. */
const LINE_LENGTH_MAX = 10_000;

/** Some lines of a file, without their ends, and how far they reach into it. */
export interface LineBatch {
  readonly lines: readonly string[];
  /** 0 to 1; 0 where nobody knows how long the file is. */
  readonly readRatio: number;
}

/**
 * The lines of a text file, in order and a few thousand at a time; they end in LF or CRLF. What is
 * not UTF-8 comes as U+FFFD. Stops with the reason of `stop` when that is aborted.
 *
 * @throws {UsageError} the file cannot be opened.
 */
export async function* readLines(path: string, stop: AbortSignal): AsyncGenerator<LineBatch> {
  await using file = await openToRead(path);
  const { size: sizeBytes } = await file.stat();
  let readBytes = 0;
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of file.createReadStream({ autoClose: false })) {
    stop.throwIfAborted();
    const bytes = chunk as Buffer; // Without an encoding, streams of files give buffers.
    readBytes += bytes.length;
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = cut(lines.pop() ?? '');
    yield {
      lines: lines.map(withoutReturn),
      readRatio: sizeBytes === 0 ? 0 : Math.min(1, readBytes / sizeBytes),
    };
  }
  rest += decoder.decode();
  if (rest !== '') yield { lines: [withoutReturn(rest)], readRatio: 1 };
}

async function openToRead(path: string): Promise<FileHandle> {
  let file: FileHandle;
  try {
    file = await open(path);
  } catch (error) {
    throw new UsageError(`Cannot open '${path}': ${reasonOf(error)}.`, { cause: error });
  }
  if (!(await file.stat()).isDirectory()) return file;
  await file.close();
  throw new UsageError(`Cannot open '${path}': it is a folder.`);
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'there is no such file';
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read';
  return error instanceof Error ? error.message : String(error);
}

function withoutReturn(line: string): string {
  return cut(line.endsWith('\r') ? line.slice(0, -1) : line);
}

function cut(line: string): string {
  return line.length > LINE_LENGTH_MAX ? line.slice(0, LINE_LENGTH_MAX) : line;
}
