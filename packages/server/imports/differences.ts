import type { Fields } from './import-kind.ts';

/** What is wanted of a state; what is left out, or undefined, may be as it is. */
type Wanted<State> = { readonly [Field in keyof State]?: State[Field] | undefined };

/** The fields of which `wanted` says something else than `known`, as they were and as they are to be. */
export function differences<State extends object>(
  known: State,
  wanted: Wanted<State>,
): { readonly before: Partial<State>; readonly after: Partial<State> } {
  const before: Partial<State> = {};
  const after: Partial<State> = {};
  for (const [name, value] of Object.entries(wanted) as [keyof State, State[keyof State]][]) {
    if (value === undefined || known[name] === value) continue;
    if (typeof value === 'object' && JSON.stringify(known[name]) === JSON.stringify(value))
      continue;
    before[name] = known[name];
    after[name] = value;
  }
  return { before, after };
}

/** Whether every field that an import wrote is still as it left it. */
export function isAsLeft(current: object, after: Fields): boolean {
  const { after: left } = differences<Record<string, unknown>>({ ...current }, { ...after });
  return Object.keys(left).length === 0;
}
