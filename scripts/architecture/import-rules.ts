import {
  type Codebase,
  doorOf,
  isTest,
  packageOf,
  place,
  type Rule,
  targetOf,
} from './codebase.ts';
import { IMPORT_TABLE } from './import-table.ts';
import type { Module, ModuleImport } from './parse-module.ts';

/** Every import by a package's name points down the table; tests may look in any direction. */
export const importsFollowTable: Rule = (codebase) =>
  importsWhere(codebase, (module, { specifier, isTypeOnly }) => {
    const from = packageOf(module.path);
    const to = specifier === undefined ? undefined : doorOf(specifier);
    if (from === undefined || isTest(module.path)) return undefined;
    const allowed = IMPORT_TABLE[from];
    if (allowed === undefined) return `its package ${from} is not in the import table`;
    if (to === undefined) return undefined;
    if (to.name === from) return `imports its own package by name; import the file`;
    const access = allowed[to.name];
    if (access === undefined) return `${from} may not import ${to.name}`;
    if (access === 'values' || isTypeOnly) return undefined;
    return `${from} may import only types from ${to.name}: use import type`;
  });

/** Between packages, imports go through the doors that the other package's manifest opens. */
export const packagesHaveDoors: Rule = (codebase) =>
  importsWhere(codebase, (module, { specifier }) => {
    if (specifier === undefined) return undefined;
    const own = doorOf(specifier);
    if (own === undefined) return wayAroundDoors(module, specifier);
    const doors = codebase.manifests.get(`packages/${own.name}`)?.exports ?? {};
    return Object.hasOwn(doors, own.door) ? undefined : `${specifier} is no door of its package`;
  });

/** What ships takes nothing from test code, whichever way: the rules about what ships end there. */
export const productTakesNoTestCode: Rule = (codebase) =>
  importsWhere(codebase, (module, { specifier }) => {
    const isProduct = packageOf(module.path) !== undefined && !isTest(module.path);
    if (!isProduct || specifier === undefined) return undefined;
    const target = targetOf(codebase, module.path, specifier);
    return target !== undefined && isTest(target) ? `${specifier} is for tests` : undefined;
  });

/** Every relative import names a file that is there, and computed names are not used at all. */
export const importsNameFiles: Rule = (codebase) =>
  importsWhere(codebase, (module, { specifier }) => {
    if (specifier === undefined) return 'imports a computed name, which no rule can check';
    if (!specifier.startsWith('.') || /\.(json|css|svg)$/.test(specifier)) return undefined;
    const target = targetOf(codebase, module.path, specifier) ?? '';
    return codebase.modules.has(target) ? undefined : `${specifier} names no source file`;
  });

function wayAroundDoors({ path }: Module, specifier: string): string | undefined {
  const from = packageOf(path);
  if (from === undefined || !specifier.startsWith('.')) return undefined;
  const climbed = new URL(specifier, `file:///${path}`).pathname;
  return climbed.startsWith(`/packages/${from}/`)
    ? undefined
    : `${specifier} leaves its package; import the other one by its name`;
}

type Verdict = (module: Module, found: ModuleImport) => string | undefined;

function importsWhere(codebase: Codebase, verdict: Verdict): readonly string[] {
  return [...codebase.modules.values()].flatMap((module) =>
    module.imports.flatMap((found) => {
      const wrong = verdict(module, found);
      return wrong === undefined ? [] : [`${place(module, found)} ${wrong}`];
    }),
  );
}
