import { describe, expect, test } from 'vitest';
import { codebaseOf } from './codebase.ts';
import { RULES } from './rules.ts';

type Files = Readonly<Record<string, string>>;
interface Plants {
  /** What was planted, the files, and what the one violation that is found must say. */
  readonly bad: readonly (readonly [label: string, files: Files, says: string])[];
  readonly good: readonly (readonly [label: string, files: Files])[];
}

const MANIFESTS: Files = {
  'package.json': JSON.stringify({ devDependencies: { vitest: '1', typescript: '6' } }),
  'packages/core/package.json': JSON.stringify({
    exports: { '.': './index.ts', './testing': './testing/index.ts' },
  }),
  'packages/planning/package.json': JSON.stringify({ exports: { '.': './index.ts' } }),
  'packages/protocol/package.json': JSON.stringify({ exports: { '.': './index.ts' } }),
  'packages/server/package.json': JSON.stringify({
    exports: { '.': './index.ts' },
    dependencies: { pg: '8', '@scope/client': '1' },
    devDependencies: { 'pg-tools': '1' },
  }),
};

const A = 'packages/core/a.ts';
const B = 'packages/core/b.ts';
const SERVER = 'packages/server/a.ts';
const TOP = 'packages/core/top.ts';
const upward = (source: string, says = 'core may not import server') =>
  [source, { [A]: source }, `${A}:1 ${says}`] as const;
const cycle = (back: string) =>
  [back, { [A]: `import { b } from './b.ts';`, [B]: back }, `${A} → ${B} → ${A}`] as const;
const impure = (source: string, says: string) =>
  [source, { [A]: source }, `${A}:1 ${says}`] as const;
const forTests = (source: string, path = A) =>
  [`${source} in ${path}`, { [path]: source }, 'is for tests'] as const;
const lines = (count: number) => ({ [A]: 'const a = 1;\n'.repeat(count) });

