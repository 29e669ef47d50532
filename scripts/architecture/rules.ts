import type { Rule } from './codebase.ts';
import {
  importsFollowTable,
  importsNameFiles,
  packagesHaveDoors,
  productTakesNoTestCode,
} from './import-rules.ts';
import { dependenciesAreListed } from './listed-dependencies.ts';
import { noCycles } from './no-cycles.ts';
import { noDeadExports } from './no-dead-exports.ts';
import { pureStaysPure } from './pure-packages.ts';
import {
  exportsAreNamed,
  filesStayShort,
  namesAreKebabCase,
  noDrawers,
  noInnerBarrels,
} from './shape-rules.ts';

/** Every rule, by the sentence that is true of the repository while the rule finds nothing. */
export const RULES = {
  'every import follows the table': importsFollowTable,
  'packages are entered by their doors': packagesHaveDoors,
  'what ships imports no test code': productTakesNoTestCode,
  'every import names a file': importsNameFiles,
  'no file reaches itself through its imports': noCycles,
  'core and planning are pure': pureStaysPure,
  'every dependency is listed': dependenciesAreListed,
  'no export is dead': noDeadExports,
  'files stay short': filesStayShort,
  'nothing lies in a drawer': noDrawers,
  'file names are in the form of their kind': namesAreKebabCase,
  'exports are named': exportsAreNamed,
  'no barrels inside a package': noInnerBarrels,
} as const satisfies Readonly<Record<string, Rule>>;
