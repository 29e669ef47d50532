import { type Codebase, type Rule, targetOf } from './codebase.ts';

/** No file reaches itself through what it imports, types included: each can be read after its imports. */
export const noCycles: Rule = (codebase) => {
  const cycles: string[] = [];
  const finished = new Set<string>();
  const path: string[] = [];
  const visit = (at: string): void => {
    const start = path.indexOf(at);
    if (start !== -1) cycles.push([...path.slice(start), at].join(' → '));
    if (start !== -1 || finished.has(at)) return;
    path.push(at);
    for (const next of importedBy(codebase, at)) visit(next);
    path.pop();
    finished.add(at);
  };
  for (const start of codebase.modules.keys()) visit(start);
  return cycles;
};

function importedBy(codebase: Codebase, path: string): readonly string[] {
  const specifiers = codebase.modules.get(path)?.imports.map(({ specifier }) => specifier) ?? [];
  const targets = specifiers.map((specifier) =>
    specifier === undefined ? undefined : targetOf(codebase, path, specifier),
  );
  return [...new Set(targets)].filter(
    (target) => target !== undefined && codebase.modules.has(target),
  ) as string[];
}
