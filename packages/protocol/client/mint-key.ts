/**
 * Returns a new UUID of version 7. The server sees in it when a request was first sent, and need not
 * look up whether it knows it already.
 *
 * Source: RFC 9562, section 5.7.
 */
export function mintKey(now: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const time = now.toString(16).padStart(12, '0');
  const variant = '89ab'.charAt((bytes[8] ?? 0) & 3);
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-');
}
