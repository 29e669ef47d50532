/** Level by skill. */
export function levels(
  skills: readonly { readonly skill: string; readonly level: number }[],
): ReadonlyMap<string, number> {
  return new Map(skills.map(({ skill, level }) => [skill, level]));
}
