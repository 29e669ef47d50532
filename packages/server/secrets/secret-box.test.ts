import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { secretBox, SecretUnreadable } from './secret-box.ts';

const key = randomBytes(32);
const box = secretBox(key);

describe('a secret box', () => {
  test('opens what it sealed, which looks different each time and shows nothing', () => {
    const sealed = [1, 2].map(() => box.seal('whsec_abc', 'webhook_1'));
    expect(sealed[0]).not.toBe(sealed[1]);
    for (const each of sealed) {
      expect(each).not.toContain('whsec');
      expect(box.open(each, 'webhook_1')).toBe('whsec_abc');
    }
  });

  test('opens nothing for another owner, with another key, or that was altered or cut', () => {
    const sealed = box.seal('whsec_abc', 'webhook_1');
    const bytes = Buffer.from(sealed.slice(3), 'base64url');
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
    const altered = `v1.${bytes.toString('base64url')}`;
    const other = secretBox(randomBytes(32));
    expect(() => box.open(sealed, 'webhook_2')).toThrow(SecretUnreadable);
    expect(() => other.open(sealed, 'webhook_1')).toThrow(SecretUnreadable);
    for (const broken of [altered, sealed.slice(0, 40), 'v1.', '']) {
      expect(() => box.open(broken, 'webhook_1')).toThrow(SecretUnreadable);
    }
  });
});
