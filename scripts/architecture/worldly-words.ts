import ts from 'typescript';

const MOMENT = 'take the moment as an argument';
const CHANCE = 'take ids and a seeded Random as arguments';
const DUE = 'say when it is due, and let the host wake the desk';
const OUTSIDE = 'return what is to be done, and let a package that touches the world do it';
const GIVEN = 'take what it would give as an argument';
const WRITTEN = 'write the code out, so that the rules can see it';
const BY_CODE = 'compare with <, which is the same in every country';
const IN_FIGURES = 'leave the words for people to protocol';

/** Each would let the same command give other events on another day, machine or country. */
const GLOBALS: ReadonlyMap<string, string> = new Map([
  ['Date', MOMENT],
  ['Function', WRITTEN],
  ['Intl', IN_FIGURES],
  ['Temporal', MOMENT],
  ['console', OUTSIDE],
  ['crypto', CHANCE],
  ['eval', WRITTEN],
  ['fetch', OUTSIDE],
  ['globalThis', GIVEN],
  ['navigator', GIVEN],
  ['performance', MOMENT],
  ['process', GIVEN],
  ['queueMicrotask', DUE],
  ['require', 'import the file'],
  ['setImmediate', DUE],
  ['setInterval', DUE],
  ['setTimeout', DUE],
]);
const METHODS: ReadonlyMap<string, string> = new Map([
  ['localeCompare', BY_CODE],
  ['toLocaleDateString', IN_FIGURES],
  ['toLocaleLowerCase', 'use toLowerCase'],
  ['toLocaleString', IN_FIGURES],
  ['toLocaleTimeString', IN_FIGURES],
  ['toLocaleUpperCase', 'use toUpperCase'],
]);

/** What in this very node comes from the world, and what to write instead: `Date: take …`. */
export function worldlyWord(node: ts.Node): string | undefined {
  if (ts.isCallExpression(node)) return worldlyCall(node);
  if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword) {
    return `import.meta: ${GIVEN}`;
  }
  if (ts.isStringLiteralLike(node)) {
    return isQuotedMember(node) ? worded(METHODS, node.text) : undefined;
  }
  return ts.isIdentifier(node) ? worldlyIdentifier(node) : undefined;
}

function worldlyCall({ expression, arguments: given }: ts.CallExpression): string | undefined {
  if (expression.kind === ts.SyntaxKind.ImportKeyword) return 'import(): import the file';
  const name = memberCalled(expression);
  const isSort = name === 'sort' || name === 'toSorted';
  const isBare = given.every((each) => ts.isIdentifier(each) && each.text === 'undefined');
  return isSort && isBare
    ? `${name}() without an order: pass a comparator that ends in a tie-breaker`
    : undefined;
}

function worldlyIdentifier(node: ts.Identifier): string | undefined {
  const { text, parent } = node;
  const method = worded(METHODS, text);
  if (method !== undefined || isMemberName(node)) return method;
  if (text !== 'Math') return worded(GLOBALS, text);
  // Only `Math.name` shows which part is used; any other form could hide `random`.
  const isPlain = ts.isPropertyAccessExpression(parent) && parent.name.text !== 'random';
  return isPlain ? undefined : `Math.random, or Math whole: ${CHANCE}`;
}

function worded(words: ReadonlyMap<string, string>, name: string): string | undefined {
  const instead = words.get(name);
  return instead === undefined ? undefined : `${name}: ${instead}`;
}

/** The method's name, whether it is written `a.sort` or `a['sort']`. */
function memberCalled(callee: ts.Expression): string | undefined {
  if (ts.isPropertyAccessExpression(callee)) return callee.name.text;
  if (!ts.isElementAccessExpression(callee)) return undefined;
  const { argumentExpression: key } = callee;
  return ts.isStringLiteralLike(key) ? key.text : undefined;
}

/** Whether the text names a member: `a['b']`, `{ 'b': c } = a`, `{ ['b']: c } = a`. */
function isQuotedMember({ parent }: ts.StringLiteralLike): boolean {
  return (
    ts.isElementAccessExpression(parent) ||
    ts.isBindingElement(parent) ||
    ts.isComputedPropertyName(parent)
  );
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
