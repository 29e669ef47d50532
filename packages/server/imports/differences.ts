import type { Fields } from './import-kind.ts';

/** The fields of which `wanted` says something else than `known`, as they were and as they are to be. */
export function differences<State extends object>(
  known: State,
  wanted: Partial<State>,
): { readonly before: Partial<State>; readonly after: Partial<State> } {
  const before: Partial<State> = {};
  const after: Partial<State> = {};
  for (const [name, value] of Object.entries(wanted) as [keyof State, State[keyof State]][]) {
    if (value === undefined || JSON.stringify(known[name]) === JSON.stringify(value)) continue;
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
