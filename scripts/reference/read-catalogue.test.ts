import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import type { Message } from './catalogue.ts';
import { readCatalogue } from './read-catalogue.ts';

/** A program of files that exist only here. */
function read(files: Readonly<Record<string, string>>) {
  const options: ts.CompilerOptions = {
    noLib: true,
    module: ts.ModuleKind.NodeNext,
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
  };
  const host = ts.createCompilerHost(options, true);
  const at = (path: string) => files[path.replace('/repository/', '')];
  host.fileExists = (path) => at(path) !== undefined;
  host.directoryExists = () => true;
  host.readFile = at;
  host.getSourceFile = (path, language) => {
    const text = at(path);
    return text === undefined ? undefined : ts.createSourceFile(path, text, language, true);
  };
  const entry = '/repository/core/index.ts';
  const program = ts.createProgram([entry], options, host);
  return readCatalogue(program, { entry, root: '/repository' });
}

const index = `export type { Command, DeskEvent, Refusal } from './messages.ts';`;
const messages = `
import type { WorkEvent, ReceiveWork } from './work/work-messages.ts';

export type Command = ReceiveWork;
export type DeskEvent = WorkEvent | ({ readonly type: 'desk-opened' } & Stamp);
export interface Stamp {
  readonly at: number;
}
export type Refusal =
  /** Nobody knows it. */
  | { readonly code: 'work-unknown'; readonly workId: string }
  /**
   * It is here
   * already.
   */
  | { readonly code: 'work-known' }
  | { readonly code: 'silent' };
`;
const work = `
/** Takes a new item in. */
export interface ReceiveWork extends Base {
  readonly type: 'receive-work';
  /** What it asks for. */
  readonly needs: readonly Need[];
  readonly note?: string;
}
interface Base {
  readonly workId: WorkId;
}
/** Names an item. */
export type WorkId = string;
/** What an item asks. */
export interface Need {
  readonly kind: Kind;
}
type Kind = 'skill' | 'language';

/** An item came in. */
export interface WorkReceived {
  readonly type: 'work-received';
  readonly v: 2;
}
export type WorkEvent = WorkReceived;
`;
const files = {
  'core/index.ts': index,
  'core/messages.ts': messages,
  'core/work/work-messages.ts': work,
};
const names = (all: readonly Message[]) => all.map(({ name }) => name);

describe('readCatalogue', () => {
  const catalogue = read(files);

  test('finds every member of nested unions, in their order', () => {
    expect(names(catalogue.commands)).toEqual(['receive-work']);
    expect(names(catalogue.events)).toEqual(['work-received', 'desk-opened']);
    expect(names(catalogue.refusals)).toEqual(['work-unknown', 'work-known', 'silent']);
  });

  test('reads fields with their types and docstrings, inherited ones too', () => {
    expect(catalogue.commands[0]).toEqual({
      name: 'receive-work',
      version: undefined,
      summary: 'Takes a new item in.',
      path: 'core/work/work-messages.ts',
      fields: [
        { name: 'needs', type: 'readonly Need[]', isOptional: false, summary: 'What it asks for.' },
        { name: 'note', type: 'string', isOptional: true, summary: '' },
        { name: 'workId', type: 'WorkId', isOptional: false, summary: '' },
      ],
    });
    expect(catalogue.events[0]).toMatchObject({ version: 2, summary: 'An item came in.' });
    expect(catalogue.events[1]?.fields.map(({ name }) => name)).toEqual(['at']);
  });

  test('reads the docstrings of members that stand in the union itself', () => {
    expect(catalogue.refusals.map(({ summary }) => summary.replace(/\s+/g, ' '))).toEqual([
      'Nobody knows it.',
      'It is here already.',
      '',
    ]);
  });

  test('brings the types that fields are made of, and theirs', () => {
    expect(catalogue.types.map(({ name }) => name)).toEqual(['Kind', 'Need', 'Stamp', 'WorkId']);
    expect(catalogue.types[1]).toMatchObject({
      summary: 'What an item asks.',
      text: 'interface Need {\n  readonly kind: Kind;\n}',
    });
  });

  test('says what is missing', () => {
    const without = { ...files, 'core/index.ts': index.replace('Refusal', 'Stamp') };
    expect(() => read(without)).toThrow('does not export Refusal');
    const nameless = { ...files, 'core/messages.ts': messages.replace("code: 'silent'", 'no: 1') };
    expect(() => read(nameless)).toThrow('has no literal type or code');
  });
});
