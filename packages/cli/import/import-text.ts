import type { ImportRecord, readFaults, readRows } from '@rapport/server';

type Fault = Awaited<ReturnType<typeof readFaults>>[number];
type Row = Awaited<ReturnType<typeof readRows>>[number];

/** What an import came to, with the first rows that it refused and, of a dry run, would change. */
export interface ImportReport {
  readonly record: ImportRecord;
  readonly faults: readonly Fault[];
  readonly rows: readonly Row[];
}

export function importText({ record, faults, rows }: ImportReport): string {
  const { counts, columns, importId, isDryRun, status } = record;
  const lines = [
    ...columns.map(({ column, field }) => `  ${column} → ${field ?? 'left alone'}`),
    headOf(record),
    `${number(counts.created)}  created`,
    `${number(counts.changed)}  changed`,
    `${number(counts.unchanged)}  unchanged`,
    `${number(counts.refused)}  refused`,
    ...faults.map(faultText),
    ...(isDryRun ? rows.map(rowText) : []),
  ];
  const isThereToUndo = status !== 'refused' && counts.created + counts.changed > 0;
  if (!isDryRun && isThereToUndo) lines.push(`To take it back: rapport import undo ${importId}`);
  return `${lines.join('\n')}\n`;
}

function headOf({ kind, status, isDryRun, fault }: ImportRecord): string {
  if (isDryRun) return `Nothing was changed. This would come of these ${kind}:`;
  if (status === 'refused')
    return `Nothing was changed, because rows of these ${kind} were refused:`;
  if (status === 'failed') return `The file could not be read to its end (${fault ?? ''}):`;
  return `This came of the ${kind}:`;
}

function faultText({ line, column, code, expected, piiFound }: Fault): string {
  const where = column === undefined ? `line ${line}` : `line ${line}, ${column}`;
  const found = piiFound === undefined ? '' : `, found ${JSON.stringify(piiFound)}`;
  return `  ${where}: ${code}; expected ${expected}${found}`;
}

function rowText({ line, subject, outcome, before, after }: Row): string {
  const isNew = outcome === 'created';
  const fields = Object.entries(after)
    .filter(([, value]) => !(isNew && isNothing(value)))
    .map(([name, value]) =>
      isNew
        ? `${name} ${JSON.stringify(value)}`
        : `${name} ${JSON.stringify(before[name])} → ${JSON.stringify(value)}`,
    );
  const who = isNew ? 'new' : subject;
  return `  line ${line}: ${who}: ${fields.join(', ')}`;
}

function isNothing(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

/** What undoing an import came to, with the first rows that it kept. */
export function undoText(importId: string, kept: readonly Row[], hasMore: boolean): string {
  if (kept.length === 0) return `Import ${importId} is undone.\n`;
  const rows = kept.map(
    ({ line, subject, undone }) => `  line ${line}: ${subject}: ${undone ?? ''}`,
  );
  return [
    `Import ${importId} is undone but for what was kept:`,
    ...rows,
    ...(hasMore ? ['  and more'] : []),
    '',
  ].join('\n');
}

/** Imports, one a line. */
export function importsText(records: readonly ImportRecord[], isBusy: boolean): string {
  if (records.length === 0) return 'Nothing was imported yet.\n';
  return records
    .map((record) => {
      const { importId, kind, isDryRun, startedAt, counts } = record;
      const isOpen = record.status === 'running' || record.status === 'undoing';
      const status = isOpen && !isBusy ? 'interrupted' : record.status;
      const { created, changed, unchanged, refused } = counts;
      const what = `${kind}${isDryRun ? ', dry run' : ''}, ${status}`;
      const sums = `${created} created, ${changed} changed, ${unchanged} unchanged, ${refused} refused`;
      return `${importId}  ${new Date(startedAt).toISOString()}  ${what}: ${sums}\n`;
    })
    .join('');
}

function number(count: number): string {
  return String(count).padStart(8);
}
