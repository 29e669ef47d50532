import { relative, sep } from 'node:path';
import ts from 'typescript';
import type { Catalogue, Message, MessageField } from './catalogue.ts';
import { readNamedTypes } from './read-named-types.ts';

/** A member of a union: where it is declared, and what is said about it. */
interface Member {
  readonly node: ts.TypeNode | ts.InterfaceDeclaration;
  readonly summary: string;
}

/**
 * Reads the unions `Command`, `DeskEvent` and `Refusal` that `entry` exports, with their
 * docstrings, however they are put together from other unions.
 *
 * @throws when one of them is not exported, or a member has no literal `type` or `code`.
 */
export function readCatalogue(
  program: ts.Program,
  { entry, root }: { readonly entry: string; readonly root: string },
): Catalogue {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const symbol = source === undefined ? undefined : checker.getSymbolAtLocation(source);
  const exported = symbol === undefined ? [] : checker.getExportsOfModule(symbol);
  const union = (name: string): readonly Member[] => {
    const found = exported.find((each) => each.getName() === name);
    if (found === undefined) throw new Error(`${entry} does not export ${name}`);
    return membersOfDeclaration(declarationOf(found, checker), checker);
  };
  const message = (member: Member) => messageOf(member, checker, root);
  const [commands, events, refusals] = [union('Command'), union('DeskEvent'), union('Refusal')];
  return {
    commands: commands.map(message),
    events: events.map(message),
    refusals: refusals.map(message),
    types: readNamedTypes(
      checker,
      [...commands, ...events, ...refusals].map(({ node }) => node),
      root,
    ),
  };
}

function membersOfDeclaration(
  declaration: ts.Declaration | undefined,
  checker: ts.TypeChecker,
): readonly Member[] {
  if (declaration === undefined) throw new Error('a union names a type that is not declared');
  const summary = docstringOf(declaration);
  if (ts.isInterfaceDeclaration(declaration)) return [{ node: declaration, summary }];
  if (ts.isTypeAliasDeclaration(declaration)) return membersOf(declaration.type, checker, summary);
  throw new Error(`${declaration.getText()} is neither an interface nor a type alias`);
}

function membersOf(node: ts.TypeNode, checker: ts.TypeChecker, summary: string): readonly Member[] {
  if (ts.isParenthesizedTypeNode(node)) return membersOf(node.type, checker, summary);
  if (ts.isUnionTypeNode(node)) {
    return node.types.flatMap((each, position) =>
      membersOf(each, checker, docstringBefore(node, position)),
    );
  }
  if (!ts.isTypeReferenceNode(node)) return [{ node, summary }];
  const symbol = checker.getSymbolAtLocation(node.typeName);
  return membersOfDeclaration(
    symbol === undefined ? undefined : declarationOf(symbol, checker),
    checker,
  );
}

function messageOf({ node, summary }: Member, checker: ts.TypeChecker, root: string): Message {
  const properties = checker.getTypeAtLocation(node).getProperties();
  const literal = (name: string) => {
    const property = properties.find((each) => each.getName() === name);
    const type = property === undefined ? undefined : checker.getTypeOfSymbol(property);
    return type?.isLiteral() === true ? type.value : undefined;
  };
  const name = literal('type') ?? literal('code');
  const version = literal('v');
  if (typeof name !== 'string') throw new Error(`${node.getText()} has no literal type or code`);
  return {
    name,
    version: typeof version === 'number' ? version : undefined,
    summary,
    path: relative(root, node.getSourceFile().fileName).split(sep).join('/'),
    fields: properties
      .filter((each) => !['type', 'code', 'v'].includes(each.getName()))
      .map((each) => fieldOf(each, checker)),
  };
}

function fieldOf(property: ts.Symbol, checker: ts.TypeChecker): MessageField {
  const declaration = property.valueDeclaration;
  const declared =
    declaration !== undefined && ts.isPropertySignature(declaration) ? declaration.type : undefined;
  const type = declared?.getText() ?? checker.typeToString(checker.getTypeOfSymbol(property));
  return {
    name: property.getName(),
    type: type.replace(/\s+/g, ' '),
    isOptional: (property.flags & ts.SymbolFlags.Optional) !== 0,
    summary: ts.displayPartsToString(property.getDocumentationComment(checker)),
  };
}

function declarationOf(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Declaration | undefined {
  const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  return (isAlias ? checker.getAliasedSymbol(symbol) : symbol).declarations?.[0];
}

function docstringOf(node: ts.Node): string {
  const [doc] = ts.getJSDocCommentsAndTags(node);
  return doc === undefined ? '' : (ts.getTextOfJSDocComment(doc.comment) ?? '');
}

/** The docstring of a member that stands in the union itself: the compiler attaches it to nothing. */
function docstringBefore(union: ts.UnionTypeNode, position: number): string {
  const from = union.types[position - 1]?.end ?? union.pos;
  const gap = union.getSourceFile().text.slice(from, union.types[position]?.getStart());
  const comment = /\/\*\*([^]*?)\*\//.exec(gap)?.[1] ?? '';
  return comment.replace(/^[ \t]*\* ?/gm, '').trim();
}
