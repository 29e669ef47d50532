import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { Catalogue } from './catalogue.ts';
import { readCatalogue } from './read-catalogue.ts';

/** Reads the catalogue of packages/core as it is now. */
export function coreCatalogue(): Catalogue {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const config = join(root, 'packages/core/tsconfig.json');
  const { config: json } = ts.readConfigFile(config, (path) => ts.sys.readFile(path)) as {
    readonly config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(json, ts.sys, dirname(config));
  const entry = join(root, 'packages/core/index.ts');
  return readCatalogue(ts.createProgram([entry], options), { entry, root });
}
