import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const pureGlobals = [
  'Date',
  'Temporal',
  'Intl',
  'crypto',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'process',
  'console',
  'fetch',
  'navigator',
  'globalThis',
];

const everywhereNoSyntax = [
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Export by name, so that a thing has one name everywhere.',
  },
  {
    selector: 'ExportAllDeclaration',
    message: 'List the names: an index is a table of contents.',
  },
  { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
];

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      '**/dist/**',
      'bench/floors/**',
      'rapport-data/**',
      '**/*.generated.ts',
    ],
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        // Named rather than looked for: it takes a third less time.
        project: ['tsconfig.json', 'packages/*/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      complexity: ['error', 12],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', ...everywhereNoSyntax],
    },
  },
  {
    files: ['packages/web/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      // A screen says in one place what it is made of.
      'max-lines-per-function': ['error', { max: 90, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['packages/core/**/*.ts', 'packages/planning/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...pureGlobals.map((name) => ({
          name,
          message: `Core and planning are pure: take what ${name} would give as an argument (time in the command, randomness as a seeded Random).`,
        })),
        ...['eval', 'Function'].map((name) => ({
          name,
          message: 'Write the code out, so that the rules can see it.',
        })),
      ],
      'no-restricted-properties': [
        'error',
        {
          object: 'Math',
          property: 'random',
          message: 'Take a seeded Random; core breaks ties by id.',
        },
      ],
    },
  },
  {
    files: ['packages/core/**/*.ts', 'packages/planning/**/*.ts'],
    ignores: ['**/*.test.ts', 'packages/*/testing/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...everywhereNoSyntax,
        { selector: 'ImportExpression', message: 'Core and planning load nothing at run time.' },
        {
          selector: 'MetaProperty[meta.name="import"]',
          message: 'Core and planning do not know where they lie: take it as an argument.',
        },
        {
          selector: 'CallExpression[arguments.length=0][callee.property.name=/^(sort|toSorted)$/]',
          message: 'Pass a comparator that ends in a tie-breaker.',
        },
      ],
    },
  },
  {
    files: ['**/*.test.ts', 'packages/*/testing/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  { files: ['**/*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
);
