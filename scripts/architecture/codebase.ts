import { posix } from 'node:path';
import { type Module, parseModule } from './parse-module.ts';

/** What the rules read of a `package.json`. */
export interface Manifest {
  readonly exports?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** The repository's sources, parsed once for all rules. */
export interface Codebase {
  /** By path from the repository's root, in the order of their paths. */
  readonly modules: ReadonlyMap<string, Module>;
  /** By folder; the root's is the empty name. */
  readonly manifests: ReadonlyMap<string, Manifest>;
}

/** A rule returns what is wrong, one line each, beginning with the path; nothing when all is well. */
export type Rule = (codebase: Codebase) => readonly string[];

/** Parses sources and `package.json` files, given as text by path from the repository's root. */
export function codebaseOf(sources: ReadonlyMap<string, string>): Codebase {
  const modules = new Map<string, Module>();
  const manifests = new Map<string, Manifest>();
  for (const [path, text] of [...sources].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (posix.basename(path) === 'package.json') {
      const folder = posix.dirname(path);
      manifests.set(folder === '.' ? '' : folder, JSON.parse(text) as Manifest);
    } else modules.set(path, parseModule(path, text));
  }
  return { modules, manifests };
}

/** The package that a path lies in: `core` for `packages/core/…`; undefined outside `packages`. */
export function packageOf(path: string): string | undefined {
  const [top, name] = path.split('/');
  return top === 'packages' ? name : undefined;
}

/** Whether a module serves tests only: some rules about what ships do not concern it. */
export function isTest(path: string): boolean {
  return /(\.test|\.contract|\.sim)\.tsx?$|\/testing\//.test(path);
}

/** Whether a program writes a module: nobody reads it from the top, and it gives what it gives. */
export function isGenerated(path: string): boolean {
  return path.endsWith('.generated.ts');
}

/** Says where, in the form that editors turn into a link. */
export function place(module: Module, { line }: { readonly line: number }): string {
  return `${module.path}:${line}`;
}

/** One of our own packages by its public name: `@rapport/core/testing` has the door `./testing`. */
export function doorOf(specifier: string): { name: string; door: string } | undefined {
  const match = /^@rapport\/([^/]+)(?:\/(.+))?$/.exec(specifier);
  if (match === null) return undefined;
  const [, name = '', rest] = match;
  return { name, door: rest === undefined ? '.' : `./${rest}` };
}

/** The path that an import leads to, whether a file is there or not; undefined for foreign packages. */
export function targetOf(
  codebase: Codebase,
  fromPath: string,
  specifier: string,
): string | undefined {
  if (specifier.startsWith('.')) {
    return posix.normalize(posix.join(posix.dirname(fromPath), specifier));
  }
  const own = doorOf(specifier);
  if (own === undefined) return undefined;
  const folder = `packages/${own.name}`;
  return posix.join(folder, codebase.manifests.get(folder)?.exports?.[own.door] ?? own.door);
}
