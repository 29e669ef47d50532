/** The outcome of an operation that may be refused. A refusal is a value, not an exception. */
export type Result<Value, Refusal> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal };

/** Marks a branch that the types prove impossible. Reaching it is a bug, so it throws. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
