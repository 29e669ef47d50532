import { createHash } from 'node:crypto';
import { BackupBroken, type BackupHeader, parseHeader, parseTrailer } from './backup-format.ts';
import { backupReader, unpacked } from './backup-reader.ts';

const NEWLINE = 10;

/**
 * Reads a backup through and returns its header, when every byte is as it was written.
 *
 * @throws {BackupBroken} it is no backup, or cut off, or altered.
 */
export async function verifyBackup(file: string, signal?: AbortSignal): Promise<BackupHeader> {
  try {
    const header = parseHeader(await firstLine(file, signal));
    const { sha256, lastLine } = await digest(file, signal);
    const trailer = parseTrailer(lastLine);
    if (trailer.sha256 !== sha256) throw new BackupBroken('its checksum differs: it was altered');
    return header;
  } catch (error) {
    if (!(error instanceof BackupBroken)) throw error;
    throw new BackupBroken(`${file} cannot be restored: ${error.message}`, { cause: error.cause });
  }
}

async function firstLine(file: string, signal?: AbortSignal): Promise<string> {
  const chunks = unpacked(file, signal);
  try {
    return await backupReader(chunks).line();
  } finally {
    await chunks.return(undefined);
  }
}

/** The checksum of everything before the last line, and that line. */
async function digest(
  file: string,
  signal?: AbortSignal,
): Promise<{ readonly sha256: string; readonly lastLine: string }> {
  const hash = createHash('sha256');
  // What may turn out to be the last line. A list, because one row can be many chunks long.
  let tail: Buffer[] = [];
  const hashTail = (): void => {
    for (const part of tail) hash.update(part);
    tail = [];
  };
  for await (const chunk of unpacked(file, signal)) {
    if (tail.at(-1)?.at(-1) === NEWLINE) hashTail();
    const lineStart = lastLineStart(chunk);
    if (lineStart > 0) {
      hashTail();
      hash.update(chunk.subarray(0, lineStart));
    }
    tail.push(chunk.subarray(lineStart));
  }
  return { sha256: hash.digest('hex'), lastLine: Buffer.concat(tail).toString('utf8') };
}

/** Where the last line begins that has a byte in the chunk besides a line's end; 0 if before it. */
function lastLineStart(chunk: Buffer): number {
  return chunk.subarray(0, -1).lastIndexOf(NEWLINE) + 1;
}
