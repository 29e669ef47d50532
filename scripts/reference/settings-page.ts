import { code, table } from './markdown.ts';

/** A setting as far as the page shows it. */
export interface SettingShown {
  readonly name: string;
  readonly key: string;
  readonly summary: string;
  readonly expected: string;
  readonly defaultText: string | undefined;
}

/** The page of everything that can be set. */
export function settingsPage(settings: readonly SettingShown[], fileVariable: string): string {
  const rows = settings.map(({ name, key, summary, expected, defaultText }) => [
    code(name),
    code(key),
    defaultText === undefined ? 'none' : code(defaultText),
    `${summary} Expected: ${expected}.`,
  ]);
  const example = settings.find(({ defaultText }) => /^\d+$/.test(defaultText ?? ''));
  return [
    '# Settings',
    '',
    'Every setting has a default that works. It is taken from the environment; else from the',
    'settings file; else it is the default. A value that makes no sense stops the start, with one',
    'line that says which, what was found and what is expected.',
    'This page is made by `npm run docs` from `packages/server/settings.ts`.',
    '',
    ...table(['Variable', 'In the file', 'Default', 'Meaning'], rows),
    '## The settings file',
    '',
    'A JSON object, `settings.json` in the data folder, or wherever the environment variable ' +
      `${code(fileVariable)} says. A relative path in it starts from the file’s own folder.`,
    '',
    ...(example === undefined
      ? []
      : ['```json', `{ "${example.key}": ${example.defaultText ?? ''} }`, '```', '']),
  ].join('\n');
}
