/** What one package may take from another. `types` is gone at run time. */
type Access = 'values' | 'types';

const values = (...names: readonly string[]): Readonly<Record<string, Access>> =>
  Object.fromEntries(names.map((name) => [name, 'values']));
const types = (...names: readonly string[]): Readonly<Record<string, Access>> =>
  Object.fromEntries(names.map((name) => [name, 'types']));

/**
 * Who may import whom: this table is the architecture, and ARCHITECTURE.md shows it to people.
 *
 * Rooms that are not built yet have their row already, so that they grow in the right place.
 */
export const IMPORT_TABLE: Readonly<Record<string, Readonly<Record<string, Access>>>> = {
  core: {},
  planning: values('core'),
  protocol: types('core'),
  connectors: types('core'),
  server: values('core', 'planning', 'protocol', 'connectors'),
  web: values('protocol'),
  widget: values('protocol'),
  cli: values('core', 'planning', 'protocol', 'connectors', 'server'),
  demo: values('core', 'planning', 'protocol', 'server'),
};

/** The table as ARCHITECTURE.md words it: a package, and in its second cell what it may import. */
export function describeTable(): ReadonlyMap<string, string> {
  const rows = Object.entries(IMPORT_TABLE).map(([name, allowed]): [string, string] => {
    const words = Object.entries(allowed).map(([other, access]) =>
      access === 'types' ? `${other} (types)` : other,
    );
    return [name, words.length === 0 ? 'nothing' : words.join(', ')];
  });
  return new Map(rows);
}

/** Reads the table under the heading `| package | may import |` of a Markdown page. */
export function tableInPage(markdown: string): ReadonlyMap<string, string> {
  const lines = markdown.split('\n');
  const head = lines.findIndex((line) => /^\|\s*package\s*\|\s*may import\s*\|/.test(line));
  const rows = new Map<string, string>();
  for (const line of head === -1 ? [] : lines.slice(head + 2)) {
    if (!line.startsWith('|')) break;
    const [, name = '', allowed = ''] = line.split('|').map((cell) => cell.trim());
    rows.set(name.replaceAll('`', ''), allowed.replaceAll('`', ''));
  }
  return rows;
}
