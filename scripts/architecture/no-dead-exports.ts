import ts from 'typescript';
import { type Codebase, isGenerated, type Rule, targetOf } from './codebase.ts';
import type { Module, ModuleExport } from './parse-module.ts';

/**
 * Every exported name is imported somewhere, tests included; what a package's door gives is for
 * others and not asked.
 *
 * A type may also be used in its own file only: it is part of another that is imported.
 */
export const noDeadExports: Rule = (codebase) => {
  const used = usedNames(codebase);
  return [...codebase.modules.values()]
    .filter(({ path }) => !isDoor(path) && !isConfig(path) && !isGenerated(path))
    .flatMap((module) => {
      const names = used.get(module.path);
      if (names?.has('*') === true) return [];
      return module.exports
        .filter((each) => names?.has(each.name) !== true && !isPartOfAnother(module, each))
        .map(({ name, line }) => `${module.path}:${line} exports ${name}, which nobody imports`);
    });
};

/** By path, the names that some module imports from there; `*` where it takes all. */
function usedNames(codebase: Codebase): ReadonlyMap<string, ReadonlySet<string>> {
  const used = new Map<string, Set<string>>();
  for (const { path, imports } of codebase.modules.values()) {
    for (const { specifier, names } of imports) {
      const target = specifier === undefined ? undefined : targetOf(codebase, path, specifier);
      if (target === undefined) continue;
      const known = used.get(target) ?? new Set();
      used.set(target, known);
      for (const name of names === 'all' ? ['*'] : names) known.add(name);
    }
  }
  for (const path of pathsInConfigs(codebase)) used.set(path, new Set('*'));
  return used;
}

/** A tool's config names some modules by their path, such as a set-up file for the tests. */
function pathsInConfigs({ modules }: Codebase): readonly string[] {
  const configs = [...modules.values()].filter(({ path }) => isConfig(path));
  return [...modules.keys()].filter((path) =>
    configs.some(({ tree }) => tree.text.includes(`${path}'`)),
  );
}

function isPartOfAnother({ tree }: Module, { name, isType }: ModuleExport): boolean {
  if (!isType) return false;
  let count = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === name) count += 1;
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return count > 1;
}

function isDoor(path: string): boolean {
  return /^packages\/[^/]+\/(testing\/)?index\.ts$/.test(path);
}

function isConfig(path: string): boolean {
  return /^(packages\/[^/]+\/)?[^/]+\.config\.[jt]s$/.test(path);
}
