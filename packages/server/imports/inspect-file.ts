import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { ImportRefused } from './import-faults.ts';

/** How the text of a file is written. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What a file is, as far as it can be told without understanding it. */
export interface InspectedFile {
  readonly path: string;
  readonly sizeBytes: number;
  /** SHA-256. */
  readonly hash: string;
  readonly encoding: Encoding;
}

/** So much of a file is looked at to find UTF-16 without a mark. */
const PROBE_BYTES = 4_096;

/**
 * Reads a file once, and tells its size, its hash and its encoding: what its mark says, else UTF-16
 * where every other byte of its beginning is zero, else UTF-8 where all of it is that, else Windows
 * Latin 1.
 *
 * @throws {ImportRefused} it is no text. And what the system throws when it cannot be read.
 */
export async function inspectFile(path: string): Promise<InspectedFile> {
  const hash = createHash('sha256');
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let sizeBytes = 0;
  let marked: Encoding | undefined;
  let isUtf8 = true;
  let hasZero = false;
  let hasZeroIn = zeroFinder(undefined);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
    const bytes = chunk as Buffer; // Without an encoding, streams of files give buffers.
    if (sizeBytes === 0) {
      marked = markOf(bytes);
      hasZeroIn = zeroFinder(marked);
    }
    sizeBytes += bytes.length;
    hash.update(bytes);
    hasZero ||= hasZeroIn(bytes);
    isUtf8 &&= decodes(utf8, bytes);
  }
  if (isUtf8) isUtf8 = decodes(utf8);
  const encoding = marked ?? (isUtf8 ? 'utf-8' : 'windows-1252');
  if (hasZero) {
    throw new ImportRefused('file-not-text', 'file', 'text in UTF-8, UTF-16 or Latin 1');
  }
  return { path, sizeBytes, hash: hash.digest('hex'), encoding };
}

/** Finds letters that are zero; in UTF-16 half the bytes of usual ones are. */
function zeroFinder(encoding: Encoding | undefined): (bytes: Buffer) => boolean {
  if (encoding?.startsWith('utf-16') !== true) return (bytes) => bytes.includes(0);
  const decoder = new TextDecoder(encoding);
  return (bytes) => decoder.decode(bytes, { stream: true }).includes('\0');
}

function decodes(decoder: InstanceType<typeof TextDecoder>, bytes?: Buffer): boolean {
  try {
    decoder.decode(bytes, { stream: bytes !== undefined });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

const MARKS: readonly (readonly [mark: readonly number[], encoding: Encoding])[] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
];

function markOf(bytes: Buffer): Encoding | undefined {
  for (const [mark, encoding] of MARKS) {
    if (mark.every((byte, index) => bytes[index] === byte)) return encoding;
  }
  const zeros = { even: 0, odd: 0 };
  const probe = bytes.subarray(0, PROBE_BYTES);
  for (const [index, byte] of probe.entries()) {
    if (byte === 0) zeros[index % 2 === 0 ? 'even' : 'odd'] += 1;
  }
  const many = probe.length / 4;
  if (zeros.odd > many && zeros.even === 0) return 'utf-16le';
  return zeros.even > many && zeros.odd === 0 ? 'utf-16be' : undefined;
}
