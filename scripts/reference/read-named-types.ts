import { relative, sep } from 'node:path';
import ts from 'typescript';
import type { NamedType } from './catalogue.ts';

type Declaration = ts.InterfaceDeclaration | ts.TypeAliasDeclaration;

/**
 * Reads the types that the given nodes are made of, and those that these are made of in turn, by
 * name; what the language itself brings is left out.
 */
export function readNamedTypes(
  checker: ts.TypeChecker,
  nodes: readonly ts.Node[],
  root: string,
): readonly NamedType[] {
  const found: Declaration[] = [];
  const seen = new Set<Declaration>();
  const visit = (node: ts.Node): void => {
    const name = nameIn(node);
    const declaration = name === undefined ? undefined : ownDeclaration(name, checker);
    if (declaration !== undefined && !seen.has(declaration)) {
      seen.add(declaration);
      // What an interface extends is no type of a field, but its fields' types are.
      if (ts.isTypeReferenceNode(node)) found.push(declaration);
      visit(declaration);
    }
    ts.forEachChild(node, visit);
  };
  for (const node of nodes) visit(node);
  return found
    .map((declaration) => namedType(declaration, checker, root))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function nameIn(node: ts.Node): ts.Node | undefined {
  if (ts.isTypeReferenceNode(node)) return node.typeName;
  return ts.isExpressionWithTypeArguments(node) ? node.expression : undefined;
}

function ownDeclaration(name: ts.Node, checker: ts.TypeChecker): Declaration | undefined {
  const symbol = checker.getSymbolAtLocation(name);
  if (symbol === undefined) return undefined;
  const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  const declaration = (isAlias ? checker.getAliasedSymbol(symbol) : symbol).declarations?.[0];
  if (declaration === undefined) return undefined;
  if (/\/node_modules\//.test(declaration.getSourceFile().fileName)) return undefined;
  const isNamed = ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration);
  return isNamed ? declaration : undefined;
}

function namedType(declaration: Declaration, checker: ts.TypeChecker, root: string): NamedType {
  const name = declaration.name.text;
  const [doc] = ts.getJSDocCommentsAndTags(declaration);
  return {
    name,
    summary: doc === undefined ? '' : (ts.getTextOfJSDocComment(doc.comment) ?? ''),
    text: textOf(declaration, checker),
    path: relative(root, declaration.getSourceFile().fileName).split(sep).join('/'),
  };
}

function textOf(declaration: Declaration, checker: ts.TypeChecker): string {
  const text = declaration.getText().replace(/^export (declare )?/, '');
  if (!ts.isTypeAliasDeclaration(declaration) || !/\btypeof\b/.test(text)) return text;
  // Derived from a value that stands elsewhere: the reader wants to see what comes out.
  const type = checker.getTypeAtLocation(declaration.name);
  const parts = type.isUnion() ? type.types : [type];
  const shown = parts.map((part) => checker.typeToString(part)).join(' | ');
  return `type ${declaration.name.text} = ${shown};`;
}
