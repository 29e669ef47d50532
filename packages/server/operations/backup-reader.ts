import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { BackupBroken, END_OF_TABLE, NO_BACKUP } from './backup-format.ts';

const NEWLINE = 10;
const HEADER_BYTES_MAX = 16 * 1024 * 1024;

/** Reads a backup from front to end, with never more than a few chunks in memory. */
export interface BackupReader {
  /** The next line, without its end. */
  readonly line: () => Promise<string>;
  /** The rows up to the end of the table, which is read too. */
  readonly table: () => AsyncGenerator<Buffer>;
}

/**
 * The unpacked bytes of a backup. Faults of the packing come as `BackupBroken`, those of the disk
 * as they are.
 */
export async function* unpacked(file: string, signal?: AbortSignal): AsyncGenerator<Buffer> {
  const source = createReadStream(file, { ...(signal && { signal }) });
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  try {
    for await (const chunk of gunzip as Readable) yield chunk as Buffer;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'Z_BUF_ERROR') throw new BackupBroken('it is cut off', { cause: error });
    if (isNotPacked(error)) throw new BackupBroken(NO_BACKUP);
    if (code.startsWith('Z_')) throw new BackupBroken('it is damaged', { cause: error });
    throw error;
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

/** Whether the first bytes already are none that a packed file begins with. */
function isNotPacked(error: unknown): boolean {
  return error instanceof Error && error.message === 'incorrect header check';
}

export function backupReader(chunks: AsyncGenerator<Buffer>): BackupReader {
  let pending: Buffer = Buffer.alloc(0);

  /** Adds the next chunk to what is pending; false at the end. */
  const more = async (): Promise<boolean> => {
    const next = await chunks.next();
    if (next.done === true) return false;
    pending = pending.length === 0 ? next.value : Buffer.concat([pending, next.value]);
    return true;
  };
  const take = (sizeBytes: number): Buffer => {
    const taken = pending.subarray(0, sizeBytes);
    pending = pending.subarray(sizeBytes);
    return taken;
  };

  return {
    line: async () => {
      let end = pending.indexOf(NEWLINE);
      while (end < 0) {
        if (pending.length > HEADER_BYTES_MAX) throw new BackupBroken(NO_BACKUP);
        if (!(await more())) throw new BackupBroken('it is cut off');
        end = pending.indexOf(NEWLINE);
      }
      return take(end + 1)
        .subarray(0, -1)
        .toString('utf8');
    },
    table: async function* () {
      let isLineStart = true;
      for (;;) {
        const end = findEndOfTable(pending, isLineStart);
        const sizeBytes = end ?? Math.max(0, pending.length - END_OF_TABLE.length);
        if (sizeBytes > 0) {
          const rows = take(sizeBytes);
          isLineStart = rows.at(-1) === NEWLINE;
          yield rows;
        }
        if (end !== undefined) {
          take(END_OF_TABLE.length);
          return;
        }
        if (!(await more())) throw new BackupBroken('it is cut off');
      }
    },
  };
}

function findEndOfTable(bytes: Buffer, isLineStart: boolean): number | undefined {
  for (let at = bytes.indexOf(END_OF_TABLE); at >= 0; at = bytes.indexOf(END_OF_TABLE, at + 1)) {
    const isAtLineStart = at === 0 ? isLineStart : bytes[at - 1] === NEWLINE;
    if (isAtLineStart) return at;
  }
  return undefined;
}
