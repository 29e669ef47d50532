import { hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { draftOf } from '../database/draft.ts';
import { makeFolder } from '../database/make-folder.ts';
import { SettingsError } from '../read-settings.ts';
import { parseSecretKey, SECRET_KEY_BYTES, type Settings } from '../settings.ts';

/**
 * What the secret key is used for: to sign cookies and encrypt second factors (`sign-in`), to make
 * the tokens of invitations, to hash requests and tries, to seal webhooks' secrets, and to recognise
 * the key itself (`check`).
 */
export type KeyPurpose = 'sign-in' | 'invitations' | 'requests' | 'throttle' | 'webhooks' | 'check';

/**
 * The one secret key of a centre, which is never in its database: from the settings, else
 * `secret.key` in the data folder, which is made the first time.
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

/**
 * The key for one purpose: whoever learns it learns neither the secret key nor the key for another.
 *
 * Source: RFC 5869 (HKDF), with SHA-256.
 */
export function keyFor(purpose: KeyPurpose, key: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', `rapport ${purpose}`, SECRET_KEY_BYTES));
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
