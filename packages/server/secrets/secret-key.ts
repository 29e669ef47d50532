import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { draftOf } from '../database/draft.ts';
import { makeFolder } from '../database/make-folder.ts';
import { SettingsError } from '../read-settings.ts';
import { parseSecretKey, SECRET_KEY_BYTES, type Settings } from '../settings.ts';

/**
 * The key that seals secrets in the database: from the settings, else `secret.key` in the data
 * folder, which is made the first time.
 *
 * @throws {SettingsError} the file holds no key. And what the disk throws.
 */
export function secretKey({
  secretKey: set,
  dataFolder,
}: Pick<Settings, 'secretKey' | 'dataFolder'>): Buffer {
  if (set !== undefined) return Buffer.from(set, 'base64');
  const file = join(dataFolder, 'secret.key');
  if (!existsSync(file)) {
    makeFolder(dataFolder, 0o700);
    makeKeyFile(file);
  }
  const text = parseSecretKey(readFileSync(file, 'utf8').trim());
  if (text !== undefined) return Buffer.from(text, 'base64');
  throw new SettingsError(`${file} holds no key; bring back the one that was there`);
}

/** The file appears whole, and never in the place of another. */
function makeKeyFile(file: string): void {
  const draft = draftOf(file);
  const text = `${randomBytes(SECRET_KEY_BYTES).toString('base64')}\n`;
  try {
    writeFileSync(draft, text, { mode: 0o600, flush: true });
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
