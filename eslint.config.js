import tseslint from 'typescript-eslint';

const pureGlobals = [
  'Date',
  'Temporal',
  'crypto',
  'performance',
  'setTimeout',
  'setInterval',
  'process',
  'console',
  'fetch',
];

export default tseslint.config(
  { ignores: ['**/node_modules/**', 'bench/floors/**', 'rapport-data/**'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
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
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportDefaultDeclaration',
          message: 'Export by name, so that a thing has one name everywhere.',
        },
        {
          selector: 'ExportAllDeclaration',
          message: 'List the names: an index is a table of contents.',
        },
        { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
      ],
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
      ],
      'no-restricted-properties': [
        'error',
        {
          object: 'Math',
          property: 'random',
          message: 'Take a seeded Random; core breaks ties by id.',
        },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ImportExpression', message: 'Core and planning load nothing at run time.' },
        {
          selector: 'ExportAllDeclaration',
          message: 'List the names: an index is a table of contents.',
        },
      ],
    },
  },
  {
    files: ['**/*.test.ts', 'packages/*/testing/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  { files: ['*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
);
