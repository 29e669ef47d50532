import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Names the form, so that another one can follow it. */
const PREFIX = 'v1.';

/** Keeps secrets that must be read again, so that whoever reads the database or a backup cannot. */
export interface SecretBox {
  /** `owner` is whose secret it is: sealed, it opens for nobody else. */
  readonly seal: (secret: string, owner: string) => string;
  /** @throws {SecretUnreadable} another key has sealed it, or for somebody else. */
  readonly open: (sealed: string, owner: string) => string;
}

export function secretBox(key: Buffer): SecretBox {
  return {
    seal(secret, owner) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(owner));
      const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return PREFIX + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open(sealed, owner) {
      const bytes = Buffer.from(sealed.slice(PREFIX.length), 'base64url');
      const nonce = bytes.subarray(0, NONCE_BYTES);
      const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
      const content = bytes.subarray(NONCE_BYTES + TAG_BYTES);
      try {
        const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
        decipher.setAAD(Buffer.from(owner)).setAuthTag(tag);
        return Buffer.concat([decipher.update(content), decipher.final()]).toString('utf8');
      } catch (cause) {
        throw new SecretUnreadable(owner, cause);
      }
    },
  };
}

/** The secret was sealed with another key: bring that one back, or make a new secret. Not retryable. */
export class SecretUnreadable extends Error {
  override readonly name = 'SecretUnreadable';
  readonly code = 'secret-unreadable';
  readonly retryable = false;

  constructor(owner: string, cause: unknown) {
    super(`the secret of ${owner} was sealed with another key`, { cause });
  }
}
