import { hash } from 'node:crypto';

/** Tells one value from another, however its fields are ordered: SHA-256 of its canonical form. */
export function canonicalHash(value: unknown): string {
  return hash('sha256', canonical(value), 'base64url');
}

/** JSON with the keys of every object sorted and absent fields left out. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`);
  return `{${fields.join(',')}}`;
}
