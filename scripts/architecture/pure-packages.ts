import ts from 'typescript';
import { isTest, packageOf, type Rule } from './codebase.ts';
import { worldlyWord } from './worldly-words.ts';

const PURE_PACKAGES: ReadonlySet<string | undefined> = new Set(['core', 'planning']);

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
