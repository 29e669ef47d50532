import { isBuiltin } from 'node:module';
import { type Codebase, isTest, packageOf, place, type Rule } from './codebase.ts';
import type { Module, ModuleImport } from './parse-module.ts';

/** Every foreign package that a module imports is named by the manifest of the module's own package. */
export const dependenciesAreListed: Rule = (codebase) =>
  [...codebase.modules.values()].flatMap((module) =>
    module.imports.flatMap((found) => {
      const name = foreignName(found.specifier);
      if (name === undefined || isListed(codebase, module, { name, found })) return [];
      return [`${place(module, found)} imports ${name}, which its package.json does not list`];
    }),
  );

function isListed(
  { manifests }: Codebase,
  module: Module,
  { name, found }: { readonly name: string; readonly found: ModuleImport },
): boolean {
  const own = packageOf(module.path);
  const root = manifests.get('');
  const manifest = own === undefined ? root : manifests.get(`packages/${own}`);
  if (manifest?.dependencies?.[name] !== undefined) return true;
  if (own === undefined) {
    // The root's workspaces are at hand for its scripts without being listed.
    return name.startsWith('@rapport/') || root?.devDependencies?.[name] !== undefined;
  }
  if (!isTest(module.path) && !found.isTypeOnly) return false;
  return [manifest, root].some((each) => each?.devDependencies?.[name] !== undefined);
}

/** The package that a specifier names; undefined for files and for what Node itself brings. */
function foreignName(specifier: string | undefined): string | undefined {
  if (specifier === undefined || specifier.startsWith('.')) return undefined;
  if (specifier.startsWith('node:') && isBuiltin(specifier)) return undefined;
  const [first = '', second] = specifier.split('/');
  return first.startsWith('@') && second !== undefined ? `${first}/${second}` : first;
}
