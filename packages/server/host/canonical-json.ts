import { hash } from 'node:crypto';

/** Tells one value from another, however its fields are ordered: SHA-256 of its canonical form. */
export function canonicalHash(value: unknown): string {
  return hash('sha256', canonicalJson(value), 'base64url');
}

/** JSON with the keys of every object sorted and absent fields left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}

// One call that writes all of it takes half as long as one a field.
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const fields = value as Readonly<Record<string, unknown>>;
  // Without a prototype, a field named __proto__ is a field like others.
  const copy = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(fields).sort()) copy[key] = sorted(fields[key]);
  return copy;
}
