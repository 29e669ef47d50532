import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ImportRefused } from './import-faults.ts';

/** A larger file is to be cut into several. */
const FILE_BYTES_MAX = 200_000_000;

/**
 * Keeps a file as it arrives; it is there when it is whole and on disk, and nobody else may read it.
 *
 * @throws {ImportRefused} there is none, or it is too large. Nothing is kept then.
 */
export async function keepUpload(path: string, body: AsyncIterable<Uint8Array>): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.draft`;
  try {
    // On disk before its import is begun, which a power cut would not undo.
    await pipeline(bounded(body), createWriteStream(draft, { mode: 0o600, flush: true }));
    await rename(draft, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** The hash by which `inspectFile` would know a file, without keeping it. @throws {ImportRefused} */
export async function hashUpload(body: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of bounded(body)) hash.update(bytes);
  return hash.digest('hex');
}

async function* bounded(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  // A request without a body, or without a type, comes as an empty object.
  if (!(Symbol.asyncIterator in body)) {
    throw new ImportRefused('file-missing', 'body', 'a file as text/csv');
  }
  let sizeBytes = 0;
  for await (const bytes of body) {
    sizeBytes += bytes.length;
    if (sizeBytes > FILE_BYTES_MAX) {
      throw new ImportRefused('file-too-large', 'file', 'at most 200,000,000 bytes');
    }
    yield bytes;
  }
}

/** A renamed file survives a power cut once its folder is on disk. */
async function syncFolder(path: string): Promise<void> {
  await using folder = await open(path);
  await folder.sync();
}
