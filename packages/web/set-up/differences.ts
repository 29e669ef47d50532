/** A field of a setting that a change touched, before and after, as text; absent where there was none. */
export interface Difference {
  readonly field: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

type State = Readonly<Record<string, unknown>>;

/** What differs between two states, field by field, as `textOf` says it; undefined is nothing to say. */
export function differences(
  before: State | undefined,
  after: State | undefined,
  textOf: (field: string, value: unknown) => string | undefined,
): readonly Difference[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields.flatMap((field) => {
    const [was, is] = [before, after].map((state) => textOf(field, state?.[field]));
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}
