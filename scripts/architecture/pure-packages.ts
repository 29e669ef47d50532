import ts from 'typescript';
import { isTest, packageOf, type Rule } from './codebase.ts';

const PURE_PACKAGES: ReadonlySet<string | undefined> = new Set(['core', 'planning']);

/** Each would let the same command give other events on another day, machine or country. */
const WORLDLY_GLOBALS = new Set([
  'Date',
  'Intl',
  'Temporal',
  'console',
  'crypto',
  'fetch',
  'globalThis',
  'performance',
  'process',
  'queueMicrotask',
  'require',
  'setImmediate',
  'setInterval',
  'setTimeout',
]);
const WORLDLY_METHODS = new Set([
  'localeCompare',
  'toLocaleDateString',
  'toLocaleLowerCase',
  'toLocaleString',
  'toLocaleTimeString',
  'toLocaleUpperCase',
]);

/**
 * Core and planning take nothing from the world: no clock, no chance, no I/O, no dependency.
 *
 * The linter says so too, to whoever writes it; this also sees imports and is not switched off by
 * a comment.
 */
export const pureStaysPure: Rule = ({ modules }) =>
  [...modules.values()]
    .filter(({ path }) => PURE_PACKAGES.has(packageOf(path)) && !isTest(path))
    .flatMap(({ path, tree, imports }) => {
      const foreign = imports.flatMap(({ specifier, line }) =>
        specifier === undefined || /^\.|^@rapport\//.test(specifier)
          ? []
          : [`${path}:${line} imports ${specifier}`],
      );
      return [...foreign, ...worldlyWords(path, tree)];
    });

function worldlyWords(path: string, tree: ts.SourceFile): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const word = worldlyWord(node);
    if (word !== undefined) {
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
      found.push(`${path}:${line + 1} uses ${word}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function worldlyWord(node: ts.Node): string | undefined {
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return 'import()';
  }
  if (!ts.isIdentifier(node)) return undefined;
  const { text, parent } = node;
  if (isMemberName(node)) return WORLDLY_METHODS.has(text) ? text : undefined;
  if (WORLDLY_GLOBALS.has(text)) return text;
  if (text !== 'Math') return undefined;
  // Only `Math.name` shows which part is used; any other form could hide `random`.
  const isPlain = ts.isPropertyAccessExpression(parent) && parent.name.text !== 'random';
  return isPlain ? undefined : 'Math.random, or Math whole';
}

/** Whether the word only names a member: `call.process`, `{ process: 1 }`. */
function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isQualifiedName(parent)) return parent.right === node;
  if (ts.isBindingElement(parent)) return parent.propertyName === node;
  const isMember =
    ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isClassElement(parent);
  return isMember && parent.name === node;
}
