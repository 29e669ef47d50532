/** Why a customer or an account is not saved. */
export type SaveRefusal =
  | { readonly code: 'field-invalid'; readonly field: string; readonly expected: string }
  /** Somebody else has what can be only one's: `by` is his id. */
  | { readonly code: 'taken'; readonly field: string; readonly by: string }
  /** It was changed since it was read. */
  | { readonly code: 'version-wrong'; readonly version: number }
  | { readonly code: 'not-found'; readonly what: string }
  | { readonly code: 'customer-erased'; readonly customerId: string };

export function refuse(refusal: SaveRefusal): {
  readonly ok: false;
  readonly refusal: SaveRefusal;
} {
  return { ok: false, refusal };
}
