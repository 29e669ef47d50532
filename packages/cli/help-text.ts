import type { CliCommand, CliOption } from './cli-command.ts';
import { COMMON_OPTIONS } from './parse-call.ts';

/** The page that `rapport --help` prints: every command with its sentence. */
export function overviewText(commands: readonly CliCommand[]): string {
  const rows = commands.map(({ name, summary }): Row => [name, summary]);
  return [
    'Rapport: the contact centre where customers reach somebody who knows them.',
    '',
    'Usage: rapport COMMAND [ARGUMENT …] [OPTION …]',
    '',
    'Commands:',
    ...layOut(rows),
    '',
    "'rapport COMMAND --help' explains a command; 'rapport --version' says which Rapport this is.",
    'Exit codes: 0 success, 1 failure, 2 usage, 130 interrupted.',
    '',
  ].join('\n');
}

/** The page that `rapport COMMAND --help` prints. */
export function commandText(command: CliCommand): string {
  const argumentRows = command.arguments.map(({ name, summary }): Row => [name, summary]);
  const options = Object.entries({ ...command.options, ...COMMON_OPTIONS });
  return [
    command.summary,
    '',
    `Usage: ${usageLine(command)}`,
    ...(argumentRows.length === 0 ? [] : ['', 'Arguments:', ...layOut(argumentRows)]),
    '',
    'Options:',
    ...layOut(options.map(([name, option]): Row => [optionForm(name, option), summaryOf(option)])),
    '',
  ].join('\n');
}

/** How a command is called, on one line: `rapport replay FILE --format FORMAT [--seed N] …`. */
export function usageLine(command: CliCommand): string {
  const required = Object.entries(command.options).filter(([, option]) => option.isRequired);
  return [
    'rapport',
    command.name,
    ...command.arguments.map(({ name, isRequired }) => (isRequired ? name : `[${name}]`)),
    ...required.map(([name, option]) => optionForm(name, option)),
    '[OPTION …]',
  ].join(' ');
}

/** An option as it is typed: `--durable`, or with what stands for its value, `--format FORMAT`. */
export function optionForm(name: string, option: CliOption): string {
  return option.kind === 'flag' ? `--${name}` : `--${name} ${option.valueName ?? 'VALUE'}`;
}

type Row = readonly [term: string, meaning: string];

const PAGE_COLUMNS = 96;
const TERM_COLUMNS_MAX = 28;

function summaryOf({ summary, choices, isRequired }: CliOption): string {
  const choice =
    choices === undefined
      ? ''
      : ` ${choices.length === 1 ? 'Only' : 'One of'}: ${choices.join(', ')}.`;
  return `${summary}${choice}${isRequired === true ? ' Required.' : ''}`;
}

/** Sets terms and meanings in two columns; a long term has its meaning on the next line. */
function layOut(rows: readonly Row[]): readonly string[] {
  const longest = Math.max(0, ...rows.map(([term]) => term.length));
  const columns = Math.min(longest, TERM_COLUMNS_MAX) + 4;
  const margin = ' '.repeat(columns);
  return rows.flatMap(([term, meaning]) => {
    const lines = wrap(meaning, PAGE_COLUMNS - columns).map((line) => margin + line);
    const head = `  ${term}`;
    const [first = '', ...rest] = lines;
    return head.length + 2 > columns
      ? [head, ...lines]
      : [head.padEnd(columns) + first.trimStart(), ...rest];
  });
}

function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > columns) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
