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

/** `keyOf` is asked when the first secret is sealed or opened: a centre without any needs no key. */
export function secretBox(keyOf: () => Buffer): SecretBox {
  let known: Buffer | undefined;
  const key = (): Buffer => (known ??= keyOf());
  return {
    seal(secret, owner) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key(), nonce).setAAD(Buffer.from(owner));
      const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return PREFIX + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open(sealed, owner) {
      const bytes = Buffer.from(sealed.slice(PREFIX.length), 'base64url');
      const nonce = bytes.subarray(0, NONCE_BYTES);
      const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
      const content = bytes.subarray(NONCE_BYTES + TAG_BYTES);
      const opening = key();
      try {
        const decipher = createDecipheriv(CIPHER, opening, nonce, { authTagLength: TAG_BYTES });
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
    super(`the secret of ${owner} was sealed with another key than RAPPORT_SECRET_KEY`, { cause });
  }
}
