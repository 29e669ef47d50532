import type { KnownBy } from '../../customers/normalise-identity.ts';

/** How a customer is recognised, in its normal form. */
export interface Identity {
  readonly kind: KnownBy['kind'];
  readonly value: string;
}

/** What tells one identity from another, as one text. */
export function identityKey({ kind, value }: Identity): string {
  return `${kind} ${value}`;
}