/** A planted violation of every rule, in every form that could slip through, and what must pass. */
const PLANTED: Readonly<Record<keyof typeof RULES, Plants>> = {
  'every import follows the table': {
    bad: [
      upward(`import { a } from '@rapport/server';`),
      upward(`import type { A } from '@rapport/server';`),
      upward(`import { type A } from '@rapport/server';`),
      upward(`import '@rapport/server';`),
      upward(`import a from '@rapport/server';`),
      upward(`import * as all from '@rapport/server';`),
      upward(`import a = require('@rapport/server');`),
      upward(`const a = require('@rapport/server');`),
      upward(`export { a } from '@rapport/server';`),
      upward(`export * from '@rapport/server';`),
      upward(`export * as all from '@rapport/server';`),
      upward(`export type { A } from '@rapport/server';`),
      upward(`const later = () => import('@rapport/server');`),
      upward('const later = () => import(`@rapport/server`);'),
      upward(`let a: import('@rapport/server').A;`),
      upward(`declare module '@rapport/server' { interface A { b: 1 } }`),
      upward(`import { a } from '@rapport/core';`, 'imports its own package by name'),
      [
        'a value where only types may pass',
        { 'packages/protocol/a.ts': `import { type Refusal } from '@rapport/core';` },
        'packages/protocol/a.ts:1 protocol may import only types from core',
      ],
      [
        'a package without a row',
        { 'packages/extra/a.ts': `import { a } from '@rapport/core';` },
        'its package extra is not in the import table',
      ],
    ],
    good: [
      ['downward', { [SERVER]: `import { a } from '@rapport/core';` }],
      ['types', { 'packages/protocol/a.ts': `import type { Refusal } from '@rapport/core';` }],
      ['a test looks up', { 'packages/core/a.test.ts': `import { a } from '@rapport/planning';` }],
      [
        'words only',
        { [A]: `// import { a } from '@rapport/server';\nconst a = "from '@rapport/server'";` },
      ],
    ],
  },
  'packages are entered by their doors': {
    bad: [
      [
        'a deep import',
        { [SERVER]: `import { a } from '@rapport/core/a.ts';` },
        '@rapport/core/a.ts is no door',
      ],
      [
        'a door that is not there',
        { [SERVER]: `import type { A } from '@rapport/planning/testing';` },
        '@rapport/planning/testing is no door',
      ],
      [
        'a path over the wall',
        { [A]: `export { a } from '../server/a.ts';` },
        '../server/a.ts leaves its package',
      ],
      [
        'a path over the wall in a test',
        { 'packages/core/routing/a.test.ts': `await import('../../server/a.ts');` },
        '../../server/a.ts leaves its package',
      ],
    ],
    good: [
      [
        'scripts take files',
        { 'scripts/a.ts': `import { COMMANDS } from '../packages/cli/a.ts';` },
      ],
    ],
  },
  'what ships imports no test code': {
    bad: [
      forTests(`import { given } from '@rapport/core/testing';`, SERVER),
      forTests(`import { nowAt } from './testing/now-at.ts';`),
      forTests(`import type { A } from './testing/now-at.ts';`),
      forTests(`export { nowAt } from './testing/now-at.ts';`),
      forTests(`let a: import('./testing/now-at.ts').A;`),
      forTests(`import { nowAt } from '../testing/now-at.ts';`, 'packages/core/routing/a.ts'),
      forTests(`import './b.test.ts';`),
      forTests(`import { keepsOrder } from './journal.contract.ts';`, SERVER),
    ],
    good: [
      ['tests use builders', { 'packages/server/a.test.ts': `import '@rapport/core/testing';` }],
      ['a test its own', { 'packages/core/a.test.ts': `import './testing/given.ts';` }],
      ['builders each other', { 'packages/core/testing/a.ts': `import './given.ts';` }],
      ['scripts', { 'bench/a.ts': `import '@rapport/core/testing';` }],
    ],
  },
  'every import names a file': {
    bad: [
      ['a missing file', { [A]: `import { b } from './b.ts';` }, './b.ts names no source file'],
      ['a compiled name', { [A]: `import './b.js';`, [B]: '' }, './b.js names no source file'],
      ['a computed name', { [SERVER]: `void import(name);` }, 'imports a computed name'],
    ],
    good: [['files and data', { [A]: `import './b.ts'; import c from './c.json';`, [B]: '' }]],
  },
  'no file reaches itself through its imports': {
    bad: [
      cycle(`import { a } from './a.ts';`),
      cycle(`import type { A } from './a.ts';`),
      cycle(`import './a.ts';`),
      cycle(`export { a } from './a.ts';`),
      cycle(`let a: import('./a.ts').A;`),
      cycle(`const later = () => import('../core/a.ts');`),
      ['itself', { [A]: `import { a } from './a.ts';` }, `${A} → ${A}`],
      [
        'through a door',
        {
          'packages/core/index.ts': `export { a } from './a.ts';`,
          [A]: `import { a } from '@rapport/core';`,
        },
        `${A} → packages/core/index.ts → ${A}`,
      ],
    ],
    good: [
      [
        'a diamond',
        {
          [TOP]: `import './a.ts'; import './b.ts';`,
          [A]: `import './c.ts';`,
          [B]: `import './c.ts';`,
          'packages/core/c.ts': '',
        },
      ],
    ],
  },
  'core and planning are pure': {
    bad: [
      impure(`const at = Date.now();`, 'uses Date'),
      impure(`let at: Date;`, 'uses Date'),
      impure(`const random = Math.random();`, 'uses Math.random'),
      impure(`const random = Math['random']();`, 'uses Math.random'),
      impure(`const { random } = Math;`, 'uses Math.random'),
      impure(`setTimeout(() => 1, 2);`, 'uses setTimeout'),
      impure(`const name = process.env['USER'];`, 'uses process'),
      impure(`const id = crypto.randomUUID();`, 'uses crypto'),
      impure(`const at = performance.now();`, 'uses performance'),
      impure(`console.log('here');`, 'uses console'),
      impure(`const at = globalThis['Da' + 'te'];`, 'uses globalThis'),
      impure(`names.sort((a, b) => a.localeCompare(b));`, 'uses localeCompare'),
      impure(`a['localeCompare'](b);`, 'uses localeCompare: compare with <'),
      impure('a[`toLocaleString`]();', 'uses toLocaleString'),
      impure(`const { localeCompare } = a;`, 'uses localeCompare'),
      impure(`const { 'localeCompare': compare } = a;`, 'uses localeCompare'),
      impure(`const { ['localeCompare']: compare } = a;`, 'uses localeCompare'),
      impure(`const at = globalThis['Date'].now();`, 'uses globalThis: take what it would give'),
      impure(`const at = eval('Da' + 'te');`, 'uses eval: write the code out'),
      impure(`const at = (0, eval)('Date');`, 'uses eval'),
      impure(`const at = new Function('return Date.now()');`, 'uses Function: write the code out'),
      impure(`const at = Function('return Date.now()')();`, 'uses Function'),
      impure(`const count = navigator.hardwareConcurrency;`, 'uses navigator: take what it'),
      impure(`const here = import.meta.url;`, 'uses import.meta: take what it would give'),
      impure(`names.sort();`, 'uses sort() without an order: pass a comparator'),
      impure(`names?.sort();`, 'uses sort() without an order'),
      impure(`names['sort']();`, 'uses sort() without an order'),
      impure(`names.sort(undefined);`, 'uses sort() without an order'),
      impure(`names.toSorted();`, 'uses toSorted() without an order: pass a comparator'),
      impure(`import { readFileSync } from 'node:fs';`, 'imports node:fs'),
      impure(`import type { Stats } from 'node:fs';`, 'imports node:fs'),
      impure(`import fc from 'fast-check';`, 'imports fast-check'),
      impure(`const later = () => import('./b.ts');`, 'uses import()'),
      [
        'planning too',
        { 'packages/planning/a.ts': `new Date();` },
        'packages/planning/a.ts:1 uses Date',
      ],
    ],
    good: [
      [
        'words that are no globals',
        {
          [A]: `// Date.now() and Math.random()\nconst call = { process: 'Date' };\ncall.process;\ninterface B { performance: 1 }\nMath.max(1, 2);`,
        },
      ],
      ['sorting by an order', { [A]: `names.sort(byId); names.toSorted(byId); const sort = 1;` }],
      ['members in quotes', { [A]: `call['process']; const word = 'localeCompare';` }],
      ['new.target', { [A]: `class B { constructor() { new.target; } }` }],
      ['tests', { 'packages/core/a.test.ts': `import 'vitest'; Date.now();` }],
      ['the world outside', { [SERVER]: `Date.now();` }],
    ],
  },
  'every dependency is listed': {
    bad: [
      ['a package', { [SERVER]: `import x from 'left-pad';` }, `${SERVER}:1 imports left-pad`],
      ['a part of one', { [SERVER]: `export { x } from '@other/kit/part';` }, 'imports @other/kit'],
      ['for tests, in what ships', { [SERVER]: `import 'pg-tools';` }, 'imports pg-tools'],
      [
        'the root’s, in what ships',
        { [SERVER]: `import ts from 'typescript';` },
        'imports typescript',
      ],
      ['a builtin without node:', { [SERVER]: `import fs from 'fs';` }, 'imports fs'],
      ['a builtin that is none', { [SERVER]: `import 'node:files';` }, 'imports node:files'],
      ['in a script', { 'scripts/a.ts': `import 'pg';` }, 'scripts/a.ts:1 imports pg'],
    ],
    good: [
      [
        'listed',
        { [SERVER]: `import pg from 'pg'; import '@scope/client/part'; import 'node:fs';` },
      ],
      ['for tests', { 'packages/server/a.test.ts': `import 'pg-tools'; import 'vitest';` }],
      ['types', { [SERVER]: `import type { Tool } from 'pg-tools';` }],
      ['in a script', { 'scripts/a.ts': `import ts from 'typescript'; import '@rapport/core';` }],
    ],
  },
  'no export is dead': {
    bad: [
      ['a value', { [A]: `export const a = 1;` }, `${A}:1 exports a`],
      ['used at home only', { [A]: `export function a() { return a; }` }, 'exports a'],
      ['a lonely type', { [A]: `export interface A { b: 1 }` }, 'exports A'],
      ['by list', { [A]: `const a = 1;\nexport { a as b };` }, `${A}:2 exports b`],
      [
        'taken apart',
        { [A]: `export const { a, ...rest } = b;`, [B]: `import { a } from './a.ts';` },
        'exports rest',
      ],
      [
        'another name',
        { [A]: `export const a = 1;`, [B]: `import { c as a } from './a.ts';` },
        'exports a',
      ],
    ],
    good: [
      ['imported', { [A]: `export const a = 1;`, [B]: `import { a as c } from './a.ts';` }],
      ['imported whole', { [A]: `export const a = 1;`, [B]: `import * as all from './a.ts';` }],
      [
        'at the door',
        { [A]: `export const a = 1;`, 'packages/core/index.ts': `export { a } from './a.ts';` },
      ],
      [
        'part of a type',
        {
          [A]: `export interface A { b: B }\nexport type B = 1;`,
          [B]: `import type { A } from './a.ts';`,
        },
      ],
      [
        'named by a config',
        { [A]: `export const setup = 1;`, 'vitest.config.ts': `const f = './${A}';` },
      ],
    ],
  },
  'files stay short': {
    bad: [['a line too many', lines(401), 'has 401 lines']],
    good: [['the longest', lines(400)]],
  },
  'nothing lies in a drawer': {
    bad: ['common/a.ts', 'shared/a.ts', 'routing/utils/a.ts', 'helpers/a.ts', 'utils.ts'].map(
      (name) => [name, { [`packages/core/${name}`]: '' }, 'lies in the drawer'] as const,
    ),
    good: [['a longer word', { 'packages/core/shared-calendar.ts': '' }]],
  },
  'file names are in the form of their kind': {
    bad: ['chooseAgent.ts', 'Choose.ts', 'choose_agent.ts', 'queue-row.tsx'].map(
      (name) => [name, { [`packages/web/${name}`]: '' }, 'is not named in the form'] as const,
    ),
    good: [
      'choose-agent.ts',
      'journal.integration.test.ts',
      'QueueRow.tsx',
      'QueueRow.test.tsx',
    ].map((name) => [name, { [`packages/web/${name}`]: '' }] as const),
  },
  'exports are named': {
    bad: [
      ['default', { [A]: `export default 1;` }, `${A}:1 has a default export`],
      ['a function', { [A]: `export default function a() {}` }, 'has a default export'],
      [
        'in a list',
        { [A]: `const a = 1;\nexport { a as default };` },
        `${A}:2 has a default export`,
      ],
      ['everything', { [A]: `export * from './b.ts';` }, 'exports everything'],
    ],
    good: [['a config', { 'vitest.config.ts': `export default {};` }]],
  },
  'no barrels inside a package': {
    bad: [['a barrel', { 'packages/core/routing/index.ts': '' }, 'is an inner barrel']],
    good: [['doors', { 'packages/core/index.ts': '', 'packages/core/testing/index.ts': '' }]],
  },
};

describe.each(Object.entries(PLANTED))('%s', (sentence, { bad, good }) => {
  const rule = RULES[sentence as keyof typeof RULES];
  const check = (files: Files) =>
    rule(codebaseOf(new Map(Object.entries({ ...MANIFESTS, ...files }))));

  test.each(bad)('finds %s', (_label, files, says) => {
    expect(check(files)).toEqual([expect.stringContaining(says)]);
  });

  test.each(good)('passes %s', (_label, files) => {
    expect(check(files)).toEqual([]);
  });
});
