import ts from 'typescript';

/** One way in which a module names another. */
export interface ModuleImport {
  /** Undefined when it is computed at run time, so that nobody can know it. */
  readonly specifier: string | undefined;
  /** Whether it is gone at run time. `import { type A }` is not: the module is still loaded. */
  readonly isTypeOnly: boolean;
  /** What it takes; `all` where the parts are not told apart. */
  readonly names: readonly string[] | 'all';
  readonly line: number;
}

/** One name that a module gives. */
export interface ModuleExport {
  readonly name: string;
  /** An interface or a type alias. */
  readonly isType: boolean;
  readonly line: number;
}

/** A source file as far as the rules of the architecture look at it. */
export interface Module {
  readonly path: string;
  readonly tree: ts.SourceFile;
  readonly imports: readonly ModuleImport[];
  readonly exports: readonly ModuleExport[];
}

/**
 * Reads a source file with the compiler's own parser, so that no form of import is missed: plain,
 * for the side effect, re-export, `import()`, `require`, `import x = require`, `import('x').T`.
 */
export function parseModule(path: string, text: string): Module {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports: ModuleImport[] = tree.referencedFiles.map((reference) => ({
    specifier: `./${reference.fileName}`,
    isTypeOnly: true,
    names: 'all',
    line: lineOf(tree, reference.pos),
  }));
  const visit = (node: ts.Node): void => {
    const found = importOf(node);
    if (found !== undefined) imports.push({ ...found, line: lineOf(tree, node.getStart(tree)) });
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { path, tree, imports, exports: tree.statements.flatMap(exportsOf) };
}

type ImportFound = Omit<ModuleImport, 'line'>;

function importOf(node: ts.Node): ImportFound | undefined {
  if (ts.isImportDeclaration(node)) return declaredImport(node);
  if (ts.isExportDeclaration(node)) return reExport(node);
  if (ts.isImportTypeNode(node)) return importedType(node);
  if (ts.isCallExpression(node)) return calledImport(node);
  if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) {
    const specifier = textOf(node.moduleReference.expression);
    return { specifier, isTypeOnly: node.isTypeOnly, names: 'all' };
  }
  if (ts.isModuleDeclaration(node) && ts.isStringLiteral(node.name)) {
    return { specifier: node.name.text, isTypeOnly: true, names: [] };
  }
  return undefined;
}

function declaredImport(node: ts.ImportDeclaration): ImportFound {
  const specifier = textOf(node.moduleSpecifier);
  const clause = node.importClause;
  if (clause === undefined) return { specifier, isTypeOnly: false, names: [] };
  const isTypeOnly = clause.phaseModifier === ts.SyntaxKind.TypeKeyword;
  const bindings = clause.namedBindings;
  if (bindings !== undefined && ts.isNamespaceImport(bindings)) {
    return { specifier, isTypeOnly, names: 'all' };
  }
  const names = (bindings?.elements ?? []).map(
    ({ propertyName, name }) => (propertyName ?? name).text,
  );
  if (clause.name !== undefined) names.push('default');
  return { specifier, isTypeOnly, names };
}

function reExport(node: ts.ExportDeclaration): ImportFound | undefined {
  if (node.moduleSpecifier === undefined) return undefined;
  const specifier = textOf(node.moduleSpecifier);
  const { exportClause, isTypeOnly } = node;
  if (exportClause === undefined || ts.isNamespaceExport(exportClause)) {
    return { specifier, isTypeOnly, names: 'all' };
  }
  const names = exportClause.elements.map(({ propertyName, name }) => (propertyName ?? name).text);
  return { specifier, isTypeOnly, names };
}

function importedType(node: ts.ImportTypeNode): ImportFound {
  const specifier = ts.isLiteralTypeNode(node.argument) ? textOf(node.argument.literal) : undefined;
  let first = node.qualifier;
  while (first !== undefined && ts.isQualifiedName(first)) first = first.left;
  return { specifier, isTypeOnly: true, names: first === undefined ? 'all' : [first.text] };
}

function calledImport(node: ts.CallExpression): ImportFound | undefined {
  const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require';
  if (!isImport && !isRequire) return undefined;
  return { specifier: textOf(node.arguments[0]), isTypeOnly: false, names: 'all' };
}

function exportsOf(statement: ts.Statement): readonly ModuleExport[] {
  const tree = statement.getSourceFile();
  const line = lineOf(tree, statement.getStart(tree));
  if (ts.isExportAssignment(statement)) return [{ name: 'default', isType: false, line }];
  if (ts.isExportDeclaration(statement)) {
    const clause = statement.exportClause;
    if (clause === undefined) return [{ name: '*', isType: false, line }];
    const elements = ts.isNamespaceExport(clause) ? [clause] : clause.elements;
    return elements.map(({ name }) => ({ name: name.text, isType: statement.isTypeOnly, line }));
  }
  const flags = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  if (!flags.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
  if (flags.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)) {
    return [{ name: 'default', isType: false, line }];
  }
  const isType = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
  return declaredNames(statement).map((name) => ({ name, isType, line }));
}

function declaredNames(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
  }
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isEnumDeclaration(statement) ||
    ts.isModuleDeclaration(statement);
  return isNamed && statement.name !== undefined ? [statement.name.text] : [];
}

function boundNames(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) =>
    ts.isOmittedExpression(element) ? [] : boundNames(element.name),
  );
}

function textOf(node: ts.Node | undefined): string | undefined {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined;
}

function lineOf(tree: ts.SourceFile, position: number): number {
  return tree.getLineAndCharacterOfPosition(position).line + 1;
}
